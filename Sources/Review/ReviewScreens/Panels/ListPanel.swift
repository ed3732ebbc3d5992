import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws the list with its tabs; only the rows on the screen are looked at.
    mutating func list(_ state: ReviewState, in rect: Rect) {
        let focused = !state.reading.hasFocus && !state.reading.isOpen
        let area = frame(rect, title: "", note: "", focused: focused)
        guard !area.isEmpty else { return }
        spots.add(.list, rect)
        listTabs(state, in: rect)
        listPosition(state, in: rect)
        if state.listCount == 0 {
            listEmpty(state, in: area)
        } else if state.list.tab == .invalid {
            invalidRows(state, in: area)
        } else {
            itemRows(state, in: area)
        }
    }

    /// The rows of items that fit into a frame of this size: all but the line of column names.
    static func listRows(in rect: Rect) -> Int { max(0, rect.height - 3) }

    /// Draws all tabs and the order, spelled as long as there is room for.
    private mutating func listTabs(_ state: ReviewState, in rect: Rect) {
        let room = rect.width - 4
        let spellings = ListTitle.spellings(state)
        guard let title = spellings.first(where: { width($0.whole) <= room }) ?? spellings.last else { return }
        var x = rect.x + 2
        for (tab, text) in zip(ListTab.allCases, title.tabs) {
            var style = theme[.label]
            if case .bucket(let bucket) = tab { style = self.style(of: bucket) }
            if tab == state.list.tab { style = style.adding(.bold) }
            let used = words(text, x: x, y: rect.y, width: max(0, rect.maxX - 2 - x), style)
            spots.add(.tab(tab), Rect(x: x, y: rect.y, width: used, height: 1))
            x += used
        }
        if !title.order.isEmpty, x + width(title.order) <= rect.maxX - 2 {
            listOrder(title.order, maxX: rect.maxX - 2, y: rect.y)
        } else {
            // Where the tabs leave no room for it, it stands in the lower edge.
            let order = ListTitle.order(state)
            listOrder(order, maxX: rect.x + 2 + width(order), y: rect.maxY - 1)
        }
    }

    private mutating func listOrder(_ order: String, maxX: Int, y: Int) {
        guard !order.isEmpty else { return }
        wordsRight(order, maxX: maxX, y: y, width: width(order), .muted)
        // The mark at its end turns it round.
        keySpot(.nextOrder, maxX: maxX - 2, y: y, width: width(order) - 2)
        keySpot(.reverseOrder, maxX: maxX, y: y, width: 2)
    }

    private mutating func listPosition(_ state: ReviewState, in rect: Rect) {
        guard state.listCount > 0 else { return }
        let text = " \(DecimalText.grouped(state.list.cursor + 1)) of \(DecimalText.grouped(state.listCount)) "
        guard width(text) < rect.width - 4 else { return }
        wordsRight(text, maxX: rect.maxX - 2, y: rect.maxY - 1, width: rect.width, .muted)
    }

    private mutating func listEmpty(_ state: ReviewState, in area: Rect) {
        let lines: [String]
        switch state.list.tab {
        case _ where (state.find.filter != nil || state.find.shownItems != nil) && state.list.tab != .invalid:
            lines = emptyUnderFilter(state)
        case .moved:
            lines =
                state.thresholds.now == state.thresholds.baseline
                ? [
                    "Nothing has moved: the thresholds are at the baseline.",
                    "Move one with \(key(.stepDown)) and \(key(.stepUp)), or type it with \(key(.typeThreshold)).",
                ]
                : ["No item changed bucket since the baseline."]
        case .bucket(let bucket):
            let isCounting = state.counting.tally == nil || state.list.listed == nil
            lines = isCounting ? ["…"] : ["No \(bucket.name) items at these thresholds."]
        case .judged:
            lines = [
                "There are no verdicts yet.",
                "\(key(.agree)) agrees with a call, \(key(.callUnsafe)) marks an item unsafe; \(key(.openQueue)) opens a sample.",
            ]
        case .marked:
            lines = [
                "No item is marked.",
                "\(key(.mark)) marks one on any list; \(key(.judgeMany)) judges all marked ones at once.",
            ]
        case .invalid:
            if let grid = state.grid, grid.invalid > 0 {
                lines = [
                    "The grid counts \(DecimalText.counted(grid.invalid, "invalid row")), and none was drawn.",
                    "redsieve summary names them by their reasons.",
                ]
                break
            }
            lines = state.round.isComplete ? ["Every row of the round could be used."] : ["No invalid row so far."]
        }
        for (row, line) in lines.enumerated() where row < area.height {
            words(line, x: area.x + 1, y: area.y + row, width: area.width - 2, .muted)
        }
    }

    /// What an empty list says while a filter is in force.
    private func emptyUnderFilter(_ state: ReviewState) -> [String] {
        guard let items = state.find.shownItems, state.find.isShowingTyped || state.find.filter?.isComplete == true
        else { return ["…"] }
        let wayOut = "\(key(.filter)) changes it, \(key(.facets)) counts values, \(key(.back)) shows all items."
        guard items.count > 0 else { return ["No item passes the filter.", wayOut] }
        switch state.list.tab {
        case .bucket(let bucket): return ["No \(bucket.name) item passes the filter.", wayOut]
        case .moved: return ["No item that passes the filter has changed bucket.", wayOut]
        case .marked: return ["No marked item passes the filter.", wayOut]
        case .judged, .invalid: return ["No item with a verdict passes the filter.", wayOut]
        }
    }

    /// Fills a row of the list and gives the styles for it.
    mutating func rowStyle(
        _ isSelected: Bool,
        _ state: ReviewState,
        x: Int,
        y: Int,
        width: Int
    ) -> (normal: Style, strong: Style) {
        guard isSelected else { return (theme[.text], theme[.value]) }
        canvas.fill(Rect(x: x, y: y, width: width, height: 1), style: theme[.selection])
        return (theme[.selection], theme[.selection].adding(.bold))
    }
}
