import DensityPlot
import RoundModel

/// The part of the plane that the plot shows, and the axes that it has.
struct PlotView: Sendable {
    /// How scores are laid out along both axes.
    private(set) var scale: AxisScale
    /// The axes; nil until the first items are there.
    private(set) var axes: PlotAxes?
    /// What `axes` were made of.
    private var key: AxesKey?
    /// The part that somebody asked for; nil where the scores decide.
    private(set) var chosen: Viewport?

    init(scale: AxisScale) { self.scale = scale }

    /// Shows a part of the plane; nil for what the scores decide.
    mutating func show(_ part: Viewport?) { chosen = part }

    /// Lays scores out in another way.
    mutating func setScale(_ scale: AxisScale, _ context: PlotContext) {
        self.scale = scale
        followAxes(context)
    }

    /// What is shown; nil until the first items are there.
    func viewport(_ context: PlotContext) -> Viewport? {
        // Axes that followed a line on its way would move it from under the pointer.
        context.held ?? chosen ?? fittingViewport(context)
    }

    /// What is shown as long as nobody chooses another part.
    func fittingViewport(_ context: PlotContext) -> Viewport? {
        guard let (safety, helpfulness) = context.summaries else { return nil }
        return Viewport(fitting: safety, helpfulness, lines: context.thresholds, scale: scale)
    }

    /// Brings the axes up to what is shown, the scale and the items.
    mutating func followAxes(_ context: PlotContext) {
        guard let viewport = viewport(context), let (safety, helpfulness) = context.summaries else {
            (axes, key) = (nil, nil)
            return
        }
        let ranks = scale == .quantile ? context.index : nil
        let key = AxesKey(
            scale: scale,
            viewport: viewport,
            round: context.round.revision,
            ranked: ranks == nil ? nil : context.items
        )
        guard key != self.key else { return }
        if key.ranked == nil, var before = self.key, before.ranked != nil {
            // Ranks that are about to change stay until the new ones are known: the axes move once.
            before.ranked = nil
            if before == key { return }
        }
        axes = PlotAxes(scale, viewport, safety: safety, helpfulness: helpfulness, ranks)
        self.key = key
    }
}

/// What the axes follow from.
private struct AxesKey: Hashable {
    var scale: AxisScale
    var viewport: Viewport
    var round: Int
    /// The items whose ranks count; nil where no index tells them.
    var ranked: Revision?
}
