/// How the shares of bins, cut at quantiles of the earlier round, changed: the population stability index and the
/// Jensen-Shannon divergence.
public struct PopulationStability: Hashable, Sendable {
    /// Where the bins are cut, ascending; bin k holds edge[k-1] ≤ value < edge[k].
    public let edges: [Double]
    /// The values in each bin, one more than there are edges.
    public let before: [Int]
    public let after: [Int]

    /// - Parameter bins: 2 to 1000.
    /// - Complexity: O(bins × log n).
    public init(_ drift: RoundDrift, bins: Int) throws(AuditError) {
        try Check.count(bins, .bins, within: 2...1000)
        edges = (1..<bins).map { drift.before.quantile(Double($0) / Double(bins)) }
        before = Self.counts(drift.before, edges)
        after = Self.counts(drift.after, edges)
    }

    private static func counts(_ sample: SortedSample, _ edges: [Double]) -> [Int] {
        let ends = edges.map(sample.below) + [sample.count]
        return zip(ends, [0] + ends).map { $0 - $1 }
    }

    /// Σ (q - p) ln(q / p) with one half added to every bin, so that an empty one does not make it infinite.
    public var index: Double { Self.index(Self.shares(before, adding: 0.5), Self.shares(after, adding: 0.5)) }

    /// The same of the plain shares; nil where a bin is empty on one side.
    public var plainIndex: Double? {
        guard !before.contains(0), !after.contains(0) else { return nil }
        return Self.index(Self.shares(before, adding: 0), Self.shares(after, adding: 0))
    }

    /// What the index stays below with probability 1 - α if nothing changed: (1/n + 1/m) χ² with bins - 1 degrees of
    /// freedom (Yurdakul and Naranjo 2020).
    public func limit(alpha: Double) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        let (n, m) = (Double(before.reduce(0, +)), Double(after.reduce(0, +)))
        return (1 / n + 1 / m) * Special.chiSquaredQuantile(1 - alpha, degrees: Double(before.count - 1))
    }

    /// The Jensen-Shannon divergence of the shares with one half added, in nats: 0 to ln 2.
    public var jensenShannon: Double {
        let (p, q) = (Self.shares(before, adding: 0.5), Self.shares(after, adding: 0.5))
        return zip(p, q).reduce(0) { sum, pair in
            let middle = (pair.0 + pair.1) / 2
            return sum + pair.0 * Numerics.log(pair.0 / middle) / 2 + pair.1 * Numerics.log(pair.1 / middle) / 2
        }
    }

    private static func shares(_ counts: [Int], adding part: Double) -> [Double] {
        let total = counts.reduce(0) { $0 + Double($1) + part }
        return counts.map { (Double($0) + part) / total }
    }

    private static func index(_ p: [Double], _ q: [Double]) -> Double {
        zip(p, q).reduce(0) { $0 + ($1.1 - $1.0) * Numerics.log($1.1 / $1.0) }
    }
}
