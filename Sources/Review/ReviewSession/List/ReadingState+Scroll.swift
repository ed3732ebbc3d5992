/// How keys move through a list or a text.
enum Movement: Hashable {
    case next, previous, pageDown, pageUp, first, last
}

extension ReadingState {
    /// Shows it, and has the keys go to it.
    mutating func open() { (isOpen, hasFocus) = (true, true) }

    /// Shows the list in its place, and has the keys go there.
    mutating func close() { (isOpen, hasFocus) = (false, false) }

    /// Shows another text from its beginning.
    ///
    /// - Parameter seeksHighlight: true to show it from what is searched for in it, once that is known.
    mutating func begin(seeksHighlight: Bool) {
        scroll = 0
        self.seeksHighlight = seeksHighlight
    }

    /// Scrolls the text.
    ///
    /// - Returns: why it did not move; nil where it did.
    mutating func move(_ movement: Movement, in panes: PaneSizes) -> Message? {
        let page = max(1, panes.readingRows - 2)
        return switch movement {
        case .next: move(by: 1, in: panes)
        case .previous: move(by: -1, in: panes)
        case .pageDown: move(by: page, in: panes)
        case .pageUp: move(by: -page, in: panes)
        case .first: move(by: -scroll, in: panes)
        case .last: move(by: panes.readingLines, in: panes)
        }
    }

    private mutating func move(by lines: Int, in panes: PaneSizes) -> Message? {
        let before = scroll
        scroll += lines
        // Who scrolls looks for something else.
        seeksHighlight = false
        clamp(to: panes)
        guard scroll == before else { return nil }
        if panes.readingLines <= panes.readingRows { return Message(.refusal, "all of the text is on the screen") }
        return Message(.refusal, lines > 0 ? "this is the end of the text" : "this is the beginning of the text")
    }

    /// Follows the wheel, by lines.
    mutating func turn(by lines: Int, in panes: PaneSizes) {
        scroll = scroll.saturatingSum(lines)
        clamp(to: panes)
    }

    /// Keeps it within the text.
    mutating func clamp(to panes: PaneSizes) {
        scroll = min(max(0, scroll), max(0, panes.readingLines - panes.readingRows))
    }

    /// Scrolls to the first match of an item that a step led to, if that is out of sight.
    mutating func seekHighlight(in panes: PaneSizes) {
        guard seeksHighlight, let line = panes.firstHighlightedLine else { return }
        seeksHighlight = false
        guard line >= scroll + panes.readingRows || line < scroll else { return }
        scroll = max(0, line - panes.readingRows / 3)
        clamp(to: panes)
    }
}
