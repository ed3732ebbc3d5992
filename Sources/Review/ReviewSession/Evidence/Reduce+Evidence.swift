import ReviewAudit
import RoundModel
import Verdicts

extension ReviewState {
    private var isEvidenceOpen: Bool { dialog is EvidenceDialog }

    /// True while something on the screen tells what the verdicts show.
    var wantsEvidence: Bool {
        if isEvidenceOpen { return true }
        if case .estimation = queue?.kind { return true }
        return false
    }

    /// Why there is no evidence to show; nil where there is.
    var evidenceObstacle: String? {
        guard round.isComplete else { return "the round is still being read; the evidence is about all of it" }
        guard round.count > 0 else { return "there is no item to judge" }
        switch verdicts.file {
        case .refused(let why): return "verdicts cannot be kept: \(why)"
        case .opening: return "the review file is being opened"
        case .none: return "without a review file there are no samples and no evidence"
        case .open, .failing: return nil
        }
    }

    mutating func openEvidence() {
        if let evidenceObstacle { return refuse(evidenceObstacle) }
        round.content.tryAgain()
        open(EvidenceDialog())
    }

    /// Asks for what the verdicts show where something on the screen tells it.
    mutating func missingEvidence() -> (any Job)? {
        guard wantsEvidence, round.isComplete, let content = round.content.keys, let seed = verdicts.sampleSeed else {
            return nil
        }
        // Reports while many verdicts are taken over would each be of a part of them.
        guard !verdicts.isTakingOver, verdicts.matching.ticket == nil else { return nil }
        let key = EvidenceKey(
            round: round.revision,
            verdicts: verdicts.revision,
            thresholds: thresholds.now,
            baseline: thresholds.baseline,
            isWhole: isEvidenceOpen
        )
        guard evidence.asked != key else { return nil }
        evidence.asked = key
        return EvidenceJob(
            request: EvidenceRequest(
                key: key,
                records: verdicts.record.items,
                plans: SamplePlans(verdicts.record),
                items: verdicts.items,
                columns: round.columns,
                content: content,
                seed: seed
            )
        )
    }

    mutating func takeEvidence(_ key: EvidenceKey, _ evidence: Evidence) {
        guard key.round == round.revision else { return }
        self.evidence.told = key
        self.evidence.problem = nil
        switch evidence {
        case .buckets(let buckets): self.evidence.buckets = buckets
        case .whole(let report):
            self.evidence.buckets = report.buckets
            self.evidence.report = report
            self.evidence.lines = report.lines
        case .failed(let why):
            self.evidence.report = nil
            self.evidence.problem = why
        }
    }
}
