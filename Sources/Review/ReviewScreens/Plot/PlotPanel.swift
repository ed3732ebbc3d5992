import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws safety against helpfulness, with the threshold lines over it.
    mutating func plot(_ state: ReviewState, in rect: Rect, isCompact: Bool) {
        let title = plotTitle(state, isCompact)
        let area = frame(rect, title: title, note: plotNote(state, isCompact, room: rect.width - 10 - width(title)))
        guard let axes = state.plot.axes, let layout = PlotLayout(area: area, axes: axes) else {
            plotWaiting(state, in: area)
            return
        }
        plotAxes(layout)
        let cells = state.plot.grid.flatMap {
            $0.axes == axes
                ? DensityCells(
                    $0,
                    drawing: state.plot.drawing,
                    columns: layout.inner.width,
                    rows: layout.inner.height
                ) : nil
        }
        if let cells { plotDensity(cells, layout, state) }
        if let grid = state.plot.grid, cells != nil { plotHistograms(grid, layout, state) }
        plotLines(layout, state)
        let item = plotItemCell(layout, state)
        let beyond = cells == nil ? ItemsBeyond() : state.plot.grid?.beyond ?? ItemsBeyond()
        let labels = PlotLabels(layout, state, cells, beyond, item: item, measure: width)
        plotLabels(labels, state)
        plotBeyondSides(layout, beyond)
        plotRegion(layout, state)
        spots.add(.plot, layout.inner)
        spots.plot = PlotSpot(
            layout: layout,
            thresholds: state.thresholds.now,
            chosen: state.thresholds.chosen,
            labels: labels.labels
        )
        if let item { put(symbols.item, x: item.x, y: item.y, theme[.cursorItem]) }
        plotCrosshair(layout, state)
        if state.plot.hasLegend { plotLegend(state, cells, in: rect) }
    }

    private func plotTitle(_ state: ReviewState, _ isCompact: Bool) -> String {
        let scores = (isCompact ? "safety × help" : "safety × helpfulness") + (state.grid == nil ? "" : ", drawn items")
        switch state.plot.scale {
        case .linear: return scores
        case let scale: return "\(scores) · \(scale.rawValue)\(isCompact ? "" : " axes")"
        }
    }

    /// The cells that dots would be drawn in, for a frame of this size.
    static func plotInner(in rect: Rect, _ state: ReviewState) -> Rect {
        let area = rect.inset(left: 1, top: 1, right: 1, bottom: 1)
        guard let axes = state.plot.axes, let layout = PlotLayout(area: area, axes: axes) else {
            return Rect(width: 0, height: 0)
        }
        return layout.inner
    }

    private func plotNote(_ state: ReviewState, _ isCompact: Bool, room: Int) -> String {
        if let reading = state.crosshairReading { return crosshairNote(reading, state, room: room) }
        guard !isCompact else { return "log density" }
        guard let item = state.list.selectedItem, let scores = state.round.columns.scores(of: Int(item)) else {
            return "density: log"
        }
        let name = self.name(Array(state.name(of: item).phrase.utf8), width: 29)
        let isShown =
            state.viewport.map {
                $0.safety.contains(scores.safety) && $0.helpfulness.contains(scores.helpfulness)
            } ?? true
        return "density: log · \(name) \(isShown ? "◆" : "beyond the axes")"
    }

    private mutating func plotWaiting(_ state: ReviewState, in area: Rect) {
        let text: String
        switch state.round.loading {
        case .reading: text = "reading the first rows …"
        case .complete: text = "no items"
        case .failed: text = "the round could not be read"
        }
        let width = width(text)
        words(
            text,
            x: area.x + max(0, (area.width - width) / 2),
            y: area.y + area.height / 2,
            width: area.width,
            .muted
        )
    }

    /// The cell of the item under the cursor; nil where there is none.
    private func plotItemCell(_ layout: PlotLayout, _ state: ReviewState) -> (x: Int, y: Int)? {
        guard let item = state.list.selectedItem, let scores = state.round.columns.scores(of: Int(item)) else {
            return nil
        }
        guard let x = layout.column(of: scores.safety), let y = layout.row(of: scores.helpfulness) else { return nil }
        return (x, y)
    }
}
