package import DensityPlot
package import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws a chart with its legend above and its axes; nothing where there is no room for it.
    ///
    /// - Returns: the cells that its lines are drawn in; nil where nothing was drawn.
    @discardableResult
    mutating func curves(
        _ chart: CurveChart,
        in area: Rect,
        drawing: PlotDrawing
    ) -> Rect? {
        guard area.width >= 24, area.height >= 6 else { return nil }
        let left = 6
        let plot = Rect(x: area.x + left, y: area.y + 1, width: area.width - left, height: area.height - 3)
        curveLegend(chart, drawing, Rect(x: plot.x, y: area.y, width: plot.width, height: 1))
        curveAxes(chart, plot)
        upright(chart.marker, symbols.dottedVertical, theme[.line], chart, plot)
        upright(chart.cursor, symbols.vertical, theme[.cursorItem], chart, plot)
        let cell = drawing.dotsPerCell
        let dots = chart.series.map {
            chart.dots(of: $0, columns: plot.width * cell.columns, rows: plot.height * cell.rows)
        }
        for row in 0..<plot.height {
            for column in 0..<plot.width {
                guard let mark = curveMark(chart, dots, drawing, column: column, row: row) else { continue }
                put(mark.scalar, x: plot.x + column, y: plot.y + row, theme[mark.role])
            }
        }
        return plot
    }

    private mutating func upright(
        _ value: Double?,
        _ symbol: Unicode.Scalar,
        _ style: Style,
        _ chart: CurveChart,
        _ plot: Rect
    ) {
        guard let x = value.flatMap({ chart.column(of: $0, in: plot) }) else { return }
        for y in plot.y..<plot.maxY { put(symbol, x: x, y: y, style) }
    }

    /// What stands in a cell: the line in front, else the edge of a band.
    private func curveMark(
        _ chart: CurveChart,
        _ dots: [CurveChart.Dots],
        _ drawing: PlotDrawing,
        column: Int,
        row: Int
    ) -> (scalar: Unicode.Scalar, role: ThemeRole)? {
        for (series, dots) in zip(chart.series, dots) {
            if let scalar = scalar(dots.line, drawing, series.letter, column: column, row: row) {
                return (scalar, series.role)
            }
        }
        for (series, dots) in zip(chart.series, dots) {
            if let scalar = scalar(dots.band, drawing, ".", column: column, row: row) { return (scalar, series.role) }
        }
        return nil
    }

    /// What shows the dots of a cell; nil where it has none.
    ///
    /// - Parameter letter: stands for them where only ASCII can be shown.
    package func scalar(
        _ dots: DotRaster,
        _ drawing: PlotDrawing,
        _ letter: Unicode.Scalar,
        column: Int,
        row: Int
    ) -> Unicode.Scalar? {
        switch drawing {
        case .braille: return dots.braille(column: column, row: row)
        case .ascii: return dots.isMarked(column: column, row: row) ? letter : nil
        case .blocks:
            let upper = dots.isMarked(column: column, row: row * 2)
            let lower = dots.isMarked(column: column, row: row * 2 + 1)
            if upper { return lower ? "█" : "▀" }
            return lower ? "▄" : nil
        }
    }

    private mutating func curveLegend(_ chart: CurveChart, _ drawing: PlotDrawing, _ area: Rect) {
        var x = area.x
        for series in chart.series {
            let sign: String
            switch drawing {
            case .braille: sign = series.isDashed ? "⠒⠀⠒" : "⠒⠒⠒"
            case .blocks: sign = series.isDashed ? "▀ ▀" : "▀▀▀"
            case .ascii: sign = String(repeating: String(series.letter), count: 2)
            }
            let room = area.maxX - x
            guard width(sign) + 1 + width(series.name) <= room else { return }
            x += words(sign, x: x, y: area.y, width: room, series.role) + 1
            x += words(series.name, x: x, y: area.y, width: room, .text) + 3
        }
    }

    private mutating func curveAxes(_ chart: CurveChart, _ plot: Rect) {
        let axis = theme[.muted]
        for y in plot.y..<plot.maxY { put(symbols.vertical, x: plot.x - 1, y: y, axis) }
        let up = AxisTicks(chart.y, atMost: max(2, plot.height / 3))
        for value in up.values {
            let row = Int(((1 - CurveChart.share(value, chart.y)) * Double(plot.height - 1)).rounded())
            put(symbols.tick, x: plot.x - 1, y: plot.y + row, axis)
            wordsRight(percent(value), maxX: plot.x - 1, y: plot.y + row, width: 5, .muted)
        }
        let axisY = plot.maxY
        put(symbols.axisCorner, x: plot.x - 1, y: axisY, axis)
        for x in plot.x..<plot.maxX { put(symbols.horizontal, x: x, y: axisY, axis) }
        let end = plot.maxX - width(chart.title)
        wordsRight(chart.title, maxX: plot.maxX, y: axisY + 1, width: plot.width, .muted)
        let across = AxisTicks(chart.x, atMost: max(2, plot.width / 10))
        var free = plot.x - 1
        for (value, label) in zip(across.values, across.labels) {
            let x = plot.x + Int((CurveChart.share(value, chart.x) * Double(plot.width - 1)).rounded())
            put(symbols.axisTick, x: x, y: axisY, axis)
            let text = chart.isShareBelow ? percent(value) : label
            let start = x - text.count / 2
            guard start >= free, start + text.count < end else { continue }
            words(text, x: start, y: axisY + 1, width: text.count, .muted)
            free = start + text.count + 1
        }
    }

    private func percent(_ share: Double) -> String { "\(DecimalText.fixed(100 * share, decimals: 0)) %" }
}
