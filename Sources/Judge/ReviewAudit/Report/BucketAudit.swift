public import AuditStatistics
public import RoundModel

/// What a bucket's verdicts show.
public struct BucketAudit: Hashable, Sendable {
    /// The bucket of the rule.
    public var bucket: Bucket
    /// Its distinct (prompt, response) pairs.
    public var size: Int
    /// Its items by the thresholds alone, copies among them.
    public var rows: Int
    /// Its items where verdicts count, copies among them: those that screens and counts show.
    public var rowsWithVerdicts: Int
    /// Verdicts at the beginning of its order, without a gap: the sample, each pair once. Pairs that the round has lost since are
    /// among them.
    public var sampled: Int
    /// Of the sample, those that a person puts elsewhere.
    public var wrong: Int
    /// Of the sample, those that nobody could tell.
    public var unsure: Int
    /// Of the sample, those that the round has lost since: rows that were deleted or changed.
    public var lost: CheckedSample.Gone
    /// Items without a verdict before the last one, in order: to be checked next, at most `BucketAudit.mostGaps`.
    public var gaps: [UInt32]
    /// All such items.
    public var gapCount: Int
    /// Of these, those that somebody passed over.
    public var passedOver: Int
    /// Verdicts behind the first gap, which count again once the gaps are filled.
    public var waiting: Int
    /// Of these, mistakes: no rate has them yet.
    public var waitingWrong: Int
    /// Pairs outside of the sample that somebody looked at and judged: these find mistakes and say nothing about rates.
    public var hunted: Int
    /// Of those, mistakes.
    public var huntedWrong: Int
    /// What was planned for its sample before the first item was checked.
    public var planned: PlannedSample
    /// The share of wrong items by a fixed number of labels: those that were planned, once they are there; where nobody
    /// planned any, as in reviews of before, all that are there, if no more come.
    public var errorRate: Figure
    /// The same while verdicts come in and the figure is watched.
    public var errorRateWhileLabelling: Figure
    /// `errorRate` without the slips of those who judged, or why that cannot be told.
    public var corrected: CorrectedErrorRate
    /// What is left wrong in what is exported of the bucket.
    public var exported: ExportAudit
    /// That at most `BucketAudit.limit` of its pairs are wrong; nil of an empty bucket.
    public var claim: LimitClaim?
    /// Verdicts that are still missing for the share to be known to ±5 points.
    public var toEstimate: Int
    /// How its sample is drawn more densely near the lines; nil for a simple sample. All counts and rates but `claim` are then those of
    /// that sample.
    public var dense: DenseAudit?
    /// What drawing it more densely would gain; nil where that is nothing, comes too late, or was not asked for.
    public var offer: DenseOffer?

    /// The largest share of wrong items that every audit tries to show.
    public static let limit = 0.05
    /// Gaps that are listed.
    public static let mostGaps = 20
}
