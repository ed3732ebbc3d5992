public import RoundModel
public import Verdicts

/// How many items of a bucket's sample somebody meant to check, fixed before the first of them was.
///
/// A figure of a fixed number of labels is one only where their number did not depend on them.
public struct SamplePlan: Hashable, Sendable {
    /// The bucket that is sampled.
    public var bucket: Bucket
    /// The thresholds that make it.
    public var thresholds: Thresholds
    /// What the sample is drawn with.
    public var seed: UInt64
    /// The items to check, from 1.
    public var labels: Int
    /// How it is drawn more densely near the lines; nil for a simple sample.
    public var design: SampleDesign?
    /// With a design, the distinct pairs that were near when it was planned, and the others; nil where nobody tells.
    public var sizes: Sizes?

    /// The strata of a design.
    public struct Sizes: Hashable, Sendable {
        public var near: Int
        public var far: Int

        public init(near: Int, far: Int) {
            self.near = near
            self.far = far
        }
    }

    public init(
        _ bucket: Bucket,
        at thresholds: Thresholds,
        seed: UInt64,
        labels: Int,
        design: SampleDesign? = nil,
        sizes: Sizes? = nil
    ) {
        self.bucket = bucket
        self.thresholds = thresholds
        self.seed = seed
        self.labels = labels
        self.design = design
        self.sizes = sizes
    }

    /// What tells it from every other plan, in hexadecimal.
    public var digest: String { SamplePlanRecord.digest(of: self) }

    /// What the journal holds of it.
    public var text: String { CertificateRecord.text(SamplePlanRecord(self)) }
}

/// The plans of samples that a review's journal holds.
public struct SamplePlans: Hashable, Sendable {
    private var plans: [Sample: SamplePlan] = [:]
    private var buckets: Set<BucketOfSeed> = []

    private struct Sample: Hashable {
        var bucket: Bucket
        var thresholds: Thresholds
        var seed: UInt64
    }

    private struct BucketOfSeed: Hashable {
        var bucket: Bucket
        var seed: UInt64
    }

    /// None.
    public init() {}

    /// Of several for one sample the first counts by time, whatever the order in which reviews were joined.
    ///
    /// - Complexity: O(bytes of the records of samples).
    public init(_ record: ReviewRecord) {
        let entries = record.certificates.sorted { one, other in
            (one.time, one.id.writer, one.id.turn) < (other.time, other.id.writer, other.id.turn)
        }
        for entry in entries {
            guard case .certificate(let text) = entry.event, let plan = SamplePlanRecord.plan(in: text) else {
                continue
            }
            let sample = Sample(bucket: plan.bucket, thresholds: plan.thresholds, seed: plan.seed)
            if plans[sample] == nil { plans[sample] = plan }
            buckets.insert(BucketOfSeed(bucket: plan.bucket, seed: plan.seed))
        }
    }

    /// The plan of a bucket's sample; nil where there is none at these thresholds.
    public func plan(of bucket: Bucket, at thresholds: Thresholds, seed: UInt64) -> SamplePlan? {
        plans[Sample(bucket: bucket, thresholds: thresholds, seed: seed)]
    }

    /// What was planned for a bucket's sample.
    public func planned(_ bucket: Bucket, at thresholds: Thresholds, seed: UInt64) -> PlannedSample {
        if let plan = plan(of: bucket, at: thresholds, seed: seed) { return .labels(plan.labels) }
        return buckets.contains(BucketOfSeed(bucket: bucket, seed: seed)) ? .elsewhere : .never
    }
}

/// What was planned for the sample of a bucket before its first item was checked.
public enum PlannedSample: Hashable, Sendable {
    /// So many items.
    case labels(Int)
    /// Nothing at these thresholds, but something at others: verdicts were known before a number could be fixed.
    case elsewhere
    /// Nothing: the review is of a time when nothing was fixed, or has no sample of the bucket.
    case never

    /// The items that were to be checked; nil where nothing was planned at these thresholds.
    public var labels: Int? { if case .labels(let labels) = self { labels } else { nil } }
}
