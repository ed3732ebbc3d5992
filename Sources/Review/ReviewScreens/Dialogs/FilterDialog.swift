import ItemFilter
import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety
import Verdicts

extension FilterDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.filterDialog(state, self) }
}

extension Painter {
    /// Where a filter is typed: what is wrong under its place, how many items are left, what could come next.
    mutating func filterDialog(_ state: ReviewState, _ filter: FilterDialog) {
        let width = min(canvas.size.columns - 4, 100)
        let operators = "and or not ( )  = != < <= > >=  ~ text /regex/  is null  has:note  moved"
        let help: [DialogNote] = [(operators, .muted)]
        let helpRows = rows(of: help, width: width - 4)
        let named = min(6, state.find.filters.count, max(0, canvas.size.rows - 14))
        let area = box(
            width: width,
            height: 8 + helpRows + (named > 0 ? named + 1 : 0),
            title: "filter",
            note: state.find.filters.isEmpty ? "" : DecimalText.counted(state.find.filters.count, "named filter"),
            isAtTop: true
        )
        let label = words("show ", x: area.x, y: area.y, width: area.width, .label)
        let wrong = filter.error.map { $0.range.isEmpty ? $0.range.lowerBound..<$0.range.lowerBound + 1 : $0.range }
        let mark = entry(filter.entry, x: area.x + label, y: area.y, width: area.width - label, marked: wrong ?? 0..<0)
        if let mark { put("^", x: mark, y: area.y + 1, theme[.error].adding(.bold)) }
        filterState(state, filter, in: Rect(x: area.x, y: area.y + 2, width: area.width, height: 2))
        candidates(filter, in: Rect(x: area.x, y: area.y + 4, width: area.width, height: 2))
        notes(help, in: Rect(x: area.x, y: area.y + 6, width: area.width, height: helpRows))
        for (row, filter) in state.find.filters.prefix(named).enumerated() {
            let y = area.y + 7 + helpRows + row
            dialogRow(row, in: area, y: y)
            let used = foreign(Array(filter.name.utf8), x: area.x, y: y, width: 24, theme[.value])
            foreign(Array(filter.text.utf8), x: area.x + max(26, used + 2), y: y, width: area.width - 26, theme[.muted])
        }
    }

    /// What is wrong, or how many items are left.
    private mutating func filterState(_ state: ReviewState, _ filter: FilterDialog, in rect: Rect) {
        if let problem = filter.problem ?? filter.error?.message ?? state.find.filterPreview?.problem {
            let lines = SafeText(symbols.words(SafeText.printable(problem))).wrapped(to: rect.width)
            for (row, line) in lines.prefix(rect.height).enumerated() {
                canvas.draw(line, x: rect.x, y: rect.y + row, width: rect.width, style: theme[.error])
            }
            return
        }
        let total = DecimalText.grouped(state.round.count)
        let text: String
        if let preview = state.find.filterPreview {
            let count = preview.items.map { DecimalText.counted($0.count, "item") }
            if preview.isComplete, let items = preview.items, let count {
                let share = state.round.count > 0 ? 100 * Double(items.count) / Double(state.round.count) : 0
                text = "\(count) of \(total), \(DecimalText.fixed(share, decimals: 1)) %"
            } else if state.round.isReading {
                text = "counted once the round is read"
            } else {
                text = "\(count ?? "0 items") so far, \(progress(.filter, preview.fraction, state)) looked at"
            }
        } else if filter.entry.scalars.isEmpty {
            text =
                "an empty line shows all \(total) items; \(key(.cancel)), then \(key(.facets)) lists values to choose from"
        } else {
            text = "not finished yet"
        }
        notes([(text, state.find.filterPreview == nil ? .muted : .value)], in: rect)
    }

    /// What Tab puts in, as many as fit.
    private mutating func candidates(_ filter: FilterDialog, in rect: Rect) {
        guard !filter.completion.candidates.isEmpty else { return }
        let name = key(.complete)
        let indent = width(name) + 1
        var x = rect.x
        var y = rect.y
        x += words("\(name) ", x: x, y: y, width: rect.width, .key)
        for (index, candidate) in filter.completion.candidates.enumerated() {
            let bytes = Array(candidate.utf8)
            let needed = min(rect.width - indent, SafeText(bytes, fitting: 40, asciiOnly: !symbols.isUnicode).width)
            if x + needed > rect.maxX {
                (x, y) = (rect.x + indent, y + 1)
                if y >= rect.maxY { return }
            }
            let style = index == filter.completed ? theme[.selection].adding(.bold) : theme[.text]
            let used = foreign(bytes, x: x, y: y, width: min(40, rect.maxX - x), style)
            dialogOption(FilterDialog.completionField, candidate, x: x, y: y, width: used)
            x += used + 2
        }
    }
}
