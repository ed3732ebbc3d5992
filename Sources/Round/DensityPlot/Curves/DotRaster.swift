/// Dots that lines and bars leave on a grid, row 0 at the top.
///
///     var dots = DotRaster(columns: 8, rows: 8)
///     dots.line(from: (0, 7), to: (7, 0))
///     dots.isMarked(column: 3, row: 4) == true
public struct DotRaster: Hashable, Sendable {
    /// Dots across and down, from 0.
    public let columns: Int
    public let rows: Int
    private var marks: [Bool]

    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        marks = [Bool](repeating: false, count: self.columns * self.rows)
    }

    /// True where something was drawn; false outside.
    public func isMarked(column: Int, row: Int) -> Bool {
        guard column >= 0, column < columns, row >= 0, row < rows else { return false }
        return marks[row * columns + column]
    }

    /// Marks a dot; one outside changes nothing.
    public mutating func mark(column: Int, row: Int) {
        guard column >= 0, column < columns, row >= 0, row < rows else { return }
        marks[row * columns + column] = true
    }

    /// Marks a straight line between two dots, both ends included, without a gap. What lies outside is left out.
    ///
    /// - Parameter isDrawn: which of its dots are marked, by their number along the line; all of them unless it says otherwise.
    /// - Returns: the dots that the line has.
    /// - Complexity: O(dots of the grid's diagonal), however far the ends lie outside.
    @discardableResult
    public mutating func line(
        from start: (column: Double, row: Double),
        to end: (column: Double, row: Double),
        where isDrawn: (Int) -> Bool = { _ in true }
    ) -> Int {
        let all = [start.column, start.row, end.column, end.row]
        guard all.allSatisfy(\.isFinite), let part = clipped(start, end) else { return 0 }
        let (from, to) = part
        let (across, down) = (to.column - from.column, to.row - from.row)
        let steps = max(1, Int(max(abs(across), abs(down)).rounded(.up)))
        for step in 0...steps where isDrawn(step) {
            let share = Double(step) / Double(steps)
            mark(
                column: Int((from.column + across * share).rounded()),
                row: Int((from.row + down * share).rounded())
            )
        }
        return steps
    }

    private typealias Dot = (column: Double, row: Double)

    /// The part of a line that lies on the grid; nil where none does.
    ///
    /// The edges are taken one after the other (Cohen and Sutherland 1967), and what is cut off ends exactly on its edge, however far
    /// away it began.
    private func clipped(_ start: Dot, _ end: Dot) -> (from: Dot, to: Dot)? {
        guard columns > 0, rows > 0 else { return nil }
        // Half a dot more on each side, less a little, so that it still rounds to a dot of the edge.
        let half = 0.4999
        let (right, bottom) = (Double(columns - 1) + half, Double(rows - 1) + half)
        var ends = [start, end]
        for (edge, isBeyond) in [(-half, { $0 < -half }), (right, { $0 > right })] as [(Double, (Double) -> Bool)] {
            let outside = ends.indices.filter { isBeyond(ends[$0].column) }
            guard outside.count < 2 else { return nil }
            guard let cut = outside.first else { continue }
            ends[cut] = (edge, Self.crossing(ends[0].column, ends[0].row, ends[1].column, ends[1].row, at: edge))
        }
        for (edge, isBeyond) in [(-half, { $0 < -half }), (bottom, { $0 > bottom })] as [(Double, (Double) -> Bool)] {
            let outside = ends.indices.filter { isBeyond(ends[$0].row) }
            guard outside.count < 2 else { return nil }
            guard let cut = outside.first else { continue }
            ends[cut] = (Self.crossing(ends[0].row, ends[0].column, ends[1].row, ends[1].column, at: edge), edge)
        }
        return (ends[0], ends[1])
    }

    /// Where a line is across when it is so far along, halved on the way so that no difference is too large for a double.
    private static func crossing(
        _ along: Double,
        _ across: Double,
        _ otherAlong: Double,
        _ otherAcross: Double,
        at edge: Double
    ) -> Double {
        let share = (edge / 2 - along / 2) / (otherAlong / 2 - along / 2)
        return across * (1 - share) + otherAcross * share
    }

    /// The braille pattern of the cell of two by four dots; nil where it has none.
    public func braille(column: Int, row: Int) -> Unicode.Scalar? {
        var bits: UInt32 = 0
        for y in 0..<4 {
            for x in 0..<2 where isMarked(column: column * 2 + x, row: row * 4 + y) {
                bits |= Self.brailleBits[y * 2 + x]
            }
        }
        return bits > 0 ? Unicode.Scalar(0x2800 + bits) : nil
    }

    /// The bit of each dot of a braille cell, row by row (Unicode, chapter 21.1).
    public static let brailleBits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
}
