import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas

/// Where the parts of the plot stand within its frame, and how scores become cells.
struct PlotLayout {
    /// The cells that dots are drawn in.
    var inner: Rect
    /// Labels of helpfulness to the left, with the tick marks in their last column.
    var leftAxis: Rect
    /// The axis line and the labels of safety below it.
    var bottomAxis: Rect
    /// The histogram of safety, under the labels; empty where there is no room.
    var bottomHistogram: Rect
    /// The histogram of helpfulness, to the right; empty where there is no room.
    var rightHistogram: Rect
    /// How scores become cells of `inner`, which begin at 0 there.
    var cells: PlotCells
    var helpTicks: AxisTicks
    var safetyTicks: AxisTicks

    /// - Returns: nil where there is no room for a single cell.
    init?(area: Rect, axes: PlotAxes) {
        let bottomHistogramRows = area.height >= 22 ? 2 : area.height >= 12 ? 1 : 0
        let rows = area.height - 2 - bottomHistogramRows
        let ticks = AxisTicks(axes.helpfulness, atMost: max(2, rows / 3))
        let labelWidth = (ticks.labels.map(\.count).max() ?? 0) + 1
        let histogramWidth = area.width >= 100 ? 8 : area.width >= 64 ? 5 : 0
        let columns = area.width - labelWidth - histogramWidth - (histogramWidth > 0 ? 1 : 0)
        guard rows > 0, columns > 0 else { return nil }
        inner = Rect(x: area.x + labelWidth, y: area.y, width: columns, height: rows)
        leftAxis = Rect(x: area.x, y: area.y, width: labelWidth, height: rows)
        bottomAxis = Rect(x: inner.x, y: inner.maxY, width: columns, height: 2)
        bottomHistogram = Rect(x: inner.x, y: bottomAxis.maxY, width: columns, height: bottomHistogramRows)
        rightHistogram = Rect(x: inner.maxX + 1, y: inner.y, width: histogramWidth, height: rows)
        cells = PlotCells(axes, columns: columns, rows: rows)
        helpTicks = ticks
        safetyTicks = AxisTicks(axes.safety, atMost: max(2, columns / 11))
    }

    /// The column of a safety score; nil outside the plot.
    func column(of score: Double) -> Int? { cells.column(of: score).map { inner.x + $0 } }

    /// The row of a helpfulness score; nil outside the plot.
    func row(of score: Double) -> Int? { cells.row(of: score).map { inner.y + $0 } }

    /// The safety score at the middle of a column; for one outside the plot, of the nearest inside.
    func value(atColumn x: Int) -> Double { cells.value(atColumn: x - inner.x) }

    /// The helpfulness score at the middle of a row, likewise.
    func value(atRow y: Int) -> Double { cells.value(atRow: y - inner.y) }

    /// What the plot shows.
    var viewport: Viewport { cells.axes.viewport }

    /// The bucket of what a cell shows, judged at its middle.
    func bucket(x: Int, y: Int, at thresholds: Thresholds) -> Bucket {
        thresholds.bucket(safety: value(atColumn: x), helpfulness: value(atRow: y))
    }
}
