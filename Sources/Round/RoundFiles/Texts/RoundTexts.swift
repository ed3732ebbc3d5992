public import Basics
public import RoundModel

/// The texts of a round, read from its files when they are needed.
///
/// Every call reads by place, so that a file which shrinks or changes is an error and never a crash. Safe to use from
/// several threads at once.
public final class RoundTexts: Sendable {
    let shards: [Shard]
    /// The digest of the first shards, up to the last one that cannot be read again.
    private let digested: SHA256
    private let digestedShards: Int

    init(shards: [Shard], digested: SHA256, digestedShards: Int) {
        self.shards = shards
        self.digested = digested
        self.digestedShards = digestedShards
    }

    /// The bytes of one row as they stand in the file, without the line end.
    ///
    /// - Throws: `noSuchItem` where the round has no such shard; `readFailed` or `spoolFailed`; `changed` where the file
    ///   is no longer long enough, or has to be opened again and is no longer what it was; `unreadable` where it cannot be.
    /// - Complexity: O(row).
    public func rowBytes(at place: RowPlace) throws(RoundFilesError) -> [UInt8] {
        try bytes(of: try shard(place.shard), at: place.offset, count: place.length)
    }

    /// One item, decoded.
    ///
    /// - Precondition: the columns are those of the same round.
    /// - Throws: as `rowBytes`; `changed` where the row no longer reads as it did; `noSuchItem` for an item that they do
    ///   not have.
    /// - Complexity: O(row), and O(block) to count its line.
    public func itemText(of item: Int, in columns: ScoreColumns) throws(RoundFilesError) -> ItemText {
        let (block, index) = try columns.existing(item)
        let shard = try shard(block.shard)
        let row = try rowBytes(at: block.place(of: index))
        let parser = try shard.makeParser()
        guard let all = row.withUnsafeBytes({ parser.fields(of: $0) }),
            let prompt = all.firstIndex(where: { $0.role == .prompt }),
            let response = all.firstIndex(where: { $0.role == .response })
        else { throw .changed(path: shard.name, change: .written) }
        return ItemText(
            prompt: all[prompt].value,
            response: all[response].value,
            fields: all.indices.filter { $0 != prompt && $0 != response }.map { all[$0] },
            file: shard.name,
            line: try lines(of: [item], in: columns)[0],
            digest: ItemDigest(prompt: all[prompt].value, response: all[response].value)
        )
    }

    /// One row as a line of the default export format, without the line end: its own bytes for JSON Lines, a JSON object for
    /// delimited text.
    ///
    /// - Precondition: as for `itemText`.
    /// - Throws: as `itemText`.
    /// - Complexity: O(row).
    public func rowLine(of item: Int, in columns: ScoreColumns) throws(RoundFilesError) -> [UInt8] {
        let (block, index) = try columns.existing(item)
        let shard = try shard(block.shard)
        let row = try rowBytes(at: block.place(of: index))
        let parser = try shard.makeParser()
        guard let line = row.withUnsafeBytes({ row in parser.jsonLine(row).map(Array.init) }) else {
            throw .changed(path: shard.name, change: .written)
        }
        return line
    }

    /// The first bytes of an invalid row, at most `limit`.
    ///
    /// - Precondition: `limit >= 0`.
    /// - Throws: as `rowBytes`.
    /// - Complexity: O(`limit`).
    public func invalidRowText(_ row: InvalidRow, limit: Int) throws(RoundFilesError) -> [UInt8] {
        try bytes(of: try shard(row.place.shard), at: row.place.offset, count: min(row.place.length, limit))
    }

    /// Compares each file with what it was when it was loaded; streams cannot change.
    ///
    /// - Throws: `changed` with the first file that is not as it was.
    /// - Complexity: O(shards).
    public func checkUnchanged() throws(RoundFilesError) {
        for shard in shards { try shard.file?.checkUnchanged() }
    }

    /// The SHA-256, in hexadecimal, of the shards' bytes as they stand on disk, one after the other; for a stream of
    /// the bytes that came.
    ///
    /// - Parameter onProgress: told, on the calling thread, how many bytes were read again.
    /// - Throws: `cancelled`, `readFailed`, `unreadable`, or `changed` where a file is shorter than it was or had to be
    ///   opened again.
    /// - Complexity: O(bytes): files are read again.
    public func sourceDigest(
        cancellation: Cancellation = Cancellation(),
        onProgress: (_ bytes: Int) -> Void = { _ in }
    ) throws(RoundFilesError) -> String {
        Hexadecimal.text(try digest(cancellation: cancellation, onProgress: onProgress).bytes)
    }

    /// A reader for going over many rows; make one for each thread.
    public func makeRowReader() -> RowReader { RowReader(shards: shards) }

    /// The digest of all shards, still open for more.
    func digest(
        cancellation: Cancellation,
        onProgress: (_ bytes: Int) -> Void = { _ in }
    ) throws(RoundFilesError) -> SHA256 {
        var digest = digested
        var bytes = 0
        let buffer = TextBuffer()
        buffer.reserve(1 << 20)
        for shard in shards[digestedShards...] {
            guard let file = shard.file else { continue }
            let source = try FileSource(file)
            while true {
                try cancellation.check()
                buffer.count = 0
                buffer.count = try source.read(into: buffer.free)
                if buffer.count == 0 { break }
                digest.add(buffer.bytes)
                bytes += buffer.count
                onProgress(bytes)
            }
        }
        return digest
    }

    func shard(_ number: Int) throws(RoundFilesError) -> Shard {
        guard shards.indices.contains(number) else { throw .noSuchItem }
        return shards[number]
    }

    private func bytes(of shard: Shard, at offset: Int, count: Int) throws(RoundFilesError) -> [UInt8] {
        if count > 1 << 20 { try MemoryRoom.require(BlockWorker.memory(for: count)) }
        var bytes = [UInt8](repeating: 0, count: count)
        try bytes.withUnsafeMutableBufferPointer { buffer throws(RoundFilesError) in
            try shard.fill(UnsafeMutableRawBufferPointer(buffer), at: offset)
        }
        return bytes
    }
}
