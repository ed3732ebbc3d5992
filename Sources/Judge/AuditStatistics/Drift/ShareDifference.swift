/// A share in one round and in the next.
public struct ShareDifference: Hashable, Sendable {
    /// The share before.
    public let before: Proportion
    /// The share after.
    public let after: Proportion

    public init(before: Proportion, after: Proportion) {
        self.before = before
        self.after = after
    }

    /// By how much the share went up; nil where a side has no items.
    public var value: Double? {
        guard let before = before.value, let after = after.value else { return nil }
        return after - before
    }

    /// Newcombe's interval of the difference (1998, method 10): both shares' Wilson intervals put together.
    ///
    /// - Returns: nil where a side has no items.
    public func newcombe(alpha: Double) throws(AuditError) -> Interval? {
        guard let old = before.value, let new = after.value, let value else { return nil }
        let (wilson, newWilson) = (try before.wilson(alpha: alpha), try after.wilson(alpha: alpha))
        func reach(_ one: Double, _ other: Double) -> Double { (one * one + other * other).squareRoot() }
        return Interval(
            lower: value - reach(new - newWilson.lower, wilson.upper - old),
            upper: value + reach(newWilson.upper - new, old - wilson.lower)
        )
    }

    /// The difference over its standard error with the pooled share; nil where both shares are 0 or 1.
    public var z: Double? {
        guard let value else { return nil }
        let (n, m) = (Double(before.trials), Double(after.trials))
        let pooled = Double(before.count + after.count) / (n + m)
        let variance = pooled * (1 - pooled) * (1 / n + 1 / m)
        return variance > 0 ? value / variance.squareRoot() : nil
    }

    /// The difference with its interval.
    public func estimate(alpha: Double, of set: AuditedSet) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        guard let value, let interval = try newcombe(alpha: alpha) else { return .noItems }
        return .estimate(
            Estimate(
                value: value,
                interval: interval,
                level: 1 - alpha,
                method: .newcombe,
                labels: before.trials + after.trials,
                population: AuditPopulation(set)
            )
        )
    }
}
