public import AuditStatistics
public import ItemFilter
public import RoundModel
import Verdicts

/// What the verdicts on a round show about its buckets, its reward models and its reviewers.
public struct AuditReport: Hashable, Sendable {
    /// What the buckets were made with.
    public var thresholds: Thresholds
    /// The probability that an interval misses: 0.05 for 95 %.
    public var alpha: Double
    /// What the samples were drawn with.
    public var seed: UInt64
    /// In the order of `Bucket`.
    public var buckets: [BucketAudit]
    /// How good the exported sets are: adversarial, then accepted.
    public var selections: [SelectionAudit]
    /// Likewise of other thresholds, those of one pair after the other.
    public var others: [SelectionAudit]
    /// The thresholds that the verdicts behind `selections` were drawn at; others than `thresholds` where more verdicts
    /// count there.
    public var drawnAt: Thresholds
    /// How far the reward models agree with people; blind verdicts of the samples alone.
    public var agreement: AgreementAudit
    /// How much of each bucket is wrong by kinds of items, field by field.
    public var kinds: [KindAudit]
    /// How far reviewers agree with one another.
    public var reviewers: ReviewerAudit
    /// Verdicts in samples of the buckets that were drawn with another seed than the review's, by that seed; they count in
    /// no rate.
    public var foreignDraws: [UInt64: Int]

    /// - Parameters:
    ///   - others: thresholds whose sets are to be told as well.
    ///   - prompts: a number for the prompt of each item with a sample verdict, the same for the same prompt; where it is
    ///     missing, an item is a prompt of its own.
    ///   - kinds: what kind of item each item with a sample verdict is, by some fields.
    ///   - alpha: between 0 and 1.
    /// - Throws: `notAProbability` for another α.
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public init(
        _ source: AuditSource,
        at thresholds: Thresholds,
        others: [Thresholds] = [],
        prompts: [UInt32: UInt64] = [:],
        kinds: [ItemKinds] = [],
        alpha: Double = 0.05
    ) throws(AuditError) {
        let (plans, seed) = (source.plans, source.seed)
        self.thresholds = thresholds
        self.alpha = alpha
        self.seed = seed
        let labels = source.labels(at: thresholds)
        buckets = try labels.audits(plans, seed: seed, alpha: alpha)
        // The strata of a denser sample have sizes that no grid knows.
        for offer in source.whole == nil ? try labels.offers(plans, seed: seed, alpha: alpha) : [] {
            buckets[Int(offer.bucket.rawValue)].offer = offer
        }
        let sample = source.fullest(at: thresholds)
        drawnAt = sample.thresholds
        func selections(at theta: Thresholds) throws(AuditError) -> [SelectionAudit] {
            let flows = source.flows(from: sample.thresholds, to: theta)
            var all: [SelectionAudit] = []
            for bucket in [Bucket.adversarial, .accepted] {
                all.append(try SelectionAudit(bucket, at: theta, from: sample, flows: flows, alpha: alpha))
            }
            return all
        }
        self.selections = try selections(at: thresholds)
        self.others = []
        for theta in others where source.whole?.isKnown(at: theta) ?? true { self.others += try selections(at: theta) }
        agreement = try AgreementAudit(labels, prompts: prompts, alpha: alpha)
        self.kinds = []
        for field in kinds { self.kinds.append(try KindAudit(field, buckets, labels, alpha: alpha)) }
        reviewers = try ReviewerAudit(source.records, alpha: alpha)
        foreignDraws = [:]
        for record in source.records.values {
            for line in record.lines where !line.isRevoked {
                guard case .estimation = line.verdict.queue, let draw = line.verdict.draw, draw.seed != seed else {
                    continue
                }
                foreignDraws[draw.seed, default: 0] += 1
            }
        }
    }

    /// The buckets alone, without what takes longer: agreement, and how reviewers compare.
    ///
    /// - Throws: as `init`.
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public static func buckets(
        _ source: AuditSource,
        at thresholds: Thresholds,
        alpha: Double = 0.05
    ) throws(AuditError) -> [BucketAudit] {
        try source.labels(at: thresholds).audits(source.plans, seed: source.seed, alpha: alpha)
    }
}
