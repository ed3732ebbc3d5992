/// The same things asked twice, such as the same prompts in two rounds: how many changed, and which way.
public struct PairedOutcomes: Hashable, Sendable {
    /// Of the kind that is counted both times, from 0.
    public let both: Int
    /// Of that kind the first time alone, b.
    public let onlyBefore: Int
    /// Of that kind the second time alone, c.
    public let onlyAfter: Int
    /// Of that kind neither time, from 0.
    public let neither: Int

    public init(both: Int, onlyBefore: Int, onlyAfter: Int, neither: Int) throws(AuditError) {
        for count in [both, onlyBefore, onlyAfter, neither] {
            try Check.count(count, .checked, within: 0...Check.largestPopulation)
        }
        try Check.count(both + onlyBefore + onlyAfter + neither, .checked, within: 0...Check.largestPopulation)
        self.both = both
        self.onlyBefore = onlyBefore
        self.onlyAfter = onlyAfter
        self.neither = neither
    }

    /// All pairs.
    public var count: Int { both + onlyBefore + onlyAfter + neither }

    /// Those that changed.
    public var changed: Int { onlyBefore + onlyAfter }

    /// The second share less the first; nil without pairs.
    public var value: Double? { count > 0 ? Double(onlyAfter - onlyBefore) / Double(count) : nil }

    /// How likely so uneven a change is if neither way is likelier: 2 Σ_{k ≤ min(b, c)} C(b + c, k) / 2^{b + c}, at most 1 (McNemar
    /// 1947, exact by the binomial distribution).
    public var mcNemar: Double {
        changed == 0 ? 1 : min(1, 2 * Special.binomialAtMost(min(onlyBefore, onlyAfter), of: changed, 0.5))
    }

    /// The interval of the difference: both shares' Wilson intervals put together with the pairs' correlation (Newcombe 1998,
    /// "Improved confidence intervals for the difference between binomial proportions based on paired data", method
    /// 10).
    ///
    /// - Returns: nil without pairs.
    public func newcombe(alpha: Double) throws(AuditError) -> Interval? {
        try Check.probability(alpha, .alpha)
        guard let value else { return nil }
        let (before, after) = (
            try Proportion(both + onlyBefore, of: count), try Proportion(both + onlyAfter, of: count)
        )
        let (old, new) = (try before.wilson(alpha: alpha), try after.wilson(alpha: alpha))
        let (oldShare, newShare) = (before.value ?? 0, after.value ?? 0)
        let correlation = self.correlation
        func reach(_ one: Double, _ other: Double) -> Double {
            max(0, one * one - 2 * correlation * one * other + other * other).squareRoot()
        }
        return Interval(
            lower: value - reach(newShare - new.lower, old.upper - oldShare),
            upper: value + reach(new.upper - newShare, oldShare - old.lower)
        )
    }

    /// φ with the correction for continuity that method 10 has where it is positive; 0 where a margin is empty.
    private var correlation: Double {
        let (a, b, c, d) = (Double(both), Double(onlyBefore), Double(onlyAfter), Double(neither))
        let margins = (a + b) * (c + d) * (a + c) * (b + d)
        guard margins > 0 else { return 0 }
        let difference = a * d - b * c
        let corrected = difference > 0 ? max(0, difference - Double(count) / 2) : difference
        return corrected / margins.squareRoot()
    }

    /// The difference with its interval.
    public func estimate(alpha: Double, of set: AuditedSet) throws(AuditError) -> Figure {
        guard let value, let interval = try newcombe(alpha: alpha) else { return .noItems }
        return .estimate(
            Estimate(
                value: value,
                interval: interval,
                level: 1 - alpha,
                method: .newcombePaired,
                labels: count,
                population: AuditPopulation(set)
            )
        )
    }
}
