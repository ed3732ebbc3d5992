import RoundModel

/// The rows that the list has, and their texts.
extension ListState {
    /// The rows to ask for; nil where those on the screen are here or on their way.
    ///
    /// - Parameter isSettled: false while rows still come and nobody reads: then a cursor that nobody has moved stays at
    ///   the top.
    mutating func wantedRows(
        _ query: ItemListQuery,
        of revision: Revision,
        isSettled: Bool,
        in panes: PaneSizes
    ) -> ListRequest? {
        let visible = visibleRows(in: panes)
        let around = max(0, visible.lowerBound - ListRequest.margin)..<visible.upperBound + ListRequest.margin
        var wanted = ListRequest(revision: revision, query: query, rows: around)
        let isHere = wanted.isSameList(as: listed)
        if isHere, window.covers(visible), follow == nil { return nil }
        if asked.isPending, wanted.isSameList(as: asked.request), follow == nil {
            // What is on its way may follow an item to other rows; once it is here, there is more to know.
            if !isHere || asked.request?.rows.contains(visible) == true { return nil }
        }
        if let item = follow ?? followed {
            (follow, followed) = (nil, item)
            wanted.follow = item
        } else if !isHere {
            wanted.follow = isSettled || cursor > 0 ? selectedItem : nil
        }
        return asked.ask(wanted) ? wanted : nil
    }

    /// Takes over rows that were found.
    ///
    /// - Parameter position: the row of the item that was followed; nil where it is not on the list.
    /// - Returns: true where another item is under the cursor now.
    mutating func take(
        _ request: ListRequest,
        _ found: ItemListWindow,
        position: Int?,
        _ context: ListContext
    ) -> Bool {
        guard request.query.members == tab.members, request.query.order == order,
            request.query.descending == descending, (request.revision.marks > 0) == (tab == .marked)
        else { return false }
        asked.take(request)
        let before = selectedItem
        let isSameList = request.isSameList(as: listed)
        let rowOnScreen = cursor - top
        window = found
        listed = request
        let isAwaited = request.follow != nil && request.follow == followed ?? before
        if request.follow == followed { followed = nil }
        var isOther = false
        if let position, isAwaited, window[position] == request.follow {
            // The item stays where the eye is.
            cursor = position
            top = max(0, position - rowOnScreen)
        } else {
            isOther = selectedItem != before && !isSameList
        }
        keepCursorVisible(context)
        return isOther
    }

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

    /// The rows, of all that are invalid, whose texts are to be asked for, by their numbers.
    mutating func wantedTexts(of rows: InvalidRows, in panes: PaneSizes) -> [Int: InvalidRow] {
        let top = min(top, rows.count)
        let visible = top..<min(rows.count, top + max(1, panes.listRows))
        var wanted: [Int: InvalidRow] = [:]
        for row in visible where invalidTexts[row] == nil && !askedInvalidTexts.contains(row) {
            wanted[row] = rows[row]
        }
        askedInvalidTexts.formUnion(wanted.keys)
        return wanted
    }

    /// Takes over texts of invalid rows that were read.
    mutating func take(_ found: [Int: TextResult], in panes: PaneSizes) {
        askedInvalidTexts.subtract(found.keys)
        invalidTexts.merge(found) { _, new in new }
        if invalidTexts.count > textLimit(in: panes) {
            let near = top...(top + max(1, panes.listRows))
            invalidTexts = invalidTexts.filter { near.contains($0.key) }
        }
    }

    /// Forgets everything that names items or rows by their numbers, since the round that is read anew has others.
    mutating func forgetItems() {
        (asked, askedInvalidTexts) = (Asked(), [])
        (follow, followed) = (nil, nil)
        invalidTexts = [:]
        window = ItemListWindow()
        listed = nil
    }
}
