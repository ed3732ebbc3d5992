/// What each threshold on a score would make of labelled items: the points of the ROC and of the precision-recall
/// curve.
public struct ScoreCurves: Hashable, Sendable {
    /// One threshold: items with at least this score are called positive.
    public struct Point: Hashable, Sendable {
        /// The threshold; infinite at the first point, where nothing is called positive.
        public let threshold: Double
        /// The positive and the negative items called positive.
        public let truePositives: Int
        public let falsePositives: Int
    }

    /// From the strictest threshold down: nothing called positive, then one point for each score that occurs.
    public let points: [Point]
    /// Positive and negative items, each from 1.
    public let positives: Int
    public let negatives: Int

    /// - Parameters: as for `AreaUnderCurve`.
    /// - Complexity: O(n log n).
    public init(scores: [Double], isPositive: [Bool]) throws(AuditError) {
        try Check.sameCount(scores.count, isPositive.count, .scores)
        try Check.finite(scores, .scores)
        positives = isPositive.count { $0 }
        negatives = isPositive.count - positives
        guard positives > 0, negatives > 0 else { throw .empty(.answers) }
        var points = [Point(threshold: .infinity, truePositives: 0, falsePositives: 0)]
        var (right, wrong) = (0, 0)
        let items = zip(scores, isPositive).sorted { $0.0 > $1.0 }
        for (place, item) in items.enumerated() {
            if item.1 { right += 1 } else { wrong += 1 }
            if place + 1 < items.count, items[place + 1].0 == item.0 { continue }
            points.append(Point(threshold: item.0, truePositives: right, falsePositives: wrong))
        }
        self.points = points
    }

    /// The share of negative items called positive at a point.
    public func falsePositiveRate(_ point: Point) -> Double { Double(point.falsePositives) / Double(negatives) }

    /// The share of positive items called positive at a point: the recall.
    public func truePositiveRate(_ point: Point) -> Double { Double(point.truePositives) / Double(positives) }

    /// The share of positive items among those called positive; 1 where nothing is.
    public func precision(_ point: Point) -> Double {
        let called = point.truePositives + point.falsePositives
        return called > 0 ? Double(point.truePositives) / Double(called) : 1
    }

    /// Σ (recall_k - recall_{k-1}) precision_k.
    public var averagePrecision: Double {
        zip(points, points.dropFirst()).reduce(0) {
            $0 + (truePositiveRate($1.1) - truePositiveRate($1.0)) * precision($1.1)
        }
    }
}
