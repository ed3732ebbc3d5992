import DensityPlot
import RoundModel

/// What a drag begins from and does not own: handed in where a button is pressed.
struct PointerContext {
    /// The part of the plane that the plot shows; nil where there is none.
    let viewport: Viewport?
    /// The three lines.
    let thresholds: ThresholdState
    /// What the buckets hold at these; nil where that is not known.
    let counts: BoundedTally?
}

extension ReviewState {
    /// What a drag would begin from, at this moment.
    var pointerContext: PointerContext {
        PointerContext(viewport: viewport, thresholds: thresholds, counts: shownTally(at: thresholds.now))
    }
}
