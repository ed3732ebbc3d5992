import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws the crosshair, its place on both axes, and the region that is being chosen with it.
    mutating func plotCrosshair(_ layout: PlotLayout, _ state: ReviewState) {
        guard let reading = state.crosshairReading else { return }
        let (x, y) = (layout.inner.x + reading.column, layout.inner.y + reading.row)
        if let corner = state.plot.crosshair.corner { plotRegion(layout, corner, x: x, y: y) }
        for (dx, dy) in [(-2, 0), (-1, 0), (1, 0), (2, 0), (0, -1), (0, 1)]
        where layout.inner.contains(x: x + dx, y: y + dy) {
            put(dy == 0 ? symbols.horizontal : symbols.vertical, x: x + dx, y: y + dy, theme[.chosenLine])
        }
        put(symbols.cross, x: x, y: y, theme[.cursorItem].adding(.reverse))
        put(symbols.axisTick, x: x, y: layout.bottomAxis.y, theme[.cursorItem])
        put(symbols.tick, x: layout.leftAxis.maxX - 1, y: y, theme[.cursorItem])
    }

    private mutating func plotRegion(_ layout: PlotLayout, _ corner: Scores, x: Int, y: Int) {
        let inner = layout.inner
        // A corner that is out of view lies beyond an edge.
        let otherX =
            layout.column(of: corner.safety) ?? (corner.safety < layout.viewport.safety.low ? inner.x : inner.maxX - 1)
        let isBelow = corner.helpfulness < layout.viewport.helpfulness.low
        let otherY = layout.row(of: corner.helpfulness) ?? (isBelow ? inner.maxY - 1 : inner.y)
        let (left, right) = (min(x, otherX), max(x, otherX))
        let (top, bottom) = (min(y, otherY), max(y, otherY))
        let style = theme[.chosenLine]
        for column in left...right {
            put(symbols.horizontal, x: column, y: top, style)
            put(symbols.horizontal, x: column, y: bottom, style)
        }
        for row in top...bottom {
            put(symbols.vertical, x: left, y: row, style)
            put(symbols.vertical, x: right, y: row, style)
        }
        guard left < right, top < bottom else { return }
        put(symbols.topLeft, x: left, y: top, style)
        put(symbols.topRight, x: right, y: top, style)
        put(symbols.bottomLeft, x: left, y: bottom, style)
        put(symbols.bottomRight, x: right, y: bottom, style)
    }

    /// The longest of some ways to say what is at the crosshair that fits.
    func crosshairNote(_ reading: CrosshairReading, _ state: ReviewState, room: Int) -> String {
        let safety = state.exactText(reading.scores.safety, .safety)
        let help = state.exactText(reading.scores.helpfulness, .help)
        let letter = String(reading.bucket.letter)
        let items = reading.items.map { DecimalText.counted($0, "item") } ?? "…"
        let count = reading.items.map(DecimalText.grouped) ?? "…"
        let ways = [
            "safety \(safety) · help \(help) · \(letter) · \(items)",
            "\(safety) × \(help) · \(letter) · \(items)",
            "\(safety) × \(help) · \(letter) · \(count)",
            "\(safety) × \(help)",
        ]
        return ways.first { width($0) <= room } ?? ""
    }

    /// All that is known of the crosshair's place, in a sentence.
    func crosshairText(_ reading: CrosshairReading, _ state: ReviewState) -> String {
        var parts = [
            "safety \(state.exactText(reading.scores.safety, .safety))",
            "helpfulness \(state.exactText(reading.scores.helpfulness, .help))", reading.bucket.name,
            reading.items.map { "\(DecimalText.counted($0, "item")) in this cell" } ?? "counting",
        ]
        if !reading.lines.isEmpty {
            parts.append("on \(reading.lines.map(\.title).joined(separator: ", "))")
        }
        if let category = reading.category { parts.append(name(category.name, width: 30)) }
        return parts.joined(separator: ", ")
    }
}
