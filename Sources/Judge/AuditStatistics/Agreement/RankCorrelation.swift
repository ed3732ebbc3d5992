/// How far two lists of values of the same items go up and down together.
public struct RankCorrelation: Hashable, Sendable {
    /// Spearman's ρ: the correlation of the midranks; nil where one list has a single value.
    public let spearman: Double?
    /// Pearson's correlation of the values themselves.
    public let pearson: Double?
    /// Kendall's τ_b and the two-sided probability of as much by chance, by the normal approximation with ties.
    public let kendall: Kendall?
    /// The items.
    public let count: Int

    /// Kendall's τ_b with its test.
    public struct Kendall: Hashable, Sendable {
        public let tau: Double
        public let pValue: Double
    }

    /// - Parameters:
    ///   - first: finite, at least one.
    ///   - second: as many, finite.
    /// - Complexity: O(n log n).
    public init(_ first: [Double], _ second: [Double]) throws(AuditError) {
        try Check.sameCount(first.count, second.count, .scores)
        try Check.finite(first, .scores)
        try Check.finite(second, .scores)
        count = first.count
        spearman = Self.correlation(midRanks(first), midRanks(second))
        pearson = Self.correlation(first, second)
        kendall = Kendall(first, second)
    }

    /// The two-sided probability of such a ρ by chance, from Student's t with n-2 degrees of freedom; nil for fewer
    /// than three items.
    public var spearmanPValue: Double? {
        guard let spearman, count > 2 else { return nil }
        guard abs(spearman) < 1 else { return 0 }
        let degrees = Double(count - 2)
        let t = spearman * (degrees / ((1 - spearman) * (1 + spearman))).squareRoot()
        return 2 * Special.studentAbove(abs(t), degrees: degrees)
    }

    /// tanh(atanh ρ ± z √((1 + ρ²/2) / (n-3))) (Bonett and Wright 2000); nil for fewer than four items or |ρ| = 1.
    public func spearmanInterval(alpha: Double) throws(AuditError) -> Interval? {
        try Check.probability(alpha, .alpha)
        guard let spearman, count > 3, abs(spearman) < 1 else { return nil }
        let error = ((1 + spearman * spearman / 2) / Double(count - 3)).squareRoot()
        let around = Interval.around(Numerics.atanh(spearman), Special.twoSidedNormal(alpha) * error)
        return Interval(lower: Numerics.tanh(around.lower), upper: Numerics.tanh(around.upper))
    }

    static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
        let n = Double(first.count)
        let (mean, otherMean) = (first.reduce(0) { $0 + $1 / n }, second.reduce(0) { $0 + $1 / n })
        var (both, one, other) = (0.0, 0.0, 0.0)
        for (x, y) in zip(first, second) {
            both += (x - mean) * (y - otherMean)
            one += (x - mean) * (x - mean)
            other += (y - otherMean) * (y - otherMean)
        }
        guard one > 0, other > 0 else { return nil }
        return min(1, max(-1, both / one.squareRoot() / other.squareRoot()))
    }
}
