import DensityPlot
import ReviewSession
import TerminalCanvas

/// Turns the dots of a density grid into the cells of a plot.
struct DensityCells {
    let grid: DensityGrid
    let drawing: PlotDrawing
    let columns: Int
    let rows: Int
    /// Items in the fullest cell.
    let most: Int
    private let logOfLargest: Double
    private let sums: [Int]

    /// - Returns: nil where the grid was made for another size or drawing.
    init?(_ grid: DensityGrid, drawing: PlotDrawing, columns: Int, rows: Int) {
        let dots = drawing.dotsPerCell
        guard columns > 0, rows > 0, grid.columns == columns * dots.columns, grid.rows == rows * dots.rows else {
            return nil
        }
        self.grid = grid
        self.drawing = drawing
        self.columns = columns
        self.rows = rows
        var sums = [Int](repeating: 0, count: columns * rows)
        for y in 0..<grid.rows {
            let row = y / dots.rows * columns
            for x in 0..<grid.columns {
                sums[row + x / dots.columns] += Int(grid.counts[y * grid.columns + x])
            }
        }
        self.sums = sums
        most = sums.max() ?? 0
        logOfLargest = Self.logarithm(most)
    }

    /// Items in one cell; `row` counts from the top.
    func items(column: Int, row: Int) -> Int { sums[row * columns + column] }

    /// How dense a number of items is, as a step of a ramp: 0 for the sparsest, `steps - 1` for the densest cell.
    func level(_ items: Int, steps: Int) -> Int {
        guard items > 0, steps > 0 else { return 0 }
        guard logOfLargest > 0 else { return steps - 1 }
        return min(steps - 1, Int(Self.logarithm(items) / logOfLargest * Double(steps)))
    }

    /// The braille pattern of one cell: a dot wherever there is an item.
    func braille(column: Int, row: Int) -> Unicode.Scalar {
        var bits: UInt32 = 0
        for y in 0..<4 {
            for x in 0..<2 where grid.count(column: column * 2 + x, row: row * 4 + y) > 0 {
                bits |= DotRaster.brailleBits[y * 2 + x]
            }
        }
        return Unicode.Scalar(0x2800 + bits) ?? " "
    }

    /// Items in the upper and the lower half of one cell.
    func halves(column: Int, row: Int) -> (upper: Int, lower: Int) {
        (
            Int(grid.count(column: column, row: row * 2)),
            Int(grid.count(column: column, row: row * 2 + 1))
        )
    }

    /// A character for a density where only ASCII can be shown.
    func ascii(_ items: Int) -> Unicode.Scalar {
        items == 0 ? " " : Self.asciiRamp[level(items, steps: Self.asciiRamp.count)]
    }

    static let asciiRamp: [Unicode.Scalar] = [".", ":", "-", "=", "+", "*", "#", "%"]

    /// log2(items) + 1, close enough for a ramp and without a dependency.
    private static func logarithm(_ items: Int) -> Double {
        guard items > 0 else { return 0 }
        let bits = Int.bitWidth - items.leadingZeroBitCount - 1
        return Double(bits) + Double(items) / Double(1 << bits)
    }
}
