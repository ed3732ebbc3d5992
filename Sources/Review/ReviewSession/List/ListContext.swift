import RoundModel

/// What the list follows and does not own: handed in where something is done with it.
struct ListContext {
    /// The room that there is.
    let panes: PaneSizes
    /// How many invalid rows the round has.
    let invalidCount: Int
}

extension ReviewState {
    /// What the list follows, at this moment.
    var listContext: ListContext { ListContext(panes: panes, invalidCount: round.report?.invalidRows.count ?? 0) }
}
