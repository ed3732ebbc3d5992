import ReviewAudit
import RoundModel
import Verdicts

extension ReviewState {
    private var isProofOpen: Bool { dialog is ProofDialog }

    /// True while something on the screen tells what the verdicts prove.
    var wantsProof: Bool {
        if isProofOpen { return true }
        if case .estimation = queue?.kind { return true }
        return false
    }

    mutating func openProof() {
        guard round.isComplete else { return refuse("the round is still being read; the evidence is about all of it") }
        guard round.count > 0 else { return refuse("there is no item to judge") }
        switch verdicts.file {
        case .refused(let why): return refuse("verdicts cannot be kept: \(why)")
        case .opening: return refuse("the review file is being opened")
        case .none: return refuse("without a review file there are no samples and no evidence")
        case .open, .failing: break
        }
        round.content.problem = nil
        open(ProofDialog())
    }

    /// Asks for what the verdicts prove where something on the screen tells it.
    mutating func missingProof() -> (any Job)? {
        guard wantsProof, round.isComplete, let content = round.content.keys, let seed = verdicts.file.seed else {
            return nil
        }
        // Reports while many verdicts are taken over would each be of a part of them.
        guard !verdicts.isTakingOver, verdicts.matching.ticket == nil else { return nil }
        let key = ProofKey(
            round: round.revision,
            verdicts: verdicts.revision,
            thresholds: thresholds.now,
            baseline: thresholds.baseline,
            isWhole: isProofOpen
        )
        guard proof.asked != key else { return nil }
        proof.asked = key
        return ProveJob(
            request: ProofRequest(
                key: key,
                records: verdicts.record.items,
                items: verdicts.items,
                columns: round.columns,
                content: content,
                seed: seed
            )
        )
    }

    mutating func takeProof(_ key: ProofKey, _ proof: Proof) {
        guard key.round == round.revision else { return }
        self.proof.told = key
        self.proof.problem = nil
        switch proof {
        case .buckets(let buckets): self.proof.buckets = buckets
        case .whole(let report):
            self.proof.buckets = report.buckets
            self.proof.report = report
            self.proof.lines = report.lines
        case .failed(let why):
            self.proof.report = nil
            self.proof.problem = why
        }
    }
}
