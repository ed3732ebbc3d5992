import ReviewAudit
import RoundModel

extension QueueChoice {
    /// Goals of what is no sample.
    private static let otherGoals = [20, 50, 100, 200, 400, 1_000]

    /// What a sample of the bucket may aim at; nil for what is no sample.
    func sampleGoals(in review: ReviewState) -> SampleGoals? {
        guard case .estimation = self else { return nil }
        return SampleGoals(of: review.size(of: self))
    }

    /// Goals to choose from, ascending.
    func goals(in review: ReviewState) -> [Int] { sampleGoals(in: review)?.choices ?? Self.otherGoals }

    /// The goal where nobody chose one: what was planned for a sample, before that is reached.
    func usualGoal(in review: ReviewState) -> Int {
        guard case .estimation(let bucket) = self, let goals = sampleGoals(in: review) else {
            return Self.otherGoals[1]
        }
        let theta = review.thresholds.now
        let planned = review.verdicts.file.seed.flatMap { seed in
            SamplePlans(review.verdicts.record).planned(bucket, at: theta, seed: seed).labels
        }
        let checked = review.evidence.buckets.first { $0.bucket == bucket }?.sampled ?? 0
        guard let planned, planned > checked else { return goals.usual }
        return planned
    }
}
