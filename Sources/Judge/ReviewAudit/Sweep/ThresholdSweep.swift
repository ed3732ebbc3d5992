public import AuditStatistics
public import RoundModel

/// What a bucket would hold at each value of one threshold, the others kept: its distinct (prompt, response) pairs, its precision
/// and its recall, each with a band that holds for all values at once.
///
/// Who looks at many thresholds and takes the best may read these; intervals that each hold for one threshold
/// alone would mislead.
public struct ThresholdSweep: Hashable, Sendable {
    /// The threshold that is swept.
    public var name: ThresholdName
    /// The bucket that is told: adversarial for θ adv, else accepted.
    public var bucket: Bucket
    /// The thresholds, of which the swept one is the present value.
    public var thresholds: Thresholds
    /// Ascending.
    public var points: [Point]
    /// The verdicts behind it.
    public var labels: Int
    /// The round's distinct pairs, those among them that the sample has and the round has lost.
    public var total: Int

    /// One value of the threshold.
    public struct Point: Hashable, Sendable {
        public var value: Double
        /// The bucket's distinct pairs at it, those among them that the sample has and the round has lost.
        public var size: Int
        /// The share of these that a person would put there.
        public var precision: Figure
        /// The share that it holds of what a person would put there.
        public var recall: Figure

        public init(value: Double, size: Int, precision: Figure, recall: Figure) {
            self.value = value
            self.size = size
            self.precision = precision
            self.recall = recall
        }
    }

    public init(
        name: ThresholdName,
        bucket: Bucket,
        thresholds: Thresholds,
        points: [Point],
        labels: Int,
        total: Int
    ) {
        self.name = name
        self.bucket = bucket
        self.thresholds = thresholds
        self.points = points
        self.labels = labels
        self.total = total
    }

    /// Values that are looked at, at most, beside the present one.
    public static let mostPoints = 40

    /// - Parameters:
    ///   - sample: the verdicts at the thresholds that they were drawn at.
    ///   - scores: all items' scores of the threshold's kind, of which some are looked at.
    ///   - thresholds: the present ones.
    ///   - alpha: the probability that a band misses somewhere; between 0 and 1.
    ///   - isStopped: asked before each value; where it is true, the values end there.
    /// - Throws: `notAProbability` for another α.
    /// - Complexity: O(n × points) shared among the cores, and O(verdicts × points).
    init(
        _ name: ThresholdName,
        from sample: AuditLabels,
        among scores: SortedSample,
        at thresholds: Thresholds,
        alpha: Double,
        isStopped: () -> Bool = { false }
    ) throws(AuditError) {
        self.name = name
        self.thresholds = thresholds
        bucket = name == .adv ? .adversarial : .accepted
        labels = sample.sampledCount
        let contents = DistinctContents(sample.columns, sample.keys)
        // Precision needs the wrong items of the bucket alone, recall the right ones outside of it as well.
        let strata = try SweptStratum.all(sample, kinds: 1, alpha: alpha)
        let recalled = try SweptStratum.all(sample, kinds: 2, alpha: alpha)
        points = []
        total = 0
        for value in Self.values(among: scores, and: thresholds[name]) {
            if isStopped() { break }
            var theta = thresholds
            theta[name] = value
            let flows = contents.flows(from: sample.thresholds, to: theta)
            var whole = 0
            var taken = SweptStratum.Total()
            var (held, missed) = (SweptStratum.Total(), SweptStratum.Total())
            for (stratum, wide) in zip(strata, recalled) {
                let kinds = stratum.kinds(of: bucket, at: theta)
                let all = Bucket.allCases.reduce(stratum.lost) { $0 + flows[from: stratum.bucket, to: $1] }
                let size = flows[from: stratum.bucket, to: bucket] + kinds.lost
                taken.add(kinds.wrong, of: kinds.taken, in: size, stratum, all)
                held.add(kinds.wrong, of: kinds.taken, in: size, wide, all)
                missed.add(kinds.missed, of: stratum.labels.count - kinds.taken, in: all - size, wide, all)
                whole += all
            }
            total = whole
            let point = Point(
                value: value,
                size: taken.items,
                precision: taken.precision(bucket, theta, labels: labels, alpha: alpha),
                recall: held.recall(missed, labels: labels, size: whole, alpha: alpha)
            )
            // Where another threshold decides, the set stays the same for many values.
            if let last = points.last, value != thresholds[name], last.value != thresholds[name],
                last.size == point.size, last.recall == point.recall
            {
                continue
            }
            points.append(point)
        }
    }

    /// Values at equal distances in rank, each once, and the present one.
    private static func values(among scores: SortedSample, and present: Double) -> [Double] {
        let ranks = (0..<mostPoints).map { step in
            scores.value(atRank: step * (scores.count - 1) / max(1, mostPoints - 1))
        }
        return Set(ranks + [present]).sorted()
    }
}
