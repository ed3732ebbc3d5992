import DensityPlot
import RoundModel

/// The part of the plane that the plot shows.
extension PlotState {
    /// That part; nil until the first items are there.
    func viewport(_ context: PlotContext) -> Viewport? { view.viewport(context) }

    /// Everything there is to see: all scores, and what the plot shows by itself.
    func wholeViewport(_ context: PlotContext) -> Viewport? {
        guard let (safety, helpfulness) = context.summaries, let fitting = view.fittingViewport(context) else {
            return nil
        }
        return fitting.union(
            Viewport(
                safety: ScoreRange(covering: safety.min, safety.max),
                helpfulness: ScoreRange(covering: helpfulness.min, helpfulness.max)
            )
        )
    }

    /// The axes of everything: what is half of the room is said by them, wherever the view is.
    func wholeAxes(_ context: PlotContext) -> PlotAxes? {
        guard let whole = wholeViewport(context), let (safety, helpfulness) = context.summaries else { return nil }
        return PlotAxes(scale, whole, safety: safety, helpfulness: helpfulness, context.index)
    }

    // MARK: Zooming

    /// Shows less and larger: the region whose corner was set, else what lies about the item.
    ///
    /// Here and below: what there is to say about it comes back; nil for nothing.
    mutating func zoomIn(_ context: PlotContext) -> Message? {
        if crosshair.corner != nil { return zoomToCorner(context) }
        return zoom(by: 0.5, end: Self.closest, context)
    }

    /// Shows more and smaller.
    mutating func zoomOut(_ context: PlotContext) -> Message? {
        zoom(by: 2, end: Self.widest, context)
    }

    /// Shows the whole round.
    mutating func fit() -> Message? {
        guard chosenViewport != nil else { return Message(.refusal, "the plot shows the whole round already") }
        view.show(nil)
        return Message(.done, "the plot shows the whole round")
    }

    private static let closest = "the plot shows single scores already; it cannot be zoomed further"
    private static let widest = "the plot shows all items already"
    static let noItems = "no items yet"

    private mutating func zoom(by factor: Double, end: String, _ context: PlotContext) -> Message? {
        guard let viewport = viewport(context), let whole = wholeAxes(context), let axes else {
            return Message(.refusal, Self.noItems)
        }
        let point = crosshair.shownPoint ?? focusPoint(in: axes, context)
        guard let part = whole.scaled(viewport, by: factor, about: point) else {
            return Message(.refusal, end)
        }
        view.show(part)
        return nil
    }

    /// What one notch of the wheel makes of the plot's sides.
    private static let zoomStep = 0.8
    /// Notches that are followed at once; more come to the same.
    private static let mostNotches = 40

    /// Follows the wheel: shows less and larger where the notches are above 0.
    mutating func zoom(by notches: Int, about cell: PlotCell, _ context: PlotContext) -> Message? {
        guard let viewport = viewport(context), let whole = wholeAxes(context) else { return nil }
        let steps = min(abs(max(notches, -Self.mostNotches)), Self.mostNotches)
        var part = viewport
        for _ in 0..<steps {
            let factor = notches > 0 ? Self.zoomStep : 1 / Self.zoomStep
            guard let next = whole.scaled(part, by: factor, about: cell.middle) else { break }
            part = next
        }
        guard part != viewport else { return Message(.refusal, notches > 0 ? Self.closest : Self.widest) }
        view.show(part)
        return nil
    }

    /// Follows the wheel that was tilted.
    mutating func pan(by notches: Int, _ context: PlotContext) -> Message? {
        pan(right: 0.1 * Double(min(max(notches, -Self.mostNotches), Self.mostNotches)), up: 0, context)
    }

    /// Moves the view by shares of its sides.
    mutating func pan(right: Double, up: Double, _ context: PlotContext) -> Message? {
        guard let viewport = viewport(context), let whole = wholeAxes(context) else {
            return Message(.refusal, Self.noItems)
        }
        guard let part = whole.shifted(viewport, right: right, up: up) else {
            return Message(.refusal, "the scores end here")
        }
        view.show(part)
        return nil
    }

    /// What the eye is on: the item under the cursor where it is in view, else the middle.
    func focusPoint(in axes: PlotAxes, _ context: PlotContext) -> Scores {
        if let item = context.selected, let scores = context.round.columns.scores(of: Int(item)),
            axes.viewport.contains(scores)
        {
            return scores
        }
        return Scores(safety: axes.safety.score(at: 0.5), helpfulness: axes.helpfulness.score(at: 0.5))
    }
}

extension Viewport {
    /// True where a point lies in it, its edges included.
    func contains(_ point: Scores) -> Bool {
        safety.contains(point.safety) && helpfulness.contains(point.helpfulness)
    }
}
