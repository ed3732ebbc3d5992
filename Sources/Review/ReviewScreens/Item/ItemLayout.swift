import TerminalCanvas

/// Where things stand while one item has the whole screen: from the list, and in a queue.
struct ItemLayout: Hashable, Sendable {
    /// The round and how far things are, where there is room for that; else empty.
    var header: Rect
    /// What the item is, which bucket it is in, and its scores.
    var head: Rect
    /// The line below it: the section that is read, and how much of the text.
    var rule: Rect
    /// The text, the scroll bar included.
    var text: Rect
    /// How far a queue is, what the last answer came to, and what a sample shows so far; empty from the list.
    var status: Rect
    /// The keys that judge, in words.
    var keys: Rect
    /// The bottom row.
    var message: Rect

    /// The most columns that a row of text has: longer ones are hard to read.
    static let widestText = 88

    /// - Returns: nil where the terminal is smaller than `ScreenLayout.smallest`.
    init?(_ size: TerminalSize, isQueue: Bool, isBlind: Bool) {
        guard size.columns >= ScreenLayout.smallest.columns, size.rows >= ScreenLayout.smallest.rows else { return nil }
        let whole = Rect(width: size.columns, height: size.rows)
        let (header, below) = whole.splitTop(size.rows >= 32 ? 1 : 0)
        let (head, rest) = below.splitTop(isBlind ? 1 : size.rows >= 22 ? 3 : 2)
        let (rule, body) = rest.splitTop(1)
        let status = isQueue ? (size.rows >= 22 ? 3 : 2) : 0
        // The keys in words take two rows where there are fewer columns.
        let keys = size.columns < 150 ? 2 : 1
        let (text, foot) = body.splitTop(body.height - status - keys - 1)
        (self.header, self.head, self.rule, self.text) = (header, head, rule, text)
        self.status = foot.splitTop(status).top
        let last = foot.splitTop(status).rest
        self.keys = last.splitTop(keys).top
        message = last.splitTop(keys).rest
    }

    /// The columns that the text is broken to: in the middle, with what marks rows that go on beside it.
    var column: Rect {
        let width = min(Self.widestText, text.width - 4)
        return Rect(x: text.x + (text.width - width) / 2, y: text.y, width: width, height: text.height)
    }

    /// The column of the edge at the right of the text: the last one, which a terminal is sent to by its number. Further to the
    /// left it would follow the row above, and be shifted by a character there that is wider than was counted.
    var edge: Int { text.maxX - 1 }
}
