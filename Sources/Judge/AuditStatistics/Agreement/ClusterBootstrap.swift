internal import Basics

/// Intervals for figures of items that come in clusters: the responses to one prompt are alike, so prompts are drawn
/// anew (with replacement), each with all of its items (Efron and Tibshirani 1993; Davison and Hinkley 1997, section
/// 3.8).
public struct ClusterBootstrap: Hashable, Sendable {
    /// How often prompts are drawn, from 100.
    public let draws: Int
    /// Where the draws start: the same seed gives the same interval.
    public let seed: UInt64
    /// The cluster of every item, numbered from 0 without a gap.
    private let cluster: [Int]
    /// The number of prompts.
    public let clusters: Int

    /// - Parameter cluster: what tells the prompt of each item from the others, in the order of the items; at least two
    ///   different ones.
    /// - Complexity: O(n).
    public init(
        clusters keys: some Sequence<some Hashable>,
        draws: Int = 2000,
        seed: UInt64
    ) throws(AuditError) {
        try Check.count(draws, .draws, within: 100...1_000_000)
        var numbers: [AnyHashable: Int] = [:]
        cluster = keys.map { key in
            let number = numbers[key] ?? numbers.count
            numbers[key] = number
            return number
        }
        clusters = numbers.count
        guard clusters > 1 else { throw .empty(.clusters) }
        self.draws = draws
        self.seed = seed
    }

    /// The number of items.
    public var items: Int { cluster.count }

    /// True where every prompt has a single item: the figures' own intervals then hold, and are to be preferred.
    public var isNotNeeded: Bool { clusters == cluster.count }

    /// The percentile interval of a figure.
    ///
    /// - Parameter figure: the figure of items that each count so often (from 0); nil where it is not defined. Such
    ///   draws are left out.
    /// - Returns: nil where more than half of the draws leave the figure undefined.
    /// - Complexity: O(draws × (n + figure)).
    public func interval(
        alpha: Double,
        of figure: (_ weights: [Int]) throws(AuditError) -> Double?
    ) throws(AuditError) -> Interval? {
        try Check.probability(alpha, .alpha)
        var random = SplitMix64(seed: seed)
        var values: [Double] = []
        values.reserveCapacity(draws)
        var drawn = [Int](repeating: 0, count: clusters)
        for _ in 0..<draws {
            for number in drawn.indices { drawn[number] = 0 }
            for _ in 0..<clusters { drawn[random.below(clusters)] += 1 }
            if let value = try figure(cluster.map { drawn[$0] }), value.isFinite { values.append(value) }
        }
        guard values.count * 2 > draws, let sorted = try? SortedSample(values) else { return nil }
        return Interval(lower: sorted.quantile(alpha / 2), upper: sorted.quantile(1 - alpha / 2))
    }
}
