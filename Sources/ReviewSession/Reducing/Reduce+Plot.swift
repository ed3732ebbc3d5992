import DensityPlot
import RoundModel

extension ReviewState {
    mutating func performOnPlot(_ command: Command) {
        switch command {
        case .plotDrawing: nextPlotDrawing()
        case .zoomIn: zoom(by: 0.5, end: "the plot shows single scores already; it cannot be zoomed further")
        case .zoomOut: zoom(by: 2, end: "the plot shows all items already")
        case .fitPlot:
            guard chosenViewport != nil else { return refuse("the plot shows the whole round already") }
            chosenViewport = nil
            message = Message(.done, "the plot shows the whole round")
        case .panLeft: pan(right: -0.25, up: 0)
        case .panRight: pan(right: 0.25, up: 0)
        case .panUp: pan(right: 0, up: 0.25)
        case .panDown: pan(right: 0, up: -0.25)
        default: break
        }
    }

    private mutating func nextPlotDrawing() {
        switch plotDrawing {
        case .braille: plotDrawing = .blocks
        case .blocks: plotDrawing = .braille
        case .ascii: refuse("this terminal can show ASCII only, so the plot is drawn in ASCII")
        }
    }

    /// Everything there is to see: all scores, and what the plot shows by itself.
    var wholeViewport: Viewport? {
        guard let safety = round.safety, let helpfulness = round.helpfulness, let fitting = fittingViewport else {
            return nil
        }
        return fitting.union(
            Viewport(
                safety: ScoreRange(covering: safety.min, safety.max),
                helpfulness: ScoreRange(covering: helpfulness.min, helpfulness.max)
            )
        )
    }

    private mutating func zoom(by factor: Double, end: String) {
        guard let viewport, let whole = wholeViewport else { return refuse("no items yet") }
        guard let view = viewport.scaled(by: factor, about: focusPoint(in: viewport), within: whole) else {
            return refuse(end)
        }
        chosenViewport = view
    }

    private mutating func pan(right: Double, up: Double) {
        guard let viewport, let whole = wholeViewport else { return refuse("no items yet") }
        guard let view = viewport.shifted(right: right, up: up, within: whole) else {
            return refuse("the scores end here")
        }
        chosenViewport = view
    }

    /// What zooming goes to: the item under the cursor where it is in view, else the middle.
    private func focusPoint(in viewport: Viewport) -> Scores {
        if let item = list.selectedItem, Int(item) < round.count {
            let scores = round.columns.scores(of: Int(item))
            let isInside =
                (viewport.safety.low...viewport.safety.high).contains(scores.safety)
                && (viewport.helpfulness.low...viewport.helpfulness.high).contains(scores.helpfulness)
            if isInside { return scores }
        }
        return Scores(
            safety: viewport.safety.value(at: 0.5),
            helpfulness: viewport.helpfulness.value(at: 0.5)
        )
    }
}
