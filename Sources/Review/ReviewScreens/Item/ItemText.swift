import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension Painter {
    /// Draws one item on the whole screen.
    mutating func item(_ state: ReviewState, _ text: ReadingText, in layout: ItemLayout) {
        let lines = ReadingLines(state, text, isWhole: true)
        if !layout.header.isEmpty { header(state, in: layout.header) }
        itemHead(state, in: layout.head)
        itemRule(state, lines, in: layout.rule, rows: layout.text.height)
        itemText(state, text, lines, in: layout)
        if !layout.status.isEmpty { queueLines(state, in: layout.status) }
        keyHints(KeyHints.hints(for: state), in: layout.keys)
        message(state, in: layout.message, hints: layout.keys)
        dialog(state)
    }

    /// Draws the line above the text: which section is read, what a search found in it, and how far it is.
    mutating func itemRule(_ state: ReviewState, _ lines: ReadingLines, in rect: Rect, rows: Int) {
        let top = Self.top(state, lines, rows: rows)
        let below = lines.count - top - rows
        let part = below <= 0 ? "end" : "\(DecimalText.wholePercent(top + rows, of: lines.count)) %"
        let hits = state.panes.highlightedLines.count
        let found =
            hits == 0 ? nil : "\(min(hits, (state.reading.hit ?? 0) + 1)) of \(DecimalText.counted(hits, "hit"))"
        let notes = [found, part].compactMap { $0 }
        rule(
            x: rect.x,
            y: rect.y,
            width: rect.width,
            // A heading right below it needs no name above.
            title: lines.isHeading(at: top) ? "" : lines.section(at: top),
            note: notes.joined(separator: " · "),
            focused: true
        )
    }

    /// Draws the text in its column, and the edge beside it.
    mutating func itemText(_ state: ReviewState, _ text: ReadingText, _ lines: ReadingLines, in layout: ItemLayout) {
        spots.add(.reading, layout.text)
        let (column, rows) = (layout.column, layout.text.height)
        let top = Self.top(state, lines, rows: rows)
        scrollBar(lines.count, top: top, in: layout)
        for row in 0..<min(rows, max(0, lines.count - top)) {
            let place = Rect(x: column.x, y: column.y + row, width: column.width, height: 1)
            readingLine(state, lines[top + row], text, place, sideways: state.reading.sideways)
        }
    }

    /// Draws the edge at the right of the text, heavier where the part on the screen is.
    private mutating func scrollBar(_ lines: Int, top: Int, in layout: ItemLayout) {
        let rows = layout.text.height
        guard rows > 0 else { return }
        let height = lines <= rows ? 0 : max(1, rows * rows / lines)
        let first = lines <= rows ? 0 : top * (rows - height) / (lines - rows)
        for row in 0..<rows {
            let isThumb = (first..<first + height).contains(row)
            put(
                isThumb ? symbols.thumb : symbols.vertical,
                x: layout.edge,
                y: layout.text.y + row,
                theme[isThumb ? .focusBorder : .border]
            )
        }
    }

    static func top(_ state: ReviewState, _ lines: ReadingLines, rows: Int) -> Int {
        min(max(0, state.reading.scroll), max(0, lines.count - rows))
    }
}
