public import Basics
import CRowReader
import RoundModel

/// The rows of files that have no scores yet, in their order, one after the other; one thread uses one.
///
///     let rows = try UnscoredRows(RoundRequest(paths: ["answers.jsonl"]), names: ["safety_score"])
///     while let row = try rows.next() { ... }
///
/// Memory is that of a few blocks and the longest row, however many rows there are.
public final class UnscoredRows {
    private let request: RoundRequest
    private let names: [[UInt8]]
    private let settings: LoadSettings
    private let cancellation: Cancellation
    private let list: ShardList
    private var entry = 0
    private var shard: OpenRows?
    private var number = 0
    /// Bytes of the files that are behind.
    private var bytesBehind = 0

    /// - Parameters:
    ///   - request: which files, and what their fields are called; scores are not looked for.
    ///   - names: of the fields that are to be added; a row says which of them it has already.
    public convenience init(
        _ request: RoundRequest,
        names: [String],
        cancellation: Cancellation = Cancellation()
    ) throws(RoundFilesError) {
        try self.init(request, names: names, settings: LoadSettings(), cancellation: cancellation)
    }

    init(
        _ request: RoundRequest,
        names: [String],
        settings: LoadSettings,
        cancellation: Cancellation
    ) throws(RoundFilesError) {
        self.request = request
        self.names = names.map { Array($0.utf8) }
        self.settings = settings
        self.cancellation = cancellation
        list = try ShardList(paths: request.paths)
    }

    /// The files' names, as the user gave them.
    public var files: [String] { list.entries.map(\.name) }

    /// Bytes on disk of all files; nil where one of them is a stream.
    public var bytes: Int? { list.bytes }

    /// Bytes on disk that were gone through.
    public var bytesRead: Int { bytesBehind + (shard?.bytesRead ?? 0) }

    /// The next row; nil behind the last.
    ///
    /// - Throws: what keeps a file from being read.
    /// - Complexity: O(bytes of the row), but for what is read ahead.
    public func next() throws(RoundFilesError) -> UnscoredRow? {
        while true {
            if let shard {
                if let row = try shard.next(number: number) {
                    number += 1
                    return row
                }
                bytesBehind += shard.bytesRead
                self.shard = nil
            }
            guard try open() else { return nil }
        }
    }

    /// Opens the next file; false where there is none.
    private func open() throws(RoundFilesError) -> Bool {
        guard entry < list.entries.count else { return false }
        shard = try OpenRows(
            list.entries[entry],
            request,
            names: names,
            settings: settings,
            cancellation: cancellation
        )
        entry += 1
        return true
    }

    /// Goes over rows without looking at their texts.
    ///
    /// - Parameter body: sees the bytes of each, as they stand in the file.
    /// - Returns: how many there were, which is less than `count` where the files end before.
    /// - Complexity: O(bytes).
    public func skip(
        _ count: Int,
        _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(RoundFilesError) -> Int {
        var done = 0
        while done < count {
            if let shard {
                if try shard.skip(body) {
                    done += 1
                    number += 1
                    continue
                }
                bytesBehind += shard.bytesRead
                self.shard = nil
            }
            guard try open() else { break }
        }
        return done
    }
}
