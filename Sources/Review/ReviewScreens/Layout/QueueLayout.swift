import TerminalCanvas

/// Where things stand while a queue is worked through: the text has nearly all of the screen.
struct QueueLayout: Hashable, Sendable {
    /// The top row, as in the review.
    var header: Rect
    /// The text with its frame.
    var text: Rect
    /// How far the queue is, what the last answer came to, and what a sample shows so far where there is room.
    var status: Rect
    /// The row of key hints.
    var keys: Rect
    /// The bottom row.
    var message: Rect

    /// - Returns: nil where the terminal is smaller than `ScreenLayout.smallest`.
    init?(_ size: TerminalSize) {
        guard size.columns >= ScreenLayout.smallest.columns, size.rows >= ScreenLayout.smallest.rows else { return nil }
        let whole = Rect(width: size.columns, height: size.rows)
        let (header, below) = whole.splitTop(1)
        let status = size.rows >= 20 ? 3 : 2
        let (body, footer) = below.splitTop(below.height - status - 2)
        self.header = header
        text = body
        self.status = footer.splitTop(status).top
        let rest = footer.splitTop(status).rest
        keys = rest.splitTop(1).top
        message = rest.splitTop(1).rest
    }
}
