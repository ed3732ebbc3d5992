internal import RoundFiles
internal import RoundModel
internal import Synchronization

/// What the threads of one search share.
final class SearchState: Sendable {
    private struct Found {
        var words: [UInt64]
        var hits = 0
        var scannedItems = 0
        var scannedBytes = 0
        var isShown = false
        var lastSnapshot: ContinuousClock.Instant
        var failure: RoundFilesError?
    }

    private let universe: Int
    private let totalBytes: Int
    private let spanCount: Int
    private let interval: Duration
    private let onProgress: @Sendable (SearchSnapshot) -> Void
    private let nextTicket = Atomic<Int>(0)
    private let isOver = Atomic<Bool>(false)
    private let found: Mutex<Found>

    init(
        columns: ScoreColumns,
        interval: Duration,
        onProgress: @escaping @Sendable (SearchSnapshot) -> Void
    ) {
        universe = columns.count
        totalBytes = columns.blocks.reduce(0) { $0 + $1.byteCount(of: 0..<$1.count) }
        spanCount = BlockSpan.count(in: columns)
        self.interval = interval
        self.onProgress = onProgress
        found = Mutex(Found(words: [UInt64](repeating: 0, count: (universe + 63) / 64), lastSnapshot: .now))
    }

    /// The number of the next span that nobody searches; nil where there is none, or the search is over.
    func takeTicket() -> Int? {
        guard !isOver.load(ordering: .acquiring) else { return nil }
        let ticket = nextTicket.wrappingAdd(1, ordering: .relaxed).oldValue
        return ticket < spanCount ? ticket : nil
    }

    var isFailed: Bool { isOver.load(ordering: .acquiring) }

    /// Takes in what some rows gave, and shows it where it is the first hit or nothing was shown for a while.
    ///
    /// - Complexity: O(hits), and O(universe / 64) for a snapshot.
    func add(hits: [Int], items: Int, bytes: Int) {
        found.withLock { found in
            for item in hits { found.words[item / 64] |= 1 << UInt64(item % 64) }
            found.hits += hits.count
            found.scannedItems += items
            found.scannedBytes += bytes
            let now = ContinuousClock.now
            let isFirst = !found.isShown && found.hits > 0
            guard isFirst || now - found.lastSnapshot >= interval, found.scannedItems < universe else { return }
            if isFirst { found.isShown = true }
            found.lastSnapshot = now
            // Under the lock, so that snapshots come one at a time and in order.
            onProgress(snapshot(of: found))
        }
    }

    /// Ends the search; the first failure is the one that counts.
    func fail(_ error: RoundFilesError) {
        found.withLock { if $0.failure == nil { $0.failure = error } }
        isOver.store(true, ordering: .releasing)
    }

    var failure: RoundFilesError? { found.withLock { $0.failure } }

    var snapshot: SearchSnapshot { found.withLock { snapshot(of: $0) } }

    private func snapshot(of found: borrowing Found) -> SearchSnapshot {
        SearchSnapshot(
            hits: ItemSet(words: found.words, universe: universe),
            scannedItems: found.scannedItems,
            scannedBytes: found.scannedBytes,
            totalBytes: totalBytes
        )
    }
}
