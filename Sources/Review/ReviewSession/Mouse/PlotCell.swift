public import RoundModel

/// One cell of the plot, as the scores that it holds.
public struct PlotCell: Hashable, Sendable {
    /// The safety scores from its left to its right edge.
    public let safety: ClosedRange<Double>
    /// The helpfulness scores from its lower to its upper edge.
    public let helpfulness: ClosedRange<Double>

    public init(safety: ClosedRange<Double>, helpfulness: ClosedRange<Double>) {
        self.safety = safety
        self.helpfulness = helpfulness
    }

    /// The scores at its middle.
    public var middle: Scores {
        Scores(
            safety: safety.lowerBound / 2 + safety.upperBound / 2,
            helpfulness: helpfulness.lowerBound / 2 + helpfulness.upperBound / 2
        )
    }

    /// Its width and height in scores, over 0.
    var size: Scores {
        Scores(
            safety: max(safety.upperBound - safety.lowerBound, .leastNormalMagnitude),
            helpfulness: max(helpfulness.upperBound - helpfulness.lowerBound, .leastNormalMagnitude)
        )
    }
}

/// A distance in cells, to the right and downward.
public struct PlotOffset: Hashable, Sendable {
    public let columns: Int
    public let rows: Int

    public init(columns: Int = 0, rows: Int = 0) {
        self.columns = columns
        self.rows = rows
    }
}
