/// The difference of two figures that rest on different labels, the later less the earlier.
///
/// The interval is put together from theirs (Zou and Donner 2008, "Construction of confidence intervals about effect
/// measures", method of variance estimates recovery): for d = y - x, from d - √((y - l_y)² + (u_x - x)²) to
/// d + √((u_y - y)² + (x - l_x)²). Newcombe's method 10 is the same of two Wilson intervals.
public struct FigureDifference: Hashable, Sendable {
    /// The earlier figure.
    public let before: Figure
    /// The later one.
    public let after: Figure

    public init(from before: Figure, to after: Figure) {
        self.before = before
        self.after = after
    }

    /// The difference as a figure of the later one's population; it lacks what either lacks.
    ///
    /// Assumes that the labels behind both were drawn independently of each other, and that both have the same level; where the
    /// levels differ, the lower one is told.
    public var figure: Figure {
        guard let old = before.estimate else { return before }
        guard let new = after.estimate else { return after }
        let value = new.value - old.value
        func reach(_ one: Double, _ other: Double) -> Double { (one * one + other * other).squareRoot() }
        return .estimate(
            Estimate(
                value: value,
                interval: Interval(
                    lower: value - reach(new.value - new.interval.lower, old.interval.upper - old.value),
                    upper: value + reach(new.interval.upper - new.value, old.value - old.interval.lower)
                ),
                level: min(old.level, new.level),
                method: .zouDonner,
                labels: old.labels + new.labels,
                population: new.population
            )
        )
    }
}
