import ReviewAudit
import RoundModel
import Verdicts

/// How many items of a sample are to be checked, fixed before the first of them is.
extension ReviewState {
    /// Enters the goal of a sample as its plan, where nothing of it has a verdict and nothing was planned: its figure by a
    /// fixed number of labels is that of these.
    mutating func fixSamplePlan() {
        guard let queue, queue.isUntouched, case .estimation(let bucket) = queue.kind else { return }
        let planned = SamplePlans(verdicts.record).planned(bucket, at: thresholds.now, seed: queue.seed)
        guard planned.labels == nil else { return }
        let labels = min(queue.goal, queue.size)
        let plan = SamplePlan(
            bucket,
            at: thresholds.now,
            seed: queue.seed,
            labels: labels,
            design: queue.density?.design,
            sizes: queue.density.map { SamplePlan.Sizes(near: $0.near, far: queue.size - $0.near) }
        )
        journal(.certificate(plan.text))
    }
}
