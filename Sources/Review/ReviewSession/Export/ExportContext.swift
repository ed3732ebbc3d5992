import RoundModel
import Verdicts

/// What exports follow and do not own: handed in where something is done with them.
struct ExportContext {
    /// The round.
    let round: RoundState
    /// The three lines, and where they come from.
    let thresholds: ThresholdState
    /// The items with a ruling; nil for none.
    let judged: JudgedItems?
    /// What keys are called.
    let keys: KeyNames
}

extension ReviewState {
    /// What exports follow, at this moment.
    var exportContext: ExportContext {
        ExportContext(round: round, thresholds: thresholds, judged: verdicts.judged, keys: aids.keyNames)
    }
}
