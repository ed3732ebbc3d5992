import ReviewAudit

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

    /// The goal where nobody chose one.
    func usualGoal(in review: ReviewState) -> Int { sampleGoals(in: review)?.usual ?? Self.otherGoals[1] }
}
