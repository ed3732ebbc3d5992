/// How many labels a share takes to be known to ± a margin.
public struct PrecisionPlan: Hashable, Sendable {
    /// The share that is expected, between 0 and 1; 0.5 where nothing is known is the most that it takes.
    public let share: Double
    /// The margin d, between 0 and 1.
    public let margin: Double
    /// 1 - level, between 0 and 1.
    public let alpha: Double

    public init(share: Double, margin: Double, alpha: Double) throws(AuditError) {
        try Check.probability(share, .share)
        try Check.probability(margin, .margin)
        try Check.probability(alpha, .alpha)
        self.share = share
        self.margin = margin
        self.alpha = alpha
    }

    /// n₀ = z² p (1-p) / d², not rounded: of a population without end (Cochran 1977, section 4.4).
    public var unrounded: Double {
        let z = Special.twoSidedNormal(alpha)
        return z * z * share * (1 - share) / (margin * margin)
    }

    /// The labels for a population of so many items, or without end: n₀ / (1 + (n₀-1) / N), rounded up, and never more
    /// than N.
    public func labels(population: Int? = nil) throws(AuditError) -> Int {
        let needed = max(1, unrounded)
        guard let population else { return Self.whole(needed) }
        try Check.count(population, .size, within: 0...Check.largestPopulation)
        guard population > 0 else { return 0 }
        return min(population, Self.whole(needed / (1 + (needed - 1) / Double(population))))
    }

    /// How many more, where some are there already.
    public func more(population: Int? = nil, checked: Int) throws(AuditError) -> Int {
        try Check.count(checked, .checked, within: 0...Check.largestPopulation)
        return max(0, try labels(population: population) - checked)
    }

    /// The labels with which both sides of the Clopper-Pearson interval are within the margin, if the expected share is
    /// found (rounded half to even), and stay so for the next 39 numbers of labels.
    ///
    /// - Returns: nil where more than 100,000 labels would be needed.
    /// - Complexity: O(labels).
    public func exactLabels() -> Int? {
        let first = Self.whole(max(1, unrounded * 0.8))
        guard first <= 100_000 else { return nil }
        var run = 0
        for labels in first...110_000 {
            run = reach(labels) <= margin ? run + 1 : 0
            if run == 40 { return labels - 39 }
        }
        return nil
    }

    /// The longer side of the Clopper-Pearson interval where the expected share is found.
    private func reach(_ labels: Int) -> Double {
        let count = (share * Double(labels)).rounded(.toNearestOrEven)
        let trials = Double(labels)
        let below = count / trials - Proportion.lowerBound(count: count, trials: trials, tail: alpha / 2)
        let above = Proportion.upperBound(count: count, trials: trials, tail: alpha / 2) - count / trials
        return max(below, above)
    }

    private static func whole(_ value: Double) -> Int { Int(min(value, 1e15).rounded(.up)) }
}
