public import AuditStatistics
public import RoundModel

/// How well a score tells what it is there to tell, at each threshold on it: the ROC and the precision-recall curve against blind
/// verdicts of the samples, weighted by what each stands for.
public struct ScoreCurve: Hashable, Sendable {
    /// The score.
    public var score: ScoreName
    /// Ascending thresholds; items with at least so high a score are kept.
    public var points: [Point]
    /// The area under the ROC curve.
    public var area: Figure
    /// Σ (recall_k - recall_{k-1}) precision_k; nil where one kind has no verdict.
    public var averagePrecision: Double?
    /// The verdicts behind it that call an item safe, or helpful.
    public var positives: Int
    /// Those that call it unsafe, or not helpful.
    public var negatives: Int

    /// The thresholds of its points.
    public var thresholds: [Double] { points.map(\.threshold) }

    public typealias Point = StratifiedScores.CurvePoint

    /// Thresholds that are looked at, at most.
    public static let mostPoints = 40

    public init(
        score: ScoreName,
        points: [Point],
        area: Figure,
        averagePrecision: Double?,
        positives: Int,
        negatives: Int
    ) {
        self.score = score
        self.points = points
        self.area = area
        self.averagePrecision = averagePrecision
        self.positives = positives
        self.negatives = negatives
    }

    /// - Parameter alpha: the probability that one of the bands misses somewhere; between 0 and 1.
    /// - Throws: `notAProbability` for another α; `empty` where there are no items.
    /// - Complexity: O(verdicts × points).
    init(_ score: ScoreName, from labels: AuditLabels, alpha: Double) throws(AuditError) {
        self.score = score
        let scores = try labels.scores(score)
        let population = labels.population(of: score)
        points = try scores.curve(at: scores.thresholds(atMost: Self.mostPoints), alpha: alpha, of: population)
        area = try scores.area(alpha: alpha, of: population)
        averagePrecision = scores.curves?.averagePrecision
        positives = scores.labels.count { $0.answer == .positive }
        negatives = scores.labels.count { $0.answer == .negative }
    }

    /// What the figures take for granted.
    public static let assumptions = [
        "verdicts are those given blind in samples of the buckets; who could not tell is left out",
        "each verdict counts for the items of its bucket that it stands for",
        "people are right",
    ]
}

extension StratifiedScores {
    /// Scores of labels at equal distances in rank, each once, ascending.
    func thresholds(atMost most: Int) -> [Double] {
        let all = labels.filter { $0.answer != .outside }.map(\.score).sorted()
        guard !all.isEmpty else { return [] }
        return Set((0..<most).map { all[$0 * (all.count - 1) / max(1, most - 1)] }).sorted()
    }
}
