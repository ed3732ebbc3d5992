/// A simple random sample without replacement from a known number of items, and how many of it are wrong.
public struct FiniteSample: Hashable, Sendable {
    /// The items of the population, N; at most 2³⁰.
    public let population: Int
    /// The labels, n, 0 to `population`.
    public let checked: Int
    /// The labels that are of the kind counted, x, 0 to `checked`.
    public let wrong: Int

    public init(population: Int, checked: Int, wrong: Int) throws(AuditError) {
        try Check.part(checked, .checked, of: population, .size)
        try Check.count(wrong, .wrong, within: 0...checked)
        self.population = population
        self.checked = checked
        self.wrong = wrong
    }

    /// The numbers of wrong items in the population that the sample leaves possible at all.
    public var possible: ClosedRange<Int> { wrong...(population - checked + wrong) }

    /// The wrong items of the population, by equal-tailed inversion of the hypergeometric test (Konijn 1973;
    /// Buonaccorsi 1987): K_lo = min{K : P(X ≥ x | K) > α/2}, K_hi = max{K : P(X ≤ x | K) > α/2}.
    ///
    /// - Parameter alpha: between 0 and 1.
    /// - Complexity: O(log N) probabilities, each O(√n).
    public func inversion(alpha: Double) throws(AuditError) -> CountInterval {
        try Check.probability(alpha, .alpha)
        return CountInterval(lower: lower(alpha / 2), upper: upper(alpha / 2))
    }

    /// At most so many are wrong, with probability 1 - α: max{K : P(X ≤ x | K) > α}.
    public func upperBound(alpha: Double) throws(AuditError) -> Int {
        try Check.probability(alpha, .alpha)
        return upper(alpha)
    }

    /// At least so many are wrong, with probability 1 - α.
    public func lowerBound(alpha: Double) throws(AuditError) -> Int {
        try Check.probability(alpha, .alpha)
        return lower(alpha)
    }

    // At the far end of what is possible the sample is certain, so both searches always find a bound.
    private func lower(_ tail: Double) -> Int {
        MonotoneSearch.first(in: possible) {
            Special.drawAtLeast(wrong, of: checked, counted: $0, population: population) > tail
        } ?? possible.upperBound
    }

    private func upper(_ tail: Double) -> Int {
        MonotoneSearch.last(in: possible) {
            Special.drawAtMost(wrong, of: checked, counted: $0, population: population) > tail
        } ?? possible.lowerBound
    }
}
