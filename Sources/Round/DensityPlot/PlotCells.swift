/// How scores become cells of a plot, and cells scores: the one place where that is said.
///
/// Columns count from the left, rows from the top.
public struct PlotCells: Sendable {
    /// What the cells are pieces of.
    public let axes: PlotAxes
    /// Cells across and up, from 1.
    public let columns: Int
    public let rows: Int
    private let across: AxisBins
    private let up: AxisBins
    private let safetyMiddles: [Double]
    private let helpMiddles: [Double]

    /// - Complexity: O(columns + rows).
    public init(_ axes: PlotAxes, columns: Int, rows: Int) {
        self.axes = axes
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        across = AxisBins(axes.safety, count: self.columns)
        up = AxisBins(axes.helpfulness, count: self.rows)
        safetyMiddles = Self.middles(axes.safety, self.columns)
        helpMiddles = Self.middles(axes.helpfulness, self.rows)
    }

    private static func middles(_ axis: PlotAxis, _ count: Int) -> [Double] {
        (0..<count).map { axis.score(at: (Double($0) + 0.5) / Double(count)) }
    }

    /// The column of a safety score; nil outside the plot.
    public func column(of safety: Double) -> Int? { across.bin(of: safety) }

    /// The row of a helpfulness score; nil outside the plot.
    public func row(of helpfulness: Double) -> Int? { up.bin(of: helpfulness).map { rows - 1 - $0 } }

    /// The safety score at the middle of a column; of the nearest one for a column outside.
    public func value(atColumn column: Int) -> Double { safetyMiddles[min(columns - 1, max(0, column))] }

    /// The helpfulness score at the middle of a row, likewise.
    public func value(atRow row: Int) -> Double { helpMiddles[rows - 1 - min(rows - 1, max(0, row))] }

    /// The safety scores from the left to the right edge of a column, likewise.
    public func span(ofColumn column: Int) -> ClosedRange<Double> {
        let bin = min(columns - 1, max(0, column))
        return across.border(bin)...max(across.border(bin), across.border(bin + 1))
    }

    /// The helpfulness scores from the lower to the upper edge of a row, likewise.
    public func span(ofRow row: Int) -> ClosedRange<Double> {
        let bin = rows - 1 - min(rows - 1, max(0, row))
        return up.border(bin)...max(up.border(bin), up.border(bin + 1))
    }
}
