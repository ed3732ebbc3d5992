import ReviewAudit
import RoundModel
import TestSupport
import Verdicts

/// What a sample that is drawn more densely near the lines is tried on.
extension AuditedRound {
    /// Near θ safety by a tenth, where `nearLine` puts the mistakes.
    static var design: SampleDesign { SampleDesign(safetyBand: 0.1, helpBand: 0, floor: 0.25) }

    func denseQueue(_ bucket: Bucket = .accepted, _ design: SampleDesign = design) -> EstimationQueue {
        EstimationQueue(
            distinct: bucket,
            at: thresholds,
            in: columns,
            keys: keys,
            seed: seed,
            limit: columns.count,
            design: design
        )
    }

    func densePlan(_ labels: Int, _ bucket: Bucket = .accepted, _ design: SampleDesign = design) -> SamplePlan {
        let queue = denseQueue(bucket, design)
        let sizes = SamplePlan.Sizes(near: queue.nearSize, far: queue.size - queue.nearSize)
        return SamplePlan(bucket, at: thresholds, seed: seed, labels: labels, design: design, sizes: sizes)
    }

    /// Plans such a sample, and has somebody label the beginning of it.
    mutating func labelDensely(_ labels: Int, planned: Int? = nil, _ bucket: Bucket = .accepted) {
        let queue = denseQueue(bucket)
        take(.certificate(densePlan(planned ?? labels, bucket).text))
        for (item, number) in zip(queue.items, queue.numbers).prefix(labels) {
            label(item, draw: Verdict.Draw(seed: seed, number: number))
        }
    }

    func isNear(_ item: UInt32) -> Bool {
        let scores = columns.scores(ofKnown: Int(item))
        return Self.design.isNear(safety: scores.safety, helpfulness: scores.helpfulness, at: thresholds)
    }

    func accepted(at theta: Thresholds? = nil) throws -> BucketAudit {
        try report(at: theta).buckets[Int(Bucket.accepted.rawValue)]
    }
}
