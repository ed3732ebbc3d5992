public import AuditStatistics
public import RoundModel

/// What a score means: the share of unsafe responses at each value of the safety score, or of not helpful ones among the safe ones at
/// each value of the helpfulness score, against blind verdicts of the samples.
///
/// The share is the isotonic fit: it does not rise as the score rises. Its band holds at each value alone.
public struct ScoreReliability: Hashable, Sendable {
    /// The score.
    public var score: ScoreName
    /// By ascending score.
    public var points: [Point]
    /// How much of the variance of the verdicts the score explains once it is calibrated, and all of it (CORP); nil without verdicts
    /// of both kinds.
    public var discrimination: Double?
    public var uncertainty: Double?
    /// What is added to the error where the score itself is read as the probability of safe, or helpful; nil where it is
    /// no probability.
    public var miscalibration: Double?
    /// The verdicts behind it.
    public var labels: Int

    /// Some verdicts with neighbouring scores.
    public struct Point: Hashable, Sendable {
        /// Their lowest and highest score.
        public var lowest: Double
        public var highest: Double
        /// The score in their middle, which the share is of.
        public var value: Double
        /// The share that is unsafe, or not helpful.
        public var share: Figure
        /// The verdicts, and those among them that say so, without weights.
        public var labels: Int
        public var against: Int

        public init(lowest: Double, highest: Double, value: Double, share: Figure, labels: Int, against: Int) {
            self.lowest = lowest
            self.highest = highest
            self.value = value
            self.share = share
            self.labels = labels
            self.against = against
        }
    }

    public init(score: ScoreName, points: [Point], labels: Int) {
        self.score = score
        self.points = points
        self.labels = labels
    }

    /// Groups of verdicts, at most.
    public static let mostPoints = 20

    /// - Parameter alpha: the probability that the band misses at a value; between 0 and 1.
    /// - Throws: as for a `ScoreCurve`.
    /// - Complexity: O(verdicts log verdicts).
    init(_ score: ScoreName, from labels: AuditLabels, alpha: Double) throws(AuditError) {
        self.score = score
        let scores = try labels.scores(score)
        let sorted = scores.weighted.sorted { $0.score < $1.score }
        self.labels = sorted.count
        points = []
        guard !sorted.isEmpty else { return }
        let values = sorted.map(\.score)
        let answers = sorted.map(\.isPositive)
        let weights = sorted.map(\.weight)
        let areProbabilities = values.allSatisfy { (0...1).contains($0) }
        let calibration = try ScoreCalibration(
            scores: values,
            isPositive: answers,
            weights: weights,
            areProbabilities: areProbabilities
        )
        let band = try MonotoneBand(scores: values, isPositive: answers, weights: weights, alpha: alpha)
        if answers.contains(true), answers.contains(false) {
            (discrimination, uncertainty) = (calibration.discrimination, calibration.uncertainty)
            miscalibration = calibration.miscalibration
        }
        for group in Self.groups(of: values) {
            let value = values[(group.lowerBound + group.upperBound) / 2]
            let fit = calibration.fit.value(at: value)
            let around = band.interval(at: value)
            let estimate = Estimate(
                value: 1 - fit,
                // The fit heeds all verdicts, its band those near by.
                interval: Interval(lower: 1 - max(fit, around.upper), upper: 1 - min(fit, around.lower)),
                level: 1 - alpha,
                method: band.isExact ? .monotone : .monotoneOfWeights,
                labels: sorted.count,
                population: labels.population(of: score)
            )
            points.append(
                Point(
                    lowest: values[group.lowerBound],
                    highest: values[group.upperBound - 1],
                    value: value,
                    share: scores.unseen > 0 ? .missing(labels: scores.unseen) : .estimate(estimate),
                    labels: group.count,
                    against: group.count { !answers[$0] }
                )
            )
        }
    }

    /// Neighbours in groups of about the same number, equal scores together.
    private static func groups(of values: [Double]) -> [Range<Int>] {
        let size = max(5, (values.count + mostPoints - 1) / mostPoints)
        var groups: [Range<Int>] = []
        var start = 0
        while start < values.count {
            var end = min(values.count, start + size)
            while end < values.count, values[end] == values[end - 1] { end += 1 }
            // What is left over is too little to stand alone.
            if values.count - end < size / 2 { end = values.count }
            groups.append(start..<end)
            start = end
        }
        return groups
    }

    /// What the figures take for granted.
    public static let assumptions =
        ScoreCurve.assumptions + [
            "the share does not rise as the score rises", "the band holds at each score alone, not at all at once",
            "the band is approximate where verdicts stand for different numbers of items",
        ]
}
