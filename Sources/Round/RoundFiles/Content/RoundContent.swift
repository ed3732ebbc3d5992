public import Basics
public import RoundModel
internal import Synchronization

/// Passes over the texts of a round that tell items by their content.
public enum RoundContent {
    /// The keys of all items.
    ///
    /// - Parameters:
    ///   - cancellation: ends the pass soon, with `cancelled`.
    ///   - onProgress: gets the bytes done and those there are, from any thread.
    /// - Throws: `cancelled`; `changed` where a file is not what it was when it was loaded; otherwise as
    ///   `RoundTexts.rowBytes`.
    /// - Complexity: O(bytes of the round), shared among the cores.
    public static func keys(
        of round: LoadedRound,
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(RoundFilesError) -> ContentKeys {
        let columns = round.columns
        let claim = try MemoryRoom.claim(
            columns.count * ContentMemory.key + Processors.count() * MemoryRoom.ofThread
        )
        defer { claim.end() }
        try round.texts.checkUnchanged()
        let total = columns.blocks.reduce(0) { $0 + $1.byteCount(of: 0..<$1.count) }
        let progress = WorkProgress { onProgress($0, total) }
        let keys = Mutex([UInt64](repeating: 0, count: columns.count))
        let work = SharedWork(count: columns.blocks.count, cancellation: cancellation)
        try work.run { work throws(RoundFilesError) in
            let reader = round.texts.makeRowReader()
            var found: [UInt64] = []
            while let number = try work.next() {
                let block = columns.blocks[number]
                guard block.count > 0 else { continue }
                found.removeAll(keepingCapacity: true)
                try reader.open(block)
                for index in 0..<block.count { found.append(try digest(reader, index).high) }
                let first = columns.firstItem[number]
                keys.withLock { $0.replaceSubrange(first..<first + found.count, with: found) }
                progress.add(block.byteCount(of: 0..<block.count))
            }
        }
        try round.texts.checkUnchanged()
        return ContentKeys(
            keys.withLock { keys in
                let all = keys
                keys = []
                return all
            }
        )
    }

    /// The digest of one item.
    ///
    /// - Throws: as `RoundTexts.rowBytes`; `changed` where the row no longer reads as it did; `noSuchItem` for an item
    ///   that the round does not have.
    /// - Complexity: O(row).
    public static func digest(of item: Int, in round: LoadedRound) throws(RoundFilesError) -> ItemDigest {
        let (block, index) = try round.columns.existing(item)
        let reader = round.texts.makeRowReader()
        try reader.open(block, rows: index..<index + 1)
        return try digest(reader, index)
    }

    /// The digests of some items.
    ///
    /// - Parameter items: ascending.
    /// - Throws: as `digest(of:in:)`.
    /// - Complexity: O(rows).
    public static func digests(
        of items: [UInt32],
        in round: LoadedRound,
        cancellation: Cancellation = Cancellation()
    ) throws(RoundFilesError) -> [ItemDigest] {
        let reader = round.texts.makeRowReader()
        var digests: [ItemDigest] = []
        digests.reserveCapacity(items.count)
        for item in items {
            try cancellation.check()
            let (block, index) = try round.columns.existing(Int(item))
            try reader.open(block, rows: index..<index + 1)
            digests.append(try digest(reader, index))
        }
        return digests
    }

    /// The digests of many items, read on all cores.
    ///
    /// - Parameters:
    ///   - items: ascending.
    ///   - onProgress: gets the items done, from any thread.
    /// - Throws: as `digest(of:in:)`.
    /// - Complexity: O(rows), shared among the cores.
    public static func allDigests(
        of items: [UInt32],
        in round: LoadedRound,
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
    ) throws(RoundFilesError) -> [ItemDigest] {
        let claim = try MemoryRoom.claim(
            items.count * ContentMemory.digest + Processors.count() * MemoryRoom.ofThread
        )
        defer { claim.end() }
        try round.texts.checkUnchanged()
        let size = 4096
        let pieces = (items.count + size - 1) / size
        let found = Mutex([[ItemDigest]](repeating: [], count: pieces))
        let progress = WorkProgress(onProgress)
        let work = SharedWork(count: pieces, cancellation: cancellation)
        try work.run { work throws(RoundFilesError) in
            while let piece = try work.next() {
                let some = Array(items[piece * size..<min(items.count, (piece + 1) * size)])
                let digests = try digests(of: some, in: round, cancellation: cancellation)
                found.withLock { $0[piece] = digests }
                progress.add(some.count)
            }
        }
        return found.withLock { $0.flatMap { $0 } }
    }

    /// A number for the prompt of each of some items, the same for the same prompt.
    ///
    /// - Parameter items: ascending.
    /// - Throws: as `digest(of:in:)`.
    /// - Complexity: O(rows).
    public static func promptKeys(
        of items: [UInt32],
        in round: LoadedRound,
        cancellation: Cancellation = Cancellation()
    ) throws(RoundFilesError) -> [UInt32: UInt64] {
        let reader = round.texts.makeRowReader()
        var keys: [UInt32: UInt64] = [:]
        for item in items {
            try cancellation.check()
            let (block, index) = try round.columns.existing(Int(item))
            try reader.open(block, rows: index..<index + 1)
            let texts = try reader.decode(reader.row(index), .pair)
            keys[item] = ItemDigest(prompt: texts.prompt, response: UnsafeRawBufferPointer(start: nil, count: 0)).high
        }
        return keys
    }

    private static func digest(_ reader: RowReader, _ index: Int) throws(RoundFilesError) -> ItemDigest {
        let texts = try reader.decode(reader.row(index), .pair)
        return ItemDigest(prompt: texts.prompt, response: texts.response)
    }
}
