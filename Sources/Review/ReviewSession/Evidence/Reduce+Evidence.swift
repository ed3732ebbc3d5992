public import RoundModel
import Verdicts

/// What the evidence is to the rest of the review: what it does by itself stands in `EvidenceState`.
extension ReviewState {
    private var isEvidenceOpen: Bool { dialog is EvidenceDialog }

    /// True while something on the screen tells what the verdicts show.
    var wantsEvidence: Bool {
        if isEvidenceOpen || isSampleChosen { return true }
        if case .estimation = queue?.kind { return true }
        return false
    }

    /// True while somebody looks at what a sample would take, which depends on how many items are distinct: that is counted where
    /// the contents are known, and no text is read for it.
    private var isSampleChosen: Bool {
        guard round.content.keys != nil else { return false }
        let open = dialog as? QueueDialog ?? (dialog as? GoalDialog)?.queue
        if case .estimation = open?.choice { return evidenceObstacle == nil }
        return false
    }

    /// The distinct items of a bucket by θ alone; nil where they are not counted yet.
    public func distinct(of bucket: Bucket) -> Int? {
        evidence.distinct(of: bucket, at: thresholds.now, round: round.revision)
    }

    /// Why there is no evidence to show; nil where there is.
    var evidenceObstacle: String? {
        if let gridObstacle { return gridObstacle }
        guard round.isComplete else { return "the round is still being read; the evidence is about all of it" }
        guard round.count > 0 else { return "there is no item to judge" }
        if let obstacle = verdicts.fileObstacle { return obstacle }
        return verdicts.file == .none ? "without a review file there are no samples and no evidence" : nil
    }

    mutating func openEvidence(showsFigures: Bool = false) {
        if let evidenceObstacle { return refuse(evidenceObstacle) }
        round.content.tryAgain()
        open(EvidenceDialog(showsFigures: showsFigures))
    }

    /// Asks for what the verdicts show where something on the screen tells it.
    mutating func missingEvidence() -> (any Job)? {
        guard wantsEvidence else { return nil }
        return evidence.wanted(isWhole: isEvidenceOpen, evidenceContext).map { EvidenceJob(request: $0) }
    }

    mutating func takeEvidence(_ key: EvidenceKey, _ found: Evidence) {
        if key.round == round.revision { evidence.take(key, found) }
    }
}
