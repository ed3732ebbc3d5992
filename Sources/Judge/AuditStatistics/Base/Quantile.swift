/// Quantiles of the distributions behind the intervals, for those who state a figure of their own.
public enum Quantile {
    /// The value below which a standard normal variable lies with probability `p`.
    ///
    /// - Parameter p: between 0 and 1, both excluded.
    public static func normal(_ p: Double) throws(AuditError) -> Double {
        try Check.probability(p, .share)
        // By symmetry; exact at one half.
        return -Special.twoSidedNormal(2 * p)
    }

    /// The value below which a Beta(a, b) variable lies with probability `p`.
    ///
    /// - Parameters:
    ///   - p: between 0 and 1, both excluded.
    ///   - a: above 0.
    ///   - b: above 0.
    public static func beta(_ p: Double, _ a: Double, _ b: Double) throws(AuditError) -> Double {
        try Check.probability(p, .share)
        try Check.positive(a, .weights)
        try Check.positive(b, .weights)
        return Special.betaQuantile(p, a, b)
    }
}
