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
        return MonotoneSearch.first(in: wrong...Check.largestPopulation) { certifies($0, wrong: wrong) }
    }

    /// The fewest labels of a population of known size, which are fewer where it is small: the smallest n with
    /// P(Hyp(N, ⌊αN⌋+1, n) ≤ wrong) ≤ δ, or with which the sequence shows it.
    ///
    /// - Returns: nil where not even all labels would certify it, since so many mistakes are more than α of it.
    public func labels(wrong: Int = 0, population: Int) throws(AuditError) -> Int? {
        try Check.count(population, .size, within: 0...Check.largestPopulation)
        try Check.count(wrong, .wrong, within: 0...population)
        guard population > 0 else { return nil }
        guard wrong < RiskPValue.breaking(alpha, population) else { return nil }
        return MonotoneSearch.first(in: wrong...population) { certifies($0, wrong: wrong, population: population) }
    }

    /// The most mistakes with which so many labels certify it; nil where they do not even without one.
    ///
    /// - Parameter population: nil for one without end.
    public func mistakes(labels: Int, population: Int?) throws(AuditError) -> Int? {
        try Check.part(labels, .checked, of: population ?? Check.largestPopulation, .size)
        return MonotoneSearch.last(in: 0...labels) { certifies(labels, wrong: $0, population: population) }
    }

    /// The fewest labels that are enough whatever the size of the population, of which only a bound is known: the smallest n with
    /// which so many mistakes certify each population of n items to `most`.
    ///
    /// What a population takes does not grow with its size throughout: 20k - 1 items take more than 20k where α is 0.05.
    /// - Returns: nil where not even all labels would certify the largest.
    /// - Complexity: O(log² `most`) p-values.
    public func labels(wrong: Int = 0, populationAtMost most: Int) throws(AuditError) -> Int? {
        try Check.count(most, .size, within: 0...Check.largestPopulation)
        try Check.count(wrong, .wrong, within: 0...most)
        return MonotoneSearch.first(in: wrong...most) { certifiesAll($0, wrong: wrong, upTo: most) }
    }

    /// The most mistakes with which so many labels certify each population that has as many items, to `most`; nil where they do not
    /// even without one.
    public func mistakes(labels: Int, populationAtMost most: Int) throws(AuditError) -> Int? {
        try Check.part(labels, .checked, of: most, .size)
        return MonotoneSearch.last(in: 0...labels) { certifiesAll(labels, wrong: $0, upTo: most) }
    }

    /// Whether each population of as many items as were checked, to `most`, is certified.
    private func certifiesAll(_ checked: Int, wrong: Int, upTo most: Int) -> Bool {
        // Of the sizes that as few wrong items break, the largest is the hardest; among those the largest too. The smallest of all
        // breaks by the fewest.
        let step = RiskPValue.breaking(alpha, most)
        let before = (MonotoneSearch.first(in: 0...most) { RiskPValue.breaking(alpha, $0) >= step } ?? most) - 1
        return [checked, before, most].allSatisfy { size in
            size < checked || certifies(checked, wrong: wrong, population: size)
        }
    }

    private func certifies(_ checked: Int, wrong: Int, population: Int? = nil) -> Bool {
        guard let population else {
            guard isWatched else { return Special.binomialAtMost(wrong, of: checked, alpha) <= delta }
            return (try? Proportion(wrong, of: checked)).map { $0.oneSidedPValue(alpha) <= delta } ?? false
        }
        let broken = RiskPValue.breaking(alpha, population)
        guard population > 0, wrong < broken else { return false }
        guard isWatched else {
            return Special.drawAtMost(wrong, of: checked, counted: broken, population: population) <= delta
        }
        let sample = try? FiniteSample(population: population, checked: checked, wrong: wrong)
        return sample.map { $0.oneSidedPValue(broken) <= delta } ?? false
    }
}
