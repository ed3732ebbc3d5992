internal import Basics
internal import RoundModel
internal import Synchronization

/// What the threads of one search found, and who is told of it.
final class SearchHits: Sendable {
    private struct Found {
        var words: [UInt64]
        var hits = 0
        var scannedItems = 0
        var scannedBytes = 0
        var isShown = false
        var throttle: Throttle
    }

    private let universe: Int
    private let totalBytes: Int
    private let onProgress: @Sendable (SearchSnapshot) -> Void
    private let found: Mutex<Found>

    init(
        columns: ScoreColumns,
        interval: Duration,
        onProgress: @escaping @Sendable (SearchSnapshot) -> Void
    ) {
        universe = columns.count
        totalBytes = columns.blocks.reduce(0) { $0 + $1.byteCount(of: 0..<$1.count) }
        self.onProgress = onProgress
        found = Mutex(
            Found(
                words: [UInt64](repeating: 0, count: (universe + 63) / 64),
                throttle: Throttle(every: interval, isDueAtOnce: false)
            )
        )
    }

    /// Takes in what some rows gave, and shows it where it is the first hit or nothing was shown for a while.
    ///
    /// - Complexity: O(hits), and O(universe / 64) for a snapshot.
    func add(hits: [Int], items: Int, bytes: Int) {
        found.withLock { found in
            for item in hits { found.words[item / 64] |= 1 << UInt64(item % 64) }
            found.hits += hits.count
            found.scannedItems += items
            found.scannedBytes += bytes
            guard found.scannedItems < universe else { return }
            let isFirst = !found.isShown && found.hits > 0
            guard found.throttle.isDue(isUrgent: isFirst) else { return }
            if isFirst { found.isShown = true }
            // Under the lock, so that snapshots come one at a time and in order.
            onProgress(snapshot(of: found))
        }
    }

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
