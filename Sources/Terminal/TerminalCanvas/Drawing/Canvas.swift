public import TextSafety

/// A grid of cells that screens draw into and a terminal shows.
///
/// Everything drawn outside the grid or a clip is cut off; a two-column glyph that does not fit whole becomes a blank.
public struct Canvas: Hashable, Sendable {
    /// Columns and rows; either may be 0.
    public let size: TerminalSize
    /// Row by row, `size.columns * size.rows` of them.
    public private(set) var cells: [Cell]
    /// Where the terminal's cursor is to stand, for text entry; hidden where nil.
    public var cursor: Position?

    /// A cell of the grid, from (0, 0) at the upper left.
    public struct Position: Hashable, Sendable {
        /// Columns from the left.
        public var x: Int
        /// Rows from the top.
        public var y: Int

        public init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// A canvas of blanks.
    ///
    /// - Complexity: O(cells).
    public init(size: TerminalSize) {
        self.size = size
        cells = [Cell](repeating: .blank, count: size.columns * size.rows)
    }

    /// The whole grid.
    public var area: Rect { Rect(width: size.columns, height: size.rows) }

    /// A cell of the grid; a blank outside it.
    public subscript(x: Int, y: Int) -> Cell {
        guard area.contains(x: x, y: y) else { return .blank }
        return cells[y * size.columns + x]
    }

    /// Puts one glyph, and blanks the other half of any two-column glyph that it cuts.
    ///
    /// - Returns: the columns it took: its width, 1 for the blank in place of a two-column glyph in the last column, or
    ///   0 where it lies outside the grid.
    @discardableResult
    public mutating func put(_ glyph: Glyph, x: Int, y: Int, style: Style) -> Int {
        guard area.contains(x: x, y: y) else { return 0 }
        let at = y * size.columns + x
        clearHalves(at: at, x: x)
        if glyph.width == 2 {
            guard x + 1 < size.columns else {
                cells[at] = Cell(style: style)
                return 1
            }
            clearHalves(at: at + 1, x: x + 1)
            cells[at] = Cell(glyph: glyph, style: style)
            cells[at + 1] = Cell(style: style, isContinuation: true)
            return 2
        }
        cells[at] = Cell(glyph: glyph, style: style)
        return 1
    }

    /// Changes how a cell looks and keeps what it shows; does nothing outside the grid.
    public mutating func restyle(x: Int, y: Int, _ change: (Style) -> Style) {
        guard area.contains(x: x, y: y) else { return }
        let at = y * size.columns + x
        cells[at].style = change(cells[at].style)
    }

    /// Fills a rectangle with a glyph of one column, a blank unless told otherwise; what lies outside the grid is cut
    /// off.
    ///
    /// - Complexity: O(cells of the rectangle that are in the grid).
    public mutating func fill(_ rect: Rect, glyph: Glyph = .blank, style: Style = .plain) {
        for y in max(0, rect.y)..<max(0, rect.y, min(size.rows, rect.maxY)) {
            for x in max(0, rect.x)..<max(0, rect.x, min(size.columns, rect.maxX)) {
                put(glyph, x: x, y: y, style: style)
            }
        }
    }

    /// Lets the colours of a style take the place of the terminal's own in every cell.
    ///
    /// - Complexity: O(cells); O(1) for a style without colours.
    public mutating func paint(ground: Style) {
        guard ground.foreground != .standard || ground.background != .standard else { return }
        for index in cells.indices {
            if cells[index].style.foreground == .standard { cells[index].style.foreground = ground.foreground }
            if cells[index].style.background == .standard { cells[index].style.background = ground.background }
        }
    }

    /// The canvas with each glyph as a terminal without Unicode shows it.
    ///
    /// - Complexity: O(cells).
    public func spelledInASCII() -> Canvas {
        var canvas = self
        for index in cells.indices where !cells[index].glyph.isPlainASCII {
            canvas.cells[index].glyph = cells[index].glyph.withStandIn()
        }
        return canvas
    }

    private mutating func clearHalves(at index: Int, x: Int) {
        if cells[index].isContinuation, x > 0 { cells[index - 1].glyph = .blank }
        if cells[index].glyph.width == 2, x + 1 < size.columns {
            cells[index + 1].isContinuation = false
        }
    }
}
