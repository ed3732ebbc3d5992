/// How far the share of a sample up to a score may lie from that of its stratum, at every score at once.
///
/// P(sup |F_n - F| > ε) ≤ 2 exp(-2 n ε²) (Dvoretzky, Kiefer and Wolfowitz 1956, with the constant of Massart 1990,
/// corollary 1). It holds for counts of a kind as well, "wrong, and up to this score", since these are the distribution of
/// a score that is infinite for all other items. A sample without replacement lies nearer still, which is left unused.
public enum MassartBand {
    /// ε for a number of labels.
    ///
    ///     MassartBand.reach(labels: 200, alpha: 0.05) == 0.0960…
    ///
    /// - Parameters:
    ///   - labels: from 0; without labels it is 1.
    ///   - alpha: the probability with which the truth lies further away somewhere, between 0 and 1.
    /// - Throws: `notAProbability` for another α.
    public static func reach(labels: Int, alpha: Double) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        try Check.count(labels, .checked, within: 0...Check.largestPopulation)
        guard labels > 0 else { return 1 }
        return min(1, (Numerics.log(2 / alpha) / (2 * Double(labels))).squareRoot())
    }
}
