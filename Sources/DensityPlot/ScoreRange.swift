public import RoundModel

/// An interval of scores along one axis; finite, and never empty.
public struct ScoreRange: Hashable, Sendable {
    /// The lower end, below `high`; it belongs to the range.
    public let low: Double
    /// The upper end; it belongs to the range.
    public let high: Double

    /// A range that holds both ends with a little air around them, a hundredth of their distance on each side.
    ///
    /// - Precondition: both are finite, `low <= high`; equal ones get room on both sides.
    public init(covering low: Double, _ high: Double) {
        let half = high / 2 - low / 2
        if half > 0 {
            let air = half / 50
            self.init(low: max(low - air, -.greatestFiniteMagnitude), high: min(high + air, .greatestFiniteMagnitude))
        } else {
            let air = max(abs(low) / 20, low == 0 ? 0.5 : abs(low).ulp * 64)
            self.init(low: max(low - air, -.greatestFiniteMagnitude), high: min(low + air, .greatestFiniteMagnitude))
        }
    }

    /// A range with these ends and no air.
    ///
    /// - Precondition: `low < high`, both finite.
    public init(low: Double, high: Double) {
        precondition(low < high && low.isFinite && high.isFinite, "a range needs two finite ends, low below high")
        self.low = low
        self.high = high
    }

    /// Where a score lies, 0 at `low` and 1 at `high`; outside these for scores outside.
    ///
    /// Halves are subtracted, since the distance of two doubles can be more than a double holds.
    public func fraction(of score: Double) -> Double {
        (score / 2 - low / 2) / (high / 2 - low / 2)
    }

    /// Which of `count` equal bins a score falls in, from 0 at `low`; nil outside the range, or where there are no
    /// bins. The last bin holds its upper end.
    public func bin(of score: Double, count: Int) -> Int? {
        count > 0 ? Bins(self, count: count).bin(of: score) : nil
    }

    /// Where the bins of a range lie, for putting many scores into them.
    struct Bins {
        private let low: Double
        private let high: Double
        private let halfLow: Double
        private let halfWidth: Double
        private let count: Int

        /// - Parameter count: bins, from 1.
        init(_ range: ScoreRange, count: Int) {
            low = range.low
            high = range.high
            halfLow = range.low / 2
            halfWidth = range.high / 2 - range.low / 2
            self.count = count
        }

        /// The bin of a score, from 0 at the low end; nil outside the range.
        @inline(__always)
        func bin(of score: Double) -> Int? {
            guard score >= low, score <= high else { return nil }
            return min(count - 1, max(0, Int((score / 2 - halfLow) / halfWidth * Double(count))))
        }
    }

    /// The score at a fraction of the way: `low` at 0, `high` at 1.
    public func value(at fraction: Double) -> Double {
        low * (1 - fraction) + high * fraction
    }
}

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

    /// All items of a round, with a little air at the edges; all of 0 to 1 for scores that take up most of it.
    public init(fitting safety: ScoreSummary, _ helpfulness: ScoreSummary) {
        self.init(safety: Self.range(fitting: safety), helpfulness: Self.range(fitting: helpfulness))
    }

    /// Scores that take up most of the way from 0 to 1 are shown on all of it; it is the scale they were made on.
    private static func range(fitting scores: ScoreSummary) -> ScoreRange {
        let isUnitScale = scores.min >= 0 && scores.max <= 1 && scores.max - scores.min > 0.5
        return isUnitScale ? ScoreRange(covering: 0, 1) : ScoreRange(covering: scores.min, scores.max)
    }
}
