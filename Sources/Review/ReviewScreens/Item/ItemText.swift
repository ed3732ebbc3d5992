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
        let notes = [lines.hits(state).map { "\($0.at) of \(DecimalText.counted($0.count, "hit"))" }, part].compactMap {
            $0
        }
        rule(
            x: rect.x,
            y: rect.y,
            width: rect.width,
            title: lines.section(at: top),
            note: notes.joined(separator: " · "),
            focused: true
        )
    }

    /// Draws the text in its column, and beside it what goes on to the left and right.
    mutating func itemText(_ state: ReviewState, _ text: ReadingText, _ lines: ReadingLines, in layout: ItemLayout) {
        spots.add(.reading, layout.text)
        let (column, rows) = (layout.column, layout.text.height)
        let top = Self.top(state, lines, rows: rows)
        for row in 0..<min(rows, max(0, lines.count - top)) {
            let place = Rect(x: column.x, y: column.y + row, width: column.width, height: 1)
            readingLine(lines[top + row], text, place, sideways: state.reading.sideways)
            if case .text(let section, let textRow) = lines[top + row] {
                readingMarks(
                    state,
                    text.sections[section].text,
                    section: section,
                    row: textRow,
                    place,
                    sideways: state.reading.sideways
                )
            }
        }
    }

    static func top(_ state: ReviewState, _ lines: ReadingLines, rows: Int) -> Int {
        min(max(0, state.reading.scroll), max(0, lines.count - rows))
    }
}
