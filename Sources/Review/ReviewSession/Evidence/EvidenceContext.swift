import RoundModel
import Verdicts

/// What the evidence follows and does not own: handed in where it is asked for.
struct EvidenceContext {
    /// The round.
    let round: RoundState
    /// What people said, and the file that keeps it.
    let verdicts: VerdictState
    /// The three lines, and the baseline.
    let thresholds: ThresholdState
}

extension ReviewState {
    /// What the evidence follows, at this moment; not to be kept, since what is kept is copied when it changes.
    var evidenceContext: EvidenceContext {
        EvidenceContext(round: round, verdicts: verdicts, thresholds: thresholds)
    }
}
