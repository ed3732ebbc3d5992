/// What each threshold on a score would make of labelled items: the points of the ROC and of the precision-recall
/// curve.
public struct ScoreCurves: Hashable, Sendable {
    /// One threshold: items with at least this score are called positive.
    public struct Point: Hashable, Sendable {
        /// The threshold; infinite at the first point, where nothing is called positive.
        public let threshold: Double
        /// The positive and the negative items called positive, by their weights.
        public let truePositives: Double
        public let falsePositives: Double
    }

    /// From the strictest threshold down: nothing called positive, then one point for each score that occurs.
    public let points: [Point]
    /// Positive and negative items by their weights, each above 0.
    public let positives: Double
    public let negatives: Double

    /// - Parameters:
    ///   - scores: as for `AreaUnderCurve`.
    ///   - isPositive: likewise.
    ///   - weights: as many, above 0; 1 each where there are none given.
    /// - Complexity: O(n log n).
    public init(scores: [Double], isPositive: [Bool], weights: [Double]? = nil) throws(AuditError) {
        try Check.sameCount(scores.count, isPositive.count, .scores)
        try Check.finite(scores, .scores)
        let weights = weights ?? [Double](repeating: 1, count: scores.count)
        try Check.sameCount(scores.count, weights.count, .weights)
        for weight in weights { try Check.positive(weight, .weights) }
        guard isPositive.contains(true), isPositive.contains(false) else { throw .empty(.answers) }
        var points = [Point(threshold: .infinity, truePositives: 0, falsePositives: 0)]
        var (right, wrong) = (0.0, 0.0)
        let items = scores.indices.sorted { scores[$0] > scores[$1] }
        for (place, item) in items.enumerated() {
            if isPositive[item] { right += weights[item] } else { wrong += weights[item] }
            if place + 1 < items.count, scores[items[place + 1]] == scores[item] { continue }
            points.append(Point(threshold: scores[item], truePositives: right, falsePositives: wrong))
        }
        self.points = points
        (positives, negatives) = (right, wrong)
    }

    /// The share of negative items called positive at a point.
    public func falsePositiveRate(_ point: Point) -> Double { point.falsePositives / negatives }

    /// The share of positive items called positive at a point: the recall.
    public func truePositiveRate(_ point: Point) -> Double { point.truePositives / positives }

    /// The share of positive items among those called positive; 1 where nothing is.
    public func precision(_ point: Point) -> Double {
        let called = point.truePositives + point.falsePositives
        return called > 0 ? point.truePositives / called : 1
    }

    /// Σ (recall_k - recall_{k-1}) precision_k.
    public var averagePrecision: Double {
        zip(points, points.dropFirst()).reduce(0) {
            $0 + (truePositiveRate($1.1) - truePositiveRate($1.0)) * precision($1.1)
        }
    }
}
