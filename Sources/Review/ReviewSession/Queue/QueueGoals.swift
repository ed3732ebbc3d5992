import ReviewAudit
import RoundModel

extension QueueChoice {
    /// Goals of what is no sample.
    private static let otherGoals = [20, 50, 100, 200, 400, 1_000]

    /// What a sample of the bucket may aim at; nil for what is no sample.
    ///
    /// It is drawn of distinct items: until these are counted, goals are enough whatever their number.
    func sampleGoals(in review: ReviewState) -> SampleGoals? {
        guard case .estimation(let bucket) = self else { return nil }
        if let distinct = review.distinct(of: bucket) { return SampleGoals(of: distinct) }
        return review.size(of: self).map { SampleGoals(upTo: $0) } ?? SampleGoals(of: nil)
    }

    /// Goals to choose from, ascending.
    func goals(in review: ReviewState) -> [Int] { sampleGoals(in: review)?.choices ?? Self.otherGoals }

    /// The goal where nobody chose one: what was planned for a sample, before that is reached.
    func usualGoal(in review: ReviewState) -> Int {
        sampleGoals(in: review).map { usualGoal($0, in: review) } ?? Self.otherGoals[1]
    }

    /// The same of a sample with such goals.
    func usualGoal(_ goals: SampleGoals, in review: ReviewState) -> Int {
        guard case .estimation(let bucket) = self else { return goals.usual }
        let theta = review.thresholds.now
        let planned = review.verdicts.file.seed.flatMap { seed in
            SamplePlans(review.verdicts.record).planned(bucket, at: theta, seed: seed).labels
        }
        let checked = review.evidence.buckets.first { $0.bucket == bucket }?.sampled ?? 0
        guard let planned, planned > checked else { return goals.usual }
        return planned
    }
}
