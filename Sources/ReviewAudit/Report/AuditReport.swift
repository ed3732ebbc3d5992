public import AuditStatistics
public import RoundModel
public import Verdicts

/// What the verdicts on a round prove about its buckets, its reward models and its reviewers.
public struct AuditReport: Hashable, Sendable {
    /// What the buckets were made with.
    public var thresholds: Thresholds
    /// The probability that an interval misses: 0.05 for 95 %.
    public var alpha: Double
    /// What the samples were drawn with.
    public var seed: UInt64
    /// In the order of `Bucket`.
    public var buckets: [BucketAudit]
    /// How far the reward models agree with people; blind labels of the samples alone.
    public var agreement: AgreementAudit
    /// How far reviewers agree with one another.
    public var reviewers: ReviewerAudit

    /// - Parameters:
    ///   - keys: those of the round.
    ///   - items: the items of each content with a verdict, copies among them.
    ///   - alpha: between 0 and 1.
    /// - Throws: `notAProbability` for another α.
    /// - Complexity: O(n + labels log labels).
    public init(
        _ record: ReviewRecord,
        items: [ItemDigest: [UInt32]],
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64,
        at thresholds: Thresholds,
        alpha: Double = 0.05
    ) throws(AuditError) {
        self.thresholds = thresholds
        self.alpha = alpha
        self.seed = seed
        let labels = AuditLabels(record, items: items, in: columns, keys: keys, seed: seed, at: thresholds)
        var buckets: [BucketAudit] = []
        for bucket in Bucket.allCases { buckets.append(try labels.audit(of: bucket, alpha: alpha)) }
        self.buckets = buckets
        agreement = try AgreementAudit(labels, alpha: alpha)
        reviewers = try ReviewerAudit(record, alpha: alpha, seed: seed)
    }
}
