public import AuditStatistics
public import RoundModel

/// How good a set is that some thresholds select, by verdicts that may have been drawn at others: how much of it belongs
/// there, and how much of what belongs there it holds.
///
/// The strata are the buckets at the thresholds of the sample; how many items of each stratum fall into which bucket now
/// is known exactly from the scores.
public struct SelectionAudit: Hashable, Sendable {
    /// The bucket: adversarial or accepted.
    public var bucket: Bucket
    /// The thresholds that select it.
    public var thresholds: Thresholds
    /// The share of its items that a person would put there.
    public var precision: Figure
    /// The share that it holds of the items that a person would put there.
    public var recall: Figure

    /// - Parameters:
    ///   - sample: the verdicts at the thresholds that they were drawn at.
    ///   - flows: the round's items from the buckets of the sample to those of the thresholds.
    init(
        _ bucket: Bucket,
        at thresholds: Thresholds,
        from sample: AuditLabels,
        flows: FlowTable,
        alpha: Double
    ) throws(AuditError) {
        self.bucket = bucket
        self.thresholds = thresholds
        let set: AuditedSet = sample.thresholds == thresholds ? .bucket(bucket) : .bucketAt(bucket, thresholds)
        var taken: [Stratum] = []
        var left: [Stratum] = []
        for stratum in Bucket.allCases {
            let items = sample.sampled[stratum] ?? []
            let mine = items.filter { sample.bucket(of: $0, at: thresholds) == bucket }
            let others = items.filter { sample.bucket(of: $0, at: thresholds) != bucket }
            let size = flows[from: stratum, to: bucket]
            let rest = Bucket.allCases.reduce(0) { $0 + ($1 == bucket ? 0 : flows[from: stratum, to: $1]) }
            // Who could not tell speaks against the set, in it and outside of it.
            let wrong = mine.count { sample.answer(of: $0, at: thresholds) != bucket }
            let missed = others.count { (sample.answer(of: $0, at: thresholds) ?? bucket) == bucket }
            taken.append(try Stratum(size: size, checked: mine.count, wrong: wrong))
            left.append(try Stratum(size: rest, checked: others.count, wrong: missed))
        }
        let selection = PostStratifiedSelection(taken: taken, left: left)
        precision = try selection.precision(alpha: alpha, of: set)
        recall = try selection.recall(alpha: alpha, of: .round)
    }
}
