import RoundModel

/// The cursor of the list, and the rows on the screen.
extension ListState {
    /// The rows of the list as it stands: of the newest finished listing, or all invalid rows.
    func count(_ context: ListContext) -> Int { tab == .invalid ? context.invalidCount : window.total }

    /// The rows on the screen; some may lie beyond the list's end.
    func visibleRows(in panes: PaneSizes) -> Range<Int> { top..<top + max(1, panes.listRows) }

    /// True while the rows are on their way.
    var isListing: Bool { tab.members != nil && listed == nil }

    /// Why there is no row; a list that is still being made only looks empty.
    var emptyText: String { isListing ? "the list is not ready yet" : "the list is empty" }

    /// - Returns: true where another row is under the cursor now.
    mutating func moveCursor(to row: Int, _ context: ListContext) -> Bool {
        let count = count(context)
        guard count > 0 else { return false }
        let before = cursor
        cursor = min(max(0, row), count - 1)
        let isOther = cursor != before
        keepCursorVisible(context)
        return isOther
    }

    mutating func keepCursorVisible(_ context: ListContext) {
        let rows = max(1, context.panes.listRows)
        let count = count(context)
        cursor = min(max(0, cursor), max(0, count - 1))
        if cursor < top { top = cursor }
        if cursor >= top + rows { top = cursor - rows + 1 }
        top = min(max(0, top), max(0, count - rows))
    }

    /// The rows move; the cursor stays where it is as long as it can be seen.
    ///
    /// - Returns: true where another row is under the cursor now.
    mutating func scroll(by rows: Int, _ context: ListContext) -> Bool {
        let room = context.panes.listRows
        let target = min(max(0, top.saturatingSum(rows)), max(0, count(context) - room))
        guard target != top, room > 0 else { return false }
        let before = cursor
        top = target
        cursor = min(max(cursor, top), top + room - 1)
        let isOther = cursor != before
        keepCursorVisible(context)
        return isOther
    }

    /// The first row, whatever item it turns out to be.
    mutating func toTop() {
        cursor = 0
        top = 0
        window = ItemListWindow()
        listed = nil
        follow = nil
        followed = nil
    }

    /// Has the list made about an item; what is shown of it stays until then.
    mutating func turn(to item: UInt32) {
        listed = nil
        asked.forget()
        follow = item
    }
}

extension Int {
    /// The sum, or the largest or smallest number there is where it would lie beyond.
    func saturatingSum(_ other: Int) -> Int {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? (other > 0 ? .max : .min) : sum
    }
}
