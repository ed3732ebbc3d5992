public import RoundModel

/// The part of the score plane that a plot shows.
public struct Viewport: Hashable, Sendable {
    /// Safety, from left to right.
    public var safety: ScoreRange
    /// Helpfulness, from the bottom up.
    public var helpfulness: ScoreRange

    public init(safety: ScoreRange, helpfulness: ScoreRange) {
        self.safety = safety
        self.helpfulness = helpfulness
    }

    /// What is best shown of a round unless somebody asks for another part: all items with a little air at the edges, all
    /// of 0 to 1 for scores that take up most of it, and the bulk of scores that some outliers would squeeze.
    ///
    /// Lines that lie among the scores are always in it; one that lies outside all scores is not.
    ///
    /// - Parameter scale: where it squeezes nothing, all scores are shown, whatever they leave of the bulk.
    public init(
        fitting safety: ScoreSummary,
        _ helpfulness: ScoreSummary,
        lines: Thresholds,
        scale: AxisScale = .linear
    ) {
        self.init(
            safety: Self.range(fitting: safety, lines: [lines.adv, lines.safety], scale),
            helpfulness: Self.range(fitting: helpfulness, lines: [lines.help], scale)
        )
    }

    private static func range(fitting scores: ScoreSummary, lines: [Double], _ scale: AxisScale) -> ScoreRange {
        // It is the scale they were made on.
        let isUnitScale = scores.min >= 0 && scores.max <= 1 && scores.max - scores.min > 0.5
        // Log odds would give most of the room to what lies beyond the scores.
        if isUnitScale, scale != .logistic { return ScoreRange(covering: 0, 1) }
        let bulk = scale != .linear ? nil : bulk(of: scores, lines: lines)
        return bulk ?? ScoreRange(covering: scores.min, scores.max)
    }

    /// The middle nine tenths of the scores and half as much on each side, wider where a line asks for it; nil where
    /// that is not much less than all of them.
    private static func bulk(of scores: ScoreSummary, lines: [Double]) -> ScoreRange? {
        let (first, last) = (scores.quantile(0.05), scores.quantile(0.95))
        // In halves, since two doubles can be further apart than the largest one.
        let margin = last / 2 - first / 2
        guard margin > 0 else { return nil }
        var low = max(scores.min, first - margin)
        var high = min(scores.max, last + margin)
        func isWorthIt() -> Bool { high / 2 - low / 2 < (scores.max / 2 - scores.min / 2) / 3 }
        // In doublings, so that a line on its way does not change the axes with every step.
        for line in lines where line >= scores.min && line <= scores.max {
            while line < low, isWorthIt() { low = max(scores.min, low - (high - low)) }
            while line > high, isWorthIt() { high = min(scores.max, high + (high - low)) }
        }
        return isWorthIt() ? ScoreRange(covering: low, high) : nil
    }
}
