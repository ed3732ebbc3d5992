public import Basics
public import RoundFiles
public import RoundModel

/// Writes some rows of a round into a file of their own, as they are in the round: of delimited text as JSON objects.
public enum RowsExport {
    /// What was written.
    public struct Result: Hashable, Sendable {
        /// Lines, one a row.
        public var lines: Int
        public var bytes: Int
        /// Of the file, hexadecimal.
        public var sha256: String
    }

    /// Writes the rows of some items in the order of the round.
    ///
    /// Blocks until it is done.
    /// - Parameters:
    ///   - file: there whole or not at all.
    ///   - onProgress: how many rows are written; at most 30 times a second, on this thread.
    /// - Throws: why nothing was written.
    /// - Complexity: O(bytes of the blocks with such items).
    public static func write(
        _ items: ItemSet,
        of round: LoadedRound,
        to file: OutputFile,
        cancellation: Cancellation = Cancellation(),
        onProgress: (Int) -> Void = { _ in }
    ) throws(ExportError) -> Result {
        let rows = RowLines(items, round, cancellation)
        do throws(OutputFileError) {
            return try file.write { sink throws(OutputFileError) in
                var hasher = SHA256()
                var result = Result(lines: 0, bytes: 0, sha256: "")
                var throttle = Throttle(every: .milliseconds(33))
                while let (bytes, lines) = try rows.next() {
                    bytes.withUnsafeBytes { hasher.add($0) }
                    try sink(bytes)
                    result.lines += lines
                    result.bytes += bytes.count
                    if throttle.isDue() { onProgress(result.lines) }
                }
                result.sha256 = Hexadecimal.text(hasher.bytes)
                return result
            }
        } catch {
            throw rows.problem ?? .source(message: error.message, exitStatus: error.status)
        }
    }
}

/// The lines of some items, piece by piece.
private final class RowLines {
    /// What went wrong with the round; nil where nothing did.
    private(set) var problem: ExportError?
    private let items: ItemSet
    private let round: LoadedRound
    private let reader: RowReader
    private let cancellation: Cancellation
    private var chunks: ArraySlice<RowChunk>

    init(_ items: ItemSet, _ round: LoadedRound, _ cancellation: Cancellation) {
        (self.items, self.round, self.cancellation) = (items, round, cancellation)
        reader = round.texts.makeRowReader()
        chunks = RowChunk.all(of: round.columns)[...]
    }

    /// The next lines; nil behind the last.
    ///
    /// - Throws: something, where the round cannot be read; `problem` says what.
    func next() throws(OutputFileError) -> (bytes: [UInt8], lines: Int)? {
        do throws(ExportError) {
            while let chunk = chunks.popFirst() {
                if cancellation.isCancelled { throw .cancelled }
                let found = try lines(of: chunk)
                if found.lines > 0 { return found }
            }
            try round.checkUnchanged()
            return nil
        } catch {
            problem = error
            throw OutputFileError(status: 74, message: error.message)
        }
    }

    private func lines(of chunk: RowChunk) throws(ExportError) -> (bytes: [UInt8], lines: Int) {
        let wanted = chunk.rows.filter { items.contains(chunk.firstItem + $0 - chunk.rows.lowerBound) }
        guard !wanted.isEmpty else { return ([], 0) }
        do throws(RoundFilesError) {
            try reader.open(round.columns.blocks[chunk.block], rows: chunk.rows)
            var bytes: [UInt8] = []
            for row in wanted {
                bytes.append(contentsOf: try reader.jsonLine(reader.row(row)))
                bytes.append(UInt8(ascii: "\n"))
            }
            return (bytes, wanted.count)
        } catch {
            throw ExportError(error)
        }
    }
}
