import RoundModel
internal import Synchronization

/// The beginnings of the orders of a round's buckets, kept from one verdict to the next.
///
/// They follow from the round, the thresholds and the seed alone, and finding them takes a pass over all items. What is found reaches
/// further than was asked for, so that the verdicts of a sample ask for a pass now and then, and not each for one.
public final class SampleOrders: Sendable {
    private let kept = Mutex<[Kept]>([])

    private struct Kept {
        var thresholds: Thresholds
        var seed: UInt64
        /// How far each queue reaches.
        var ends: [Double]
        var queues: [EstimationQueue]
    }

    /// Thresholds whose orders are kept: the present ones, and those that most verdicts were given at.
    private static let mostKept = 4
    /// Contents that are found beyond what is asked for, at most.
    private static let further = 2_000.0

    public init() {}

    /// The orders as far as some numbers.
    ///
    /// - Parameters:
    ///   - ends: the last number that is wanted of each of `Bucket.allCases`; nil for none.
    ///   - columns: those of the same round each time, as are `keys`.
    /// - Complexity: O(m) for the m contents up to the ends; where they lie beyond what is kept, as `EstimationQueue.distinctQueues`.
    func queues(
        upTo ends: [Double?],
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64
    ) -> [EstimationQueue] {
        let known = kept.withLock { kept in
            kept.first { one in
                one.thresholds == thresholds && one.seed == seed
                    && zip(one.ends, ends).allSatisfy { reached, end in end.map { $0 <= reached } ?? true }
            }
        }
        let found = known ?? find(upTo: ends, at: thresholds, in: columns, keys: keys, seed: seed)
        return zip(found.queues, ends).map { queue, end in queue.upTo(end) }
    }

    private func find(
        upTo ends: [Double?],
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64
    ) -> Kept {
        let more = Self.further / Double(max(1, columns.count))
        let further = ends.map { min(1, 1.25 * ($0 ?? 0) + more) }
        let queues = EstimationQueue.distinctQueues(
            upTo: further,
            at: thresholds,
            in: columns,
            keys: keys,
            seed: seed
        )
        let found = Kept(thresholds: thresholds, seed: seed, ends: further, queues: queues)
        kept.withLock { kept in
            kept.removeAll { $0.thresholds == thresholds && $0.seed == seed }
            kept = Array(([found] + kept).prefix(Self.mostKept))
        }
        return found
    }
}

extension EstimationQueue {
    /// The beginning up to some number; nothing of it for nil.
    fileprivate func upTo(_ end: Double?) -> EstimationQueue {
        var beginning = self
        let count = end.map { end in numbers.firstIndex { $0 > end } ?? numbers.count } ?? 0
        beginning.items = Array(items.prefix(count))
        beginning.numbers = Array(numbers.prefix(count))
        return beginning
    }
}
