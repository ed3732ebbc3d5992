import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws safety against helpfulness, with the threshold lines over it.
    mutating func plot(_ state: ReviewState, in rect: Rect, isCompact: Bool) {
        let note = isCompact ? "log density" : plotNote(state)
        let area = frame(rect, title: isCompact ? "safety × help" : "safety × helpfulness", note: note)
        guard let viewport = state.viewport, let layout = PlotLayout(area: area, viewport: viewport) else {
            plotWaiting(state, in: area)
            return
        }
        plotAxes(layout)
        let cells = state.grid.flatMap {
            $0.viewport == viewport
                ? DensityCells(
                    $0,
                    drawing: state.plotDrawing,
                    columns: layout.inner.width,
                    rows: layout.inner.height
                ) : nil
        }
        if let cells { plotDensity(cells, layout, state.thresholds.now) }
        if let grid = state.grid, cells != nil { plotHistograms(grid, layout, state) }
        plotLines(layout, state)
        let item = plotItemCell(layout, state)
        let beyond = cells == nil ? ItemsBeyond() : state.grid?.beyond ?? ItemsBeyond()
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
    }

    /// The cells that dots would be drawn in, for a frame of this size.
    static func plotInner(in rect: Rect, _ state: ReviewState) -> Rect {
        let area = rect.inset(left: 1, top: 1, right: 1, bottom: 1)
        guard let viewport = state.viewport, let layout = PlotLayout(area: area, viewport: viewport) else {
            return Rect(width: 0, height: 0)
        }
        return layout.inner
    }

    private func plotNote(_ state: ReviewState) -> String {
        guard let item = state.list.selectedItem, Int(item) < state.round.count else { return "density: log" }
        let name: String
        if case .item(let text) = state.list.texts[item], let id = text.value(of: .id) {
            name = self.name(id, width: 24)
        } else {
            name = DecimalText.grouped(Int(item) + 1)
        }
        let scores = state.round.columns.scores(of: Int(item))
        let isShown =
            state.viewport.map {
                $0.safety.contains(scores.safety) && $0.helpfulness.contains(scores.helpfulness)
            } ?? true
        return "density: log · item \(name) \(isShown ? "◆" : "beyond the axes")"
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

    private mutating func plotDensity(_ cells: DensityCells, _ layout: PlotLayout, _ thresholds: Thresholds) {
        for row in 0..<cells.rows {
            for column in 0..<cells.columns {
                let items = cells.items(column: column, row: row)
                guard items > 0 else { continue }
                let x = layout.inner.x + column
                let y = layout.inner.y + row
                let ramp = ramp(of: layout.bucket(x: x, y: y, at: thresholds))
                switch cells.drawing {
                case .braille:
                    put(
                        cells.braille(column: column, row: row),
                        x: x,
                        y: y,
                        ramp[cells.level(items, steps: ramp.count)]
                    )
                case .ascii:
                    put(cells.ascii(items), x: x, y: y, ramp[cells.level(items, steps: ramp.count)])
                case .blocks:
                    plotBlocks(cells.halves(column: column, row: row), cells, ramp, x: x, y: y)
                }
            }
        }
    }

    private mutating func plotBlocks(
        _ halves: (upper: Int, lower: Int),
        _ cells: DensityCells,
        _ ramp: [Style],
        x: Int,
        y: Int
    ) {
        // The largest cell holds two halves, so a half is measured as if its twin were alike.
        let upper = ramp[cells.level(halves.upper * 2, steps: ramp.count)]
        let lower = ramp[cells.level(halves.lower * 2, steps: ramp.count)]
        switch (halves.upper > 0, halves.lower > 0) {
        case (true, true):
            var style = upper
            style.background = lower.foreground
            put(upper == lower ? "█" : "▀", x: x, y: y, upper == lower ? upper : style)
        case (true, false): put("▀", x: x, y: y, upper)
        case (false, true): put("▄", x: x, y: y, lower)
        case (false, false): break
        }
    }

    /// The styles of a bucket's region from sparse to dense; its plain style where the theme has no ramp.
    private func ramp(of bucket: Bucket) -> [Style] {
        if let ramp = theme.ramps[bucket.name], !ramp.isEmpty { return ramp }
        return [style(of: bucket)]
    }

    /// The cell of the item under the cursor; nil where there is none.
    private func plotItemCell(_ layout: PlotLayout, _ state: ReviewState) -> (x: Int, y: Int)? {
        guard let item = state.list.selectedItem, Int(item) < state.round.count else { return nil }
        let scores = state.round.columns.scores(of: Int(item))
        guard let x = layout.column(of: scores.safety), let y = layout.row(of: scores.helpfulness) else { return nil }
        return (x, y)
    }
}
