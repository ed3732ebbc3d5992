import DensityPlot
import RoundModel

/// What the plot follows and does not own: handed in where something is done with it.
struct PlotContext {
    /// The round.
    let round: RoundState
    /// The three lines.
    let thresholds: Thresholds
    /// The room that there is.
    let panes: PaneSizes
    /// Tells the items that are shown from others, whatever people say about them.
    let items: Revision
    /// The same, with what people say.
    let judgedItems: Revision
    /// Counts these items at once; nil until it is made.
    let index: ScoreIndex?
    /// The item under the cursor.
    let selected: UInt32?
    /// The view that stays as it is while a button is held; nil where none is.
    let held: Viewport?
    /// The fields that can give colours.
    let facets: FacetState
    /// How many items have a verdict.
    let verdictCount: Int

    /// The distributions of both scores; nil until the first items are there.
    var summaries: (safety: ScoreSummary, helpfulness: ScoreSummary)? {
        guard let safety = round.safety, let helpfulness = round.helpfulness else { return nil }
        return (safety, helpfulness)
    }
}

extension ReviewState {
    /// What the plot follows, at this moment.
    var plotContext: PlotContext {
        PlotContext(
            round: round,
            thresholds: thresholds.now,
            panes: panes,
            items: itemRevision,
            judgedItems: revision,
            index: counting.index(of: itemRevision),
            selected: list.selectedItem,
            held: pointer.drag?.viewport,
            facets: find.facets,
            verdictCount: verdicts.itemCount
        )
    }
}
