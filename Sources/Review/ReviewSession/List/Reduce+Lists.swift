import RoundModel

extension ReviewState {
    mutating func nextOrder() {
        let all = ItemOrder.allCases
        let at = all.firstIndex(of: list.order) ?? 0
        order(by: all[(at + 1) % all.count])
    }

    mutating func reverseOrder() {
        guard list.tab != .invalid else { return refuse("invalid rows stand in the order of the round") }
        list.descending.toggle()
        toTop()
        message = Message(.done, "list \(list.order.title), \(list.descending ? "reversed" : "not reversed")")
    }

    mutating func order(by order: ItemOrder) {
        guard list.tab != .invalid else { return refuse("invalid rows stand in the order of the round") }
        list.order = order
        list.descending = false
        toTop()
        message = Message(.done, "list \(order.title)")
    }

    /// The items at the present thresholds, whatever people say about them.
    var shownItems: CountRequest {
        CountRequest(revision: itemRevision, thresholds: thresholds.now, baseline: thresholds.baseline)
    }

    /// Shows the fullest list in place of an empty one that nobody has chosen.
    mutating func showFullest(_ counts: BucketCounts) {
        guard !list.isChosen, list.judgedIn != shownItems, round.isComplete, case .bucket(let bucket) = list.tab,
            counts[bucket] == 0
        else { return }
        if let fullest = Bucket.allCases.max(by: { counts[$0] < counts[$1] }), counts[fullest] > 0 {
            list.tab = .bucket(fullest)
        }
    }

    mutating func show(_ tab: ListTab) {
        list.isChosen = true
        focus = .list
        reading.isOpen = false
        guard tab != list.tab else { return }
        list.tab = tab
        list.asked.forget()
        toTop()
    }

    mutating func turnTab(by steps: Int) {
        let all = ListTab.allCases
        let at = all.firstIndex(of: list.tab) ?? 0
        show(all[(at + steps + all.count) % all.count])
    }

    /// The first row, whatever item it turns out to be.
    private mutating func toTop() {
        list.cursor = 0
        list.top = 0
        reading.scroll = 0
        list.window = ItemListWindow()
        list.listed = nil
        list.follow = nil
        list.followed = nil
    }

    /// The number of rows in the list as it stands: of the newest finished listing, or of all invalid rows.
    public var listCount: Int {
        list.tab == .invalid ? round.report?.invalidRows.count ?? 0 : list.window.total
    }

    /// Shows another text from its beginning, or from what is searched for in it.
    private mutating func beginReading() {
        reading.scroll = 0
        reading.seeksHighlight = find.search != nil
    }

    mutating func moveCursor(to row: Int) {
        let count = listCount
        guard count > 0 else { return }
        let target = min(max(0, row), count - 1)
        if target != list.cursor { beginReading() }
        list.cursor = target
        keepCursorVisible()
    }

    mutating func keepCursorVisible() {
        let rows = max(1, panes.listRows)
        let count = listCount
        list.cursor = min(max(0, list.cursor), max(0, count - 1))
        if list.cursor < list.top { list.top = list.cursor }
        if list.cursor >= list.top + rows { list.top = list.cursor - rows + 1 }
        list.top = min(max(0, list.top), max(0, count - rows))
    }

    mutating func take(_ update: ListUpdate) {
        switch update {
        case .listed(let request, let window, let position): takeList(request, window, position: position)
        case .textsRead(_, let texts): takeTexts(texts)
        case .invalidTextsRead(_, let texts): takeInvalidTexts(texts)
        }
    }

    private mutating func takeList(_ request: ListRequest, _ window: ItemListWindow, position: Int?) {
        guard request.query.members == list.tab.members, request.query.order == list.order,
            request.query.descending == list.descending, (request.revision.marks > 0) == (list.tab == .marked)
        else { return }
        list.asked.take(request)
        let before = list.selectedItem
        let isSameList = request.isSameList(as: list.listed)
        let rowOnScreen = list.cursor - list.top
        list.window = window
        list.listed = request
        let followed = list.followed
        let isAwaited = request.follow != nil && request.follow == followed ?? before
        if request.follow == followed { list.followed = nil }
        if let position, isAwaited, window[position] == request.follow {
            // The item stays where the eye is.
            list.cursor = position
            list.top = max(0, position - rowOnScreen)
        } else if list.selectedItem != before, !isSameList {
            beginReading()
        }
        keepCursorVisible()
    }

    private mutating func takeTexts(_ texts: [UInt32: TextResult]) {
        round.content.texts.take(texts)
        if let selected = list.selectedItem, case .failed(let why)? = texts[selected] {
            message = Message(.failure, why)
        }
        // What is far from the screen is dropped when they get many.
        if round.content.texts.read.count > textLimit { round.content.texts.keep(only: Set(nearItems)) }
    }

    private mutating func takeInvalidTexts(_ texts: [Int: TextResult]) {
        list.askedInvalidTexts.subtract(texts.keys)
        list.invalidTexts.merge(texts) { _, new in new }
        if list.invalidTexts.count > textLimit {
            let near = list.top...(list.top + max(1, panes.listRows))
            list.invalidTexts = list.invalidTexts.filter { near.contains($0.key) }
        }
    }

    /// Texts that are kept at most; what is far from the screen is read again when it is wanted.
    private var textLimit: Int { 4 * max(50, panes.listRows) }

    /// The rows of the list on the screen; some may lie beyond its end.
    var visibleRows: Range<Int> { list.top..<list.top + max(1, panes.listRows) }

    /// The items on the screen, and the one being read.
    var visibleItems: [UInt32] {
        if let queue {
            // Some ahead, so that an answer never waits for a text, and the one before to go back to.
            return Array(queue.items[max(0, queue.at - 1)...queue.at]) + queue.upcoming(8)
        }
        guard list.tab != .invalid else { return [] }
        var items = visibleRows.compactMap { list.window[$0] }
        if let selected = list.selectedItem, !items.contains(selected) { items.append(selected) }
        return items
    }

    /// The items on the screen, and those below it: verdicts lead on to them, and are not to wait for a text there either.
    var nearItems: [UInt32] {
        guard queue == nil, list.tab != .invalid else { return visibleItems }
        let (end, visible) = (visibleRows.upperBound, visibleItems)
        return visible + (end..<end + 8).compactMap { list.window[$0] }.filter { !visible.contains($0) }
    }
}
