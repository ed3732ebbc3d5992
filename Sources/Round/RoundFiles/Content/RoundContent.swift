public import Basics
internal import Dispatch
public import RoundModel
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Passes over the texts of a round that tell items by their content.
public enum RoundContent {
    /// The stack, the buffer and the parser of a thread.
    private static let threadMemory = 8 << 20

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
        let claim = try MemoryRoom.claim(columns.count * ContentMemory.key + ContentPass.threads * threadMemory)
        defer { claim.end() }
        try round.texts.checkUnchanged()
        let pass = ContentPass(columns: columns, cancellation: cancellation, onProgress: onProgress)
        DispatchQueue.concurrentPerform(iterations: max(1, min(ContentPass.threads, columns.blocks.count))) { _ in
            do throws(RoundFilesError) {
                try pass.run(round.texts.makeRowReader())
            } catch {
                pass.fail(error)
            }
        }
        if let failure = pass.failure { throw failure }
        try round.texts.checkUnchanged()
        return ContentKeys(pass.takeKeys())
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
        let claim = try MemoryRoom.claim(items.count * ContentMemory.digest + ContentPass.threads * threadMemory)
        defer { claim.end() }
        try round.texts.checkUnchanged()
        let size = 4096
        let pieces = (items.count + size - 1) / size
        let state = Mutex((found: [Int: [ItemDigest]](), done: 0, failure: RoundFilesError?.none))
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            guard state.withLock({ $0.failure == nil }) else { return }
            let mine = Array(items[piece * size..<min(items.count, (piece + 1) * size)])
            do throws(RoundFilesError) {
                let digests = try digests(of: mine, in: round, cancellation: cancellation)
                let done = state.withLock { state in
                    state.found[piece] = digests
                    state.done += mine.count
                    return state.done
                }
                onProgress(done)
            } catch {
                state.withLock { $0.failure = $0.failure ?? error }
            }
        }
        let (found, failure) = state.withLock { ($0.found, $0.failure) }
        if let failure { throw failure }
        return (0..<pieces).flatMap { found[$0] ?? [] }
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

    fileprivate static func digest(_ reader: RowReader, _ index: Int) throws(RoundFilesError) -> ItemDigest {
        let texts = try reader.decode(reader.row(index), .pair)
        return ItemDigest(prompt: texts.prompt, response: texts.response)
    }
}

/// One pass over all texts, shared by the threads that make it.
private final class ContentPass: Sendable {
    static let threads = max(1, min(32, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    private let columns: ScoreColumns
    private let cancellation: Cancellation
    private let onProgress: @Sendable (Int, Int) -> Void
    private let total: Int
    private let state: Mutex<State>

    private struct State {
        var nextBlock = 0
        var bytesDone = 0
        var keys: [UInt64]
        var failure: RoundFilesError?
    }

    init(columns: ScoreColumns, cancellation: Cancellation, onProgress: @escaping @Sendable (Int, Int) -> Void) {
        self.columns = columns
        self.cancellation = cancellation
        self.onProgress = onProgress
        total = columns.blocks.reduce(0) { $0 + $1.byteCount(of: 0..<$1.count) }
        state = Mutex(State(keys: [UInt64](repeating: 0, count: columns.count)))
    }

    var failure: RoundFilesError? { state.withLock { $0.failure } }

    func fail(_ error: RoundFilesError) { state.withLock { $0.failure = $0.failure ?? error } }

    func takeKeys() -> [UInt64] {
        state.withLock { state in
            let keys = state.keys
            state.keys = []
            return keys
        }
    }

    /// Takes blocks until there are none.
    func run(_ reader: RowReader) throws(RoundFilesError) {
        var keys: [UInt64] = []
        while let number = next() {
            try cancellation.check()
            let block = columns.blocks[number]
            guard block.count > 0 else { continue }
            keys.removeAll(keepingCapacity: true)
            try reader.open(block)
            for index in 0..<block.count { keys.append(try RoundContent.digest(reader, index).high) }
            finish(block, firstItem: columns.firstItem[number], keys)
        }
    }

    private func next() -> Int? {
        state.withLock { state in
            guard state.failure == nil, state.nextBlock < columns.blocks.count else { return nil }
            state.nextBlock += 1
            return state.nextBlock - 1
        }
    }

    private func finish(_ block: ColumnBlock, firstItem: Int, _ keys: [UInt64]) {
        let done = state.withLock { state in
            state.keys.replaceSubrange(firstItem..<firstItem + keys.count, with: keys)
            state.bytesDone += block.byteCount(of: 0..<block.count)
            return state.bytesDone
        }
        onProgress(done, total)
    }
}
