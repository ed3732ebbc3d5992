public import ReviewAudit
import RoundModel

extension QueueDialog {
    /// What is offered for the sample under the cursor and was chosen; nil for a simple sample, and where something was planned.
    public func offer(in review: ReviewState) -> DenseOffer? {
        guard isDense, case .estimation(let bucket) = choice, review.samplePlan(of: bucket) == nil else { return nil }
        return review.denseOffer(for: bucket)
    }

    /// How the sample under the cursor is drawn, or what another way would gain; nil where there is nothing to say.
    public func densityText(in review: ReviewState, _ key: String?) -> String? {
        guard case .estimation(let bucket) = choice else { return nil }
        if let plan = review.samplePlan(of: bucket) {
            return plan.design == nil ? nil : "drawn denser near the lines, as it was planned"
        }
        guard let offer = review.denseOffer(for: bucket) else {
            return isDense ? Self.nothingGained : nil
        }
        if isDense { return "denser: \(offer.worthText(of: goal(in: review)) ?? offer.shortText)" }
        return "\(key.map { "\($0) draws" } ?? "denser draws") it denser near the lines: \(offer.shortText)"
    }

    /// Why a sample cannot be drawn as it was chosen; nil where it can.
    func densityRefusal(in review: ReviewState) -> String? {
        guard isDense, case .estimation(let bucket) = choice else { return nil }
        if review.grid != nil {
            return "a grid does not know how many items lie near the lines; draw the sample evenly"
        }
        guard review.samplePlan(of: bucket) == nil, offer(in: review) == nil else { return nil }
        return review.awaitsOffers ? "what it would gain is still being counted" : Self.nothingGained
    }

    private static var nothingGained: String { "denser near the lines gains nothing here, or comes too late" }
}

extension DenseOffer {
    /// Goals to choose from, ascending.
    var goals: [Int] {
        Array(Set([50, labels, 100, 200, 400, 1_000].filter { $0 <= size })).sorted()
    }
}
