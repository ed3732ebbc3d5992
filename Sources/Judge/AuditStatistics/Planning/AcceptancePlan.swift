/// How many labels certify that at most a share α is wrong, if no more than some of them turn out to be wrong.
public struct AcceptancePlan: Hashable, Sendable {
    /// The largest share of wrong items, between 0 and 1.
    public let alpha: Double
    /// The probability of certifying what is worse, between 0 and 1.
    public let delta: Double
    /// Whether the labels are watched while they come in (`OneSidedSequence`); else they are looked at once, when all are there.
    public let isWatched: Bool

    public init(alpha: Double, delta: Double, isWatched: Bool = false) throws(AuditError) {
        try Check.probability(alpha, .alpha)
        try Check.probability(delta, .delta)
        self.alpha = alpha
        self.delta = delta
        self.isWatched = isWatched
    }

    /// The fewest labels of a population without end: the smallest n with P(Bin(n, α) ≤ wrong) ≤ δ. For α = δ = 0.05
    /// and 0 to 5 mistakes 59, 93, 124, 153, 181 and 208; where they are watched 88, 134, 174, 210, 244 and 277.
    ///
    /// - Parameter wrong: the mistakes that may be found, from 0.
    /// - Returns: nil where it takes more than 2³⁰.
    public func labels(wrong: Int = 0) throws(AuditError) -> Int? {
        try Check.count(wrong, .wrong, within: 0...Check.largestPopulation)
        return MonotoneSearch.first(in: wrong...Check.largestPopulation) { checked in
            let pValue =
                isWatched
                ? (try? Proportion(wrong, of: checked))?.oneSidedPValue(alpha) ?? 1
                : Special.binomialAtMost(wrong, of: checked, alpha)
            return pValue <= delta
        }
    }

    /// The fewest labels of a population of known size, which are fewer where it is small: the smallest n with
    /// P(Hyp(N, ⌊αN⌋+1, n) ≤ wrong) ≤ δ, or with which the sequence shows it.
    ///
    /// - Returns: nil where not even all labels would certify it, since so many mistakes are more than α of it.
    public func labels(wrong: Int = 0, population: Int) throws(AuditError) -> Int? {
        try Check.count(population, .size, within: 0...Check.largestPopulation)
        try Check.count(wrong, .wrong, within: 0...population)
        guard population > 0 else { return nil }
        let broken = RiskPValue.breaking(alpha, population)
        guard wrong < broken else { return nil }
        return MonotoneSearch.first(in: wrong...population) { checked in
            let pValue =
                isWatched
                ? (try? FiniteSample(population: population, checked: checked, wrong: wrong))?.oneSidedPValue(broken)
                    ?? 1
                : Special.drawAtMost(wrong, of: checked, counted: broken, population: population)
            return pValue <= delta
        }
    }
}
