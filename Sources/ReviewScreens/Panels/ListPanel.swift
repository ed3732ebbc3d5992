import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws the list with its tabs; only the rows on the screen are looked at.
    mutating func list(_ state: ReviewState, in rect: Rect) {
        let focused = state.focus == .list && !state.reading.isOpen
        let area = frame(rect, title: "", note: "", focused: focused)
        guard !area.isEmpty else { return }
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

    private mutating func listTabs(_ state: ReviewState, in rect: Rect) {
        var x = rect.x + 2
        let order = state.list.tab == .invalid ? "" : " \(orderTitle(state.list)) "
        let room = rect.maxX - 2 - width(order)
        for tab in ListTab.allCases {
            let isChosen = tab == state.list.tab
            let label = tabLabel(tab, state, isWide: rect.width >= 100)
            let text = isChosen ? "[\(label)]" : " \(label) "
            guard x + width(text) <= room || isChosen else { continue }
            var style = theme[.label]
            if case .bucket(let bucket) = tab { style = self.style(of: bucket) }
            if isChosen { style = style.adding(.bold) }
            x += words(text, x: x, y: rect.y, width: max(0, rect.maxX - 2 - x), style)
        }
        if !order.isEmpty, x + width(order) < rect.maxX - 1 {
            wordsRight(order, maxX: rect.maxX - 2, y: rect.y, width: width(order), .muted)
        }
    }

    private func orderTitle(_ list: ListState) -> String {
        "\(list.order.title) \(list.descending ? "▴" : "▾")"
    }

    private func tabLabel(_ tab: ListTab, _ state: ReviewState, isWide: Bool) -> String {
        let tally = state.tally
        switch tab {
        case .bucket(let bucket):
            let count = tally.map { " \(DecimalText.grouped($0.counts[bucket]))" } ?? ""
            return isWide ? "\(bucket.letter) \(bucket.name)\(count)" : "\(bucket.letter)\(count)"
        case .moved:
            return "moved \(DecimalText.grouped(tally?.moved ?? 0))"
        case .invalid:
            return "invalid \(DecimalText.grouped(state.round.report?.invalidRows.count ?? 0))"
        }
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
        case .moved:
            lines =
                state.thresholds.now == state.thresholds.baseline
                ? [
                    "Nothing has moved: the thresholds are at the baseline.",
                    "Move one with ← and →, or type it with =.",
                ]
                : ["No item changed bucket since the baseline."]
        case .bucket(let bucket):
            let isCounting = state.tally == nil || state.list.listed == nil
            lines = isCounting ? ["…"] : ["No \(bucket.name) items at these thresholds."]
        case .invalid:
            lines = state.round.isComplete ? ["Every row of the round could be used."] : ["No invalid row so far."]
        }
        for (row, line) in lines.enumerated() where row < area.height {
            words(line, x: area.x + 1, y: area.y + row, width: area.width - 2, .muted)
        }
    }

    private mutating func invalidRows(_ state: ReviewState, in area: Rect) {
        guard let report = state.round.report else { return }
        let rows = report.invalidRows
        words(
            " line".rightPadded(10) + "reason".rightPadded(30) + "row",
            x: area.x,
            y: area.y,
            width: area.width,
            .muted
        )
        for offset in 0..<max(0, area.height - 1) {
            let index = state.list.top + offset
            guard index < rows.count else { break }
            let y = area.y + 1 + offset
            let style = rowStyle(index == state.list.cursor, state, x: area.x, y: y, width: area.width)
            words(" \(DecimalText.grouped(rows[index].line))", x: area.x, y: y, width: 9, style.strong)
            words(rows[index].reason.text, x: area.x + 10, y: y, width: 29, style.normal)
            if case .row(let bytes) = state.list.invalidTexts[index] {
                foreign(bytes, x: area.x + 40, y: y, width: area.width - 40, style.normal)
            }
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
