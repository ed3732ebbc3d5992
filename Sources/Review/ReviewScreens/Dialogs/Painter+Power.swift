import DensityPlot
import ReviewAudit
import ReviewSession
import RoundModel
import TerminalCanvas

/// A plan's chance to pass against what is true.
extension Painter {
    /// The rows that its picture takes where there is room.
    static let powerPicture = 10

    /// Draws it as two rows of numbers, and as a picture below where that fits; returns the row behind.
    ///
    /// - Parameter hasPicture: whether there is room for a picture.
    mutating func power(
        _ outlook: CertificateOutlook,
        _ state: ReviewState,
        in area: Rect,
        y: Int,
        hasPicture: Bool
    ) -> Int {
        let table = outlook.powerTable
        let widths = (table.first ?? []).indices.map { column in table.map { width($0[column]) }.max() ?? 0 }
        for (offset, row) in table.enumerated() {
            var x = area.x
            for (column, cell) in row.enumerated() {
                let room = widths[column]
                guard x + room <= area.maxX else { break }
                if column == 0 {
                    words(cell, x: x, y: y + offset, width: room, .label)
                } else {
                    wordsRight(cell, maxX: x + room, y: y + offset, width: room, offset == 0 ? .label : .value)
                }
                x += room + 2
            }
        }
        let end = y + table.count
        guard hasPicture, let last = outlook.curve.last?.share, last > 0 else { return end }
        let series = CurveChart.Series(
            name: table.last?.first ?? "",
            letter: "*",
            role: .value,
            points: outlook.curve.map { CurveChart.Point(x: $0.share, y: $0.chance) }
        )
        // An upright line stands at α.
        let chart = CurveChart(
            series: [series],
            x: ScoreRange(low: 0, high: last),
            y: CurveChart.shares,
            marker: outlook.alpha,
            title: table.first?.first ?? ""
        )
        let picture = Rect(x: area.x, y: end, width: min(area.width, 60), height: Self.powerPicture)
        curves(chart, in: picture, drawing: state.plot.drawing)
        return end + Self.powerPicture
    }
}
