/// The interval of a figure that is made of several parts, from the intervals of the parts: the method of variance
/// estimates recovery (Zou and Donner 2008, "Construction of confidence limits about effect measures").
///
/// Each part is moved to the ends of its own interval, the others left alone; what that makes of the figure is added in
/// squares, apart for either side. So the interval leans as those of its parts do, and has width where the labels show
/// no variance: a part of which nothing was found may be there all the same.
struct RecoveredInterval {
    /// The figure.
    let value: Double
    private var below = 0.0
    private var above = 0.0

    init(_ value: Double) { self.value = value }

    /// Adds a part that is independent of the others.
    ///
    /// - Parameter ends: the figure with the part at the ends of its interval; nil where it is not defined there.
    mutating func add(_ ends: [Double?]) {
        let ends = ends.compactMap { $0 }
        let lowest = ends.reduce(value, min)
        let highest = ends.reduce(value, max)
        add(below: value - lowest, above: highest - value)
    }

    /// Adds a part that reaches so far to either side.
    mutating func add(below: Double, above: Double) {
        self.below += below * below
        self.above += above * above
    }

    /// The interval, no wider than the figure can be.
    func interval(within limits: ClosedRange<Double>) -> Interval {
        Interval(
            lower: max(limits.lowerBound, value - below.squareRoot()),
            upper: min(limits.upperBound, value + above.squareRoot())
        )
    }
}
