/// A rectangle of cells; widths and heights are never negative.
public struct Rect: Hashable, Sendable {
    /// The leftmost column; it may lie outside the canvas.
    public var x: Int
    /// The uppermost row, counted downward; it may lie outside the canvas.
    public var y: Int
    /// Columns, from 0.
    public var width: Int
    /// Rows, from 0.
    public var height: Int

    public init(x: Int = 0, y: Int = 0, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The column right of the last one.
    public var maxX: Int { x + width }
    /// The row below the last one.
    public var maxY: Int { y + height }
    /// True where it holds no cell.
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// True where the cell at (px, py) is one of its own.
    public func contains(x px: Int, y py: Int) -> Bool {
        px >= x && px < maxX && py >= y && py < maxY
    }

    /// The rectangle without a margin on each side; empty where there is no room.
    public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
    }

    /// Cuts off the upper `height` rows, or as many as there are.
    public func splitTop(_ height: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, height), self.height)
        return (
            Rect(x: x, y: y, width: width, height: cut),
            Rect(x: x, y: y + cut, width: width, height: self.height - cut)
        )
    }

    /// Cuts off the left `width` columns, or as many as there are.
    public func splitLeft(_ width: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, width), self.width)
        return (
            Rect(x: x, y: y, width: cut, height: height),
            Rect(x: x + cut, y: y, width: self.width - cut, height: height)
        )
    }
}

/// The size of a terminal or a canvas in cells.
public struct TerminalSize: Hashable, Sendable {
    /// Cells across, from 0.
    public var columns: Int
    /// Cells down, from 0.
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}
