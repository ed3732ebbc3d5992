import RoundModel

/// What counts follow and do not own: handed in where a move is told.
struct CountContext {
    /// The round.
    let round: RoundState
    /// The three lines.
    let thresholds: Thresholds
    /// Tells the items that count from others, whatever people say about them.
    let items: Revision
    /// What counts are of.
    let scope: CountScope
    /// What keys are called.
    let keys: KeyNames
}

extension ReviewState {
    /// What counts follow, at this moment.
    var countContext: CountContext {
        CountContext(
            round: round,
            thresholds: thresholds.now,
            items: itemRevision,
            scope: countScope,
            keys: aids.keyNames
        )
    }
}
