/// How keys move through a list or a text.
enum Movement: Hashable {
    case next, previous, pageDown, pageUp, first, last
}

/// The reading pane.
public struct ReadingState: Hashable, Sendable {
    /// The first line shown, from 0.
    public private(set) var scroll = 0
    /// Columns that lines which are not broken are moved to the left by.
    public private(set) var sideways = 0
    /// The number of the hit that was scrolled to last, from 0; nil where none was.
    public private(set) var hit: Int?
    /// True while it shows what is known of the item besides its texts.
    public private(set) var showsContext = false
    /// True while the item has the whole screen.
    public private(set) var isOpen = false
    /// True while movement keys go to it; else they go to the list.
    public private(set) var hasFocus = false
    /// Where the search matches in the item under the cursor; nil until that is known, and where nothing is searched.
    public private(set) var highlights: TextHighlights?
    /// The search and item whose highlights were asked for last.
    private var asked = Asked<TextHighlights>()
    /// True where the first highlight is to be scrolled to once it is known.
    private var seeksHighlight = false

    public init() {}

    // MARK: The pane

    /// Gives it the whole screen, and has the keys go to it.
    mutating func open() { (isOpen, hasFocus) = (true, true) }

    /// Turns to what is known of the item besides its texts, or back.
    mutating func turnOver() {
        let showsContext = !showsContext
        toTop()
        self.showsContext = showsContext
    }

    /// Shows the round again, and has the keys go to the list.
    mutating func close() {
        (isOpen, hasFocus) = (false, false)
        if showsContext { toTop() }
    }

    /// Has the keys go to it.
    mutating func focus() { hasFocus = true }

    /// Has the keys go to the list.
    mutating func leave() { hasFocus = false }

    // MARK: The text

    /// Shows another text from its beginning.
    ///
    /// - Parameter seeksHighlight: true to show it from what is searched for in it, once that is known.
    mutating func begin(seeksHighlight: Bool) {
        toTop()
        self.seeksHighlight = seeksHighlight
    }

    /// Shows the text from its beginning.
    mutating func toTop() { (scroll, sideways, hit, showsContext) = (0, 0, nil, false) }

    /// Moves lines that are not broken to the left, or back where `columns` is below 0.
    ///
    /// - Returns: why nothing moved; nil where it did.
    mutating func moveSideways(by columns: Int, in panes: PaneSizes) -> Message? {
        let before = sideways
        sideways = min(max(0, sideways + columns), panes.readingColumns)
        guard sideways == before else { return nil }
        if panes.readingColumns == 0 { return Message(.refusal, "no line of this text goes on beyond its column") }
        return Message(
            .refusal,
            columns > 0 ? "this is the end of the longest line" : "lines are shown from their beginning"
        )
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
        clamp(to: panes, from: before)
        guard scroll == before else { return nil }
        if panes.isReadingPartial, lines > 0 { return Message(.refusal, "the rest of this long text is not here yet") }
        if panes.readingLines <= panes.readingRows { return Message(.refusal, "this is all of the text") }
        return Message(.refusal, lines > 0 ? "this is the end of the text" : "this is the beginning of the text")
    }

    /// Follows the wheel, by lines.
    mutating func turn(by lines: Int, in panes: PaneSizes) {
        let before = scroll
        scroll = scroll.saturatingSum(lines)
        clamp(to: panes, from: before)
    }

    /// Keeps it within the text.
    ///
    /// - Parameter earlier: where it was, which may be in a part of the text that is not broken yet.
    mutating func clamp(to panes: PaneSizes, from earlier: Int? = nil) {
        let end = max(0, panes.readingLines - panes.readingRows)
        scroll = min(max(0, scroll), panes.isReadingPartial ? max(end, earlier ?? scroll) : end)
        sideways = min(sideways, panes.readingColumns)
    }

    // MARK: What is searched for

    /// Shows the text from what is searched for, once that is known.
    mutating func seek() { seeksHighlight = true }

    /// True while what matches is on its way.
    var awaitsHighlights: Bool { asked.isPending }

    /// True where what matches in an item is to be asked for.
    mutating func wants(_ wanted: TextHighlights) -> Bool {
        let isHere = highlights.map { $0.search == wanted.search && $0.item == wanted.item } ?? false
        return !isHere && asked.ask(wanted)
    }

    /// Takes over what matches in an item.
    ///
    /// - Parameter search: the number of the search that there is; nil for none.
    mutating func take(_ found: TextHighlights, of search: Int?) {
        asked.take(TextHighlights(search: found.search, item: found.item))
        if found.search == search { highlights = found }
    }

    /// Forgets everything that names items by their numbers, since the round that is read anew has others.
    mutating func forgetItems() {
        asked.forget()
        highlights = nil
        seeksHighlight = false
    }

    /// Scrolls to the first match of an item that a step led to, if that is out of sight.
    mutating func seekHighlight(in panes: PaneSizes) {
        guard seeksHighlight, !panes.highlightedLines.isEmpty else { return }
        seeksHighlight = false
        show(hit: 0, in: panes)
    }

    /// Scrolls to the next match in the text, or to the one before.
    ///
    /// - Returns: false where there is none that way.
    mutating func stepToHit(forward: Bool, in panes: PaneSizes) -> Bool {
        let next = (hit ?? (forward ? -1 : panes.highlightedLines.count)) + (forward ? 1 : -1)
        guard panes.highlightedLines.indices.contains(next) else { return false }
        show(hit: next, in: panes)
        return true
    }

    private mutating func show(hit number: Int, in panes: PaneSizes) {
        hit = number
        seeksHighlight = false
        let line = panes.highlightedLines[number]
        guard line >= scroll + panes.readingRows || line < scroll else { return }
        scroll = max(0, line - panes.readingRows / 3)
        clamp(to: panes)
    }
}
