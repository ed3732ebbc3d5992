import ReviewSession
public import TerminalCanvas

/// Where each part of the review stands, for a size of the terminal.
public struct ScreenLayout: Hashable, Sendable {
    /// The smallest terminal that is drawn on.
    public static let smallest = TerminalSize(columns: 60, rows: 16)

    /// The top row: the round, and how far it has been read.
    public var header: Rect
    /// The plot with its frame and axes.
    public var plot: Rect
    /// Thresholds, buckets, flows and, where rows are left, scores and fields: frames beside the plot, or one column
    /// without frames where it is compact.
    public var side: Rect
    /// True below 110 columns or 32 rows: the side is narrow, and a text is read on a screen of its own.
    public var isCompact: Bool
    /// The list with its frame.
    public var list: Rect
    /// The reading pane with its frame; empty where the layout is compact.
    public var reading: Rect
    /// The row of key hints, the last but one.
    public var keys: Rect
    /// The bottom row: what was done, or how far an export has come.
    public var message: Rect

    /// Shares out the cells.
    ///
    /// - Returns: nil where the terminal is smaller than `smallest`.
    public init?(_ size: TerminalSize) {
        guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else { return nil }
        let whole = Rect(width: size.columns, height: size.rows)
        let (header, below) = whole.splitTop(1)
        let (body, footer) = below.splitTop(below.height - 2)
        self.header = header
        keys = footer.splitTop(1).top
        message = footer.splitTop(1).rest
        isCompact = size.columns < 110 || size.rows < 32
        if isCompact {
            let top = max(8, body.height * 13 / 21)
            let (upper, lower) = body.splitTop(top)
            // With more columns the side has room for the buckets' names.
            let (plot, side) = upper.splitLeft(upper.width - (size.columns >= 76 ? 36 : 27))
            self.plot = plot
            self.side = side
            list = lower
            reading = Rect(x: lower.x, y: lower.y, width: 0, height: 0)
        } else {
            // The side's three frames need twenty rows; beyond that the plot and the texts share what there is.
            let top = max(20, min(body.height * 14 / 25, body.height - 12))
            let (upper, lower) = body.splitTop(top)
            let (plot, side) = upper.splitLeft(upper.width - 40)
            self.plot = plot
            self.side = side
            let (list, reading) = lower.splitLeft(min(lower.width / 2 + 2, 92))
            self.list = list
            self.reading = reading
        }
    }
}
