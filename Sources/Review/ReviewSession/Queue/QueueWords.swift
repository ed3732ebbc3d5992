import ReviewAudit
import RoundModel
import TextSafety

extension QueueChoice {
    /// What a queue goes over: `a sample of C accepted`.
    public func title(in review: ReviewState) -> String {
        switch self {
        case .estimation(let bucket): "a sample of \(bucket.letter) \(bucket.name)"
        case .hunt: "what lies nearest to \(review.thresholds.chosen.title)"
        case .list: "the list from the cursor on"
        case .hits:
            review.find.search.map { "all with \(SafeText.printable(String($0.pattern.title.prefix(40))))" }
                ?? "the items that a search found"
        case .disputed: "the items on which reviewers disagree"
        }
    }
}

extension QueueChoice {
    /// Why no queue goes over it where there is nothing of it.
    func emptyText(_ keys: KeyNames) -> String {
        switch self {
        case .estimation(let bucket): "the \(bucket.name) bucket is empty at these thresholds"
        case .disputed: "reviewers agree on every item that several of them judged"
        case .list: "the list is empty"
        case .hits: "no search has found anything: \(keys[.search]) searches"
        case .hunt: "there is no item to judge"
        }
    }
}

extension QueueState {
    /// When an item that was passed over comes again.
    public var comesBack: String {
        toGo > 0 || !hasOthersBeforeGoal ? "it comes back before the goal" : "it comes back soon"
    }

    /// What becomes of an item that was passed over.
    func passedText(_ keys: KeyNames) -> String {
        let passed = "passed over"
        guard hasOthersBeforeGoal else {
            return "\(passed), but no other is left before the goal: \(keys[.callUnsure]) notes that you cannot tell"
        }
        return "\(passed); \(comesBack)"
    }
}

extension QueueChoice {
    /// How many items can be judged in it: of a sample the distinct ones; nil where that is not known yet.
    func reach(in review: ReviewState) -> Int? {
        if case .estimation(let bucket) = self, let distinct = review.distinct(of: bucket) { return distinct }
        return review.size(of: self)
    }

    /// How many items it goes over: a sample is drawn by the thresholds alone, whatever people said since.
    public func sizeText(_ size: Int, in review: ReviewState) -> String {
        guard case .estimation(let bucket) = self else { return DecimalText.counted(size, "item") }
        let distinct = DistinctText.behind(size, review.distinct(of: bucket))
        guard review.counting.tally?.counts[bucket] != size else {
            return DecimalText.counted(size, "item") + distinct
        }
        return "\(DecimalText.grouped(size)) by θ alone\(distinct)"
    }
}

extension QueueDialog {
    /// The goal in words: `59 checked:` where it means something, and that it is more than there are.
    public func countText(in review: ReviewState) -> String {
        let goal = goal(in: review)
        var text = "\(DecimalText.grouped(goal)) checked"
        if let size = choice.reach(in: review), size > 0, goal > size {
            text = "\(DecimalText.grouped(goal)) are more than there are: all \(DecimalText.grouped(size)) checked"
        }
        return meaning(in: review) == nil ? text : text + ":"
    }

    /// What a blind sample is.
    public var blindText: String {
        repeatsSome
            ? "blind, and one item in ten comes twice: do you say the same again?"
            : "blind: scores and call stay hidden until you have judged the item"
    }

    /// What the goal shows: `if none is wrong, at most 5 % are, with 95 % confidence`; nil where that is nothing.
    ///
    /// Only a sample shows anything of its bucket.
    public func meaning(in review: ReviewState) -> String? {
        if offer(in: review) != nil || isDensePlanned(in: review) { return nil }
        return evenMeaning(in: review)
    }

    /// True where the sample under the cursor was planned to be denser near the lines.
    private func isDensePlanned(in review: ReviewState) -> Bool {
        guard case .estimation(let bucket) = choice else { return false }
        return review.samplePlan(of: bucket)?.design != nil
    }

    private func evenMeaning(in review: ReviewState) -> String? {
        choice.sampleGoals(in: review)?.meaning(of: goal(in: review))
    }
}
