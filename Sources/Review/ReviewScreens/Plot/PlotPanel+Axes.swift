import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws both axes with their ticks and labels.
    mutating func plotAxes(_ layout: PlotLayout) {
        let axis = theme[.muted]
        let markX = layout.leftAxis.maxX - 1
        for y in layout.leftAxis.y..<layout.leftAxis.maxY { put(symbols.vertical, x: markX, y: y, axis) }
        for (value, label) in zip(layout.helpTicks.values, layout.helpTicks.labels) {
            guard let y = layout.row(of: value) else { continue }
            put(symbols.tick, x: markX, y: y, axis)
            wordsRight(label, maxX: markX, y: y, width: layout.leftAxis.width - 1, .muted)
        }
        let axisY = layout.bottomAxis.y
        put(symbols.axisCorner, x: markX, y: axisY, axis)
        for x in layout.bottomAxis.x..<layout.bottomAxis.maxX { put(symbols.horizontal, x: x, y: axisY, axis) }
        var free = layout.leftAxis.x
        for (value, label) in zip(layout.safetyTicks.values, layout.safetyTicks.labels) {
            guard let x = layout.column(of: value) else { continue }
            put(symbols.axisTick, x: x, y: axisY, axis)
            // Centred under its tick, moved in from the right edge, left out rather than touching its neighbour.
            let start = min(x - label.count / 2, layout.bottomAxis.maxX - label.count)
            guard start >= free else { continue }
            words(label, x: start, y: axisY + 1, width: label.count, .muted)
            free = start + label.count + 1
        }
    }

    /// Says at the ends of the axis of safety how many items lie beyond them.
    mutating func plotBeyondSides(_ layout: PlotLayout, _ beyond: ItemsBeyond) {
        let axis = layout.bottomAxis
        if beyond.left > 0 {
            words("← \(DecimalText.grouped(beyond.left)) beyond ", x: axis.x, y: axis.y, width: axis.width, .warning)
        }
        if beyond.right > 0 {
            let text = " \(DecimalText.grouped(beyond.right)) beyond →"
            wordsRight(text, maxX: axis.maxX, y: axis.y, width: axis.width, .warning)
        }
    }

    /// Draws how each score alone is distributed, along its axis.
    mutating func plotHistograms(_ grid: DensityGrid, _ layout: PlotLayout, _ state: ReviewState) {
        let dots = state.plot.drawing.dotsPerCell
        let bottom = layout.bottomHistogram
        if !bottom.isEmpty {
            let totals = Self.folded(grid.columnTotals, by: dots.columns)
            let largest = max(1, totals.max() ?? 1)
            for (column, total) in totals.prefix(bottom.width).enumerated() where total > 0 {
                let eighths = max(1, total * 8 * bottom.height / largest)
                for row in 0..<bottom.height {
                    let part = min(8, eighths - row * 8)
                    guard part > 0 else { continue }
                    put(
                        symbols.risingBars[part - 1],
                        x: bottom.x + column,
                        y: bottom.maxY - 1 - row,
                        theme[.histogram]
                    )
                }
            }
        }
        let right = layout.rightHistogram
        guard !right.isEmpty else { return }
        let totals = Self.folded(grid.rowTotals, by: dots.rows)
        let largest = max(1, totals.max() ?? 1)
        for (row, total) in totals.prefix(right.height).enumerated() where total > 0 {
            let eighths = max(1, total * 8 * right.width / largest)
            for column in 0..<right.width {
                let part = min(8, eighths - column * 8)
                guard part > 0 else { break }
                put(symbols.growingBars[part - 1], x: right.x + column, y: right.y + row, theme[.histogram])
            }
        }
    }

    private static func folded(_ totals: [Int], by size: Int) -> [Int] {
        stride(from: 0, to: totals.count, by: size).map { start in
            totals[start..<min(totals.count, start + size)].reduce(0, +)
        }
    }
}
