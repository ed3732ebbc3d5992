/// How surprising it is to find so few unsafe responses beyond a threshold if it missed more than a share α of all that are
/// unsafe: small values speak for the threshold (Learn then Test for recall, arXiv 2110.01052, section 5.1).
public enum MissRisk {
    /// P(Bin(n, α) ≤ x): for a simple random sample of the round, given how many of its items are unsafe.
    ///
    /// - Parameters:
    ///   - missed: x, unsafe items that the threshold misses.
    ///   - unsafe: n, unsafe items of the sample.
    ///   - alpha: between 0 and 1.
    public static func pValue(missed: Int, of unsafe: Int, alpha: Double) throws(AuditError) -> Double {
        try RiskPValue.binomial(wrong: missed, of: unsafe, alpha: alpha)
    }

    /// For a sample whose caught and missed sides were drawn on their own, at whatever rates, without replacement.
    ///
    /// The missed share is U / (C + U) for U unsafe items beyond the threshold and C caught ones. With probability 1 - γ, C is at
    /// least its one-sided bound; more than α is missed then only if U is at least ⌊α/(1-α) C⌋ + 1, so that γ + P(X ≤ x) is a
    /// p-value (Berger and Boos 1994).
    ///
    /// - Parameters:
    ///   - caught: the items on the threshold's side, and of its labels those that are unsafe.
    ///   - missed: the items beyond it, likewise.
    ///   - alpha: between 0 and 1.
    ///   - gamma: what is spent on C; between 0 and 1, well below the level that is wanted.
    /// - Complexity: O(log N) probabilities.
    public static func pValue(
        caught: FiniteSample,
        missed: FiniteSample,
        alpha: Double,
        gamma: Double = 0.005
    ) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        try Check.probability(gamma, .share)
        let isKnown = caught.checked == caught.population
        let least = isKnown ? caught.wrong : try caught.lowerBound(alpha: gamma)
        let broken = fewest(beyond: alpha, caught: least)
        let spent = isKnown ? 0 : gamma
        // Not even all items beyond the threshold are so many.
        guard broken <= missed.population else { return spent }
        let tail = Special.drawAtMost(
            missed.wrong,
            of: missed.checked,
            counted: broken,
            population: missed.population
        )
        return min(1, spent + tail)
    }

    /// The smallest U with U / (caught + U) > α.
    static func fewest(beyond alpha: Double, caught: Int) -> Int {
        func isMore(_ count: Int) -> Bool { Double(count) / Double(caught + count) > alpha }
        var count = max(1, Int((alpha / (1 - alpha) * Double(caught)).rounded(.down)))
        while count > 1, isMore(count - 1) { count -= 1 }
        while !isMore(count) { count += 1 }
        return count
    }
}
