public import RoundModel

/// What is shown, and which rows are on the screen.
extension ListState {
    /// Which list is shown.
    public var tab: ListTab { choice.tab }
    /// The order of items; invalid rows always stand as in the round.
    public var order: ItemOrder { choice.order }
    /// True where that order is turned round.
    public var descending: Bool { choice.descending }

    /// The item under the cursor; nil on the tab of invalid rows, in an empty list, and while its row is on its way.
    public var selectedItem: UInt32? {
        tab == .invalid ? nil : window[cursor]
    }

    /// The rows of the list as it stands: of the newest finished listing, or all invalid rows.
    func count(_ context: ListContext) -> Int { tab == .invalid ? context.invalidCount : window.total }

    /// The rows on the screen; some may lie beyond the list's end.
    func visibleRows(in panes: PaneSizes) -> Range<Int> { top..<top + max(1, panes.listRows) }

    /// True while the rows are on their way.
    var isListing: Bool { tab.members != nil && listed == nil }

    /// Why there is no row; a list that is still being made only looks empty.
    var emptyText: String { isListing ? "the list is not ready yet" : "the list is empty" }

    // MARK: Texts

    /// Texts that are kept at most; what is far from the screen is read again when it is wanted.
    func textLimit(in panes: PaneSizes) -> Int { 4 * max(50, panes.listRows) }

    /// The items on the screen, and the one under the cursor.
    func visibleItems(in panes: PaneSizes) -> [UInt32] {
        guard tab != .invalid else { return [] }
        var items = visibleRows(in: panes).compactMap { window[$0] }
        if let selected = selectedItem, !items.contains(selected) { items.append(selected) }
        return items
    }

    /// The same, and the items below: verdicts lead on to them, and are not to wait for a text there either.
    func nearItems(in panes: PaneSizes) -> [UInt32] {
        let (end, visible) = (visibleRows(in: panes).upperBound, visibleItems(in: panes))
        guard tab != .invalid else { return [] }
        return visible + (end..<end + 8).compactMap { window[$0] }.filter { !visible.contains($0) }
    }
}

extension Int {
    /// The sum, or the largest or smallest number there is where it would lie beyond.
    func saturatingSum(_ other: Int) -> Int {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? (other > 0 ? .max : .min) : sum
    }
}
