import DensityPlot
import RoundModel

/// What a drag comes to.
extension PlotDrag {
    /// The thresholds with a line at the pointer; nil where it is there already.
    func thresholds(moving name: ThresholdName, from present: Thresholds) -> Thresholds? {
        let span = name.score == .safety ? now.safety : now.helpfulness
        var next = present
        // A line that is brought back to its own cell is what it was.
        let own = before.now[name]
        let isOwn = span.lowerBound <= own && own < span.upperBound
        next[name] = isOwn ? own : RoundNumber.within(span.lowerBound, span.upperBound)
        return next != present && next[name].isFinite ? next : nil
    }

    /// True where it has moved a line.
    var hasMovedLine: Bool { if case .line = kind { hasMoved } else { false } }

    /// The scores between the cells where it began and where it is, both among them, with few digits: up to a tenth of a
    /// cell more on each side.
    public var region: PlotCell {
        PlotCell(
            safety: Self.rounded(start.safety, now.safety),
            helpfulness: Self.rounded(start.helpfulness, now.helpfulness)
        )
    }

    private static func rounded(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> ClosedRange<Double> {
        let (first, last) = one.lowerBound <= other.lowerBound ? (one, other) : (other, one)
        let low = RoundNumber.below(first.lowerBound, slack: (first.upperBound - first.lowerBound) / 10)
        let high = RoundNumber.above(last.upperBound, slack: (last.upperBound - last.lowerBound) / 10)
        return low...max(low, high)
    }
}
