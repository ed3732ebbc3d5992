import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension Painter {
    /// Draws the text of the item under the cursor, with its scores against the thresholds.
    mutating func reading(_ state: ReviewState, _ text: ReadingText, in rect: Rect) {
        let focused = state.reading.hasFocus
        let count = state.queue?.items.count ?? state.listCount
        let at = state.queue?.shownPlace ?? state.list.cursor
        let note = count > 0 ? "\(DecimalText.grouped(at + 1)) of \(DecimalText.grouped(count))" : ""
        let area = frame(rect, title: readingTitle(state), note: note, focused: focused)
        guard !area.isEmpty, count > 0 else { return }
        spots.add(.reading, rect)
        let lines = ReadingLines(state, text)
        let top = min(max(0, state.reading.scroll), max(0, lines.count - area.height))
        for row in 0..<min(area.height, lines.count - top) {
            let place = Rect(x: area.x + 1, y: area.y + row, width: area.width - 2, height: 1)
            readingLine(lines[top + row], text, place)
            if case .text(let section, let textRow) = lines[top + row] {
                highlights(ReadingText.highlights(state, section: section), text.sections[section].text, textRow, place)
            }
        }
        readingScroll(top: top, lines: lines.count, area: area, in: rect)
    }

    private func readingTitle(_ state: ReviewState) -> String {
        guard let item = state.currentItem else { return state.list.tab == .invalid ? "invalid row" : "item" }
        return name(state.name(of: item).bytes, width: 40)
    }

    private mutating func readingLine(_ line: ReadingLine, _ text: ReadingText, _ place: Rect) {
        switch line {
        case .blank: break
        case .words(let parts):
            var x = place.x
            for part in parts where x < place.maxX {
                x += words(part.text, x: x, y: place.y, width: place.maxX - x, part.role)
            }
        case .bucket(let bucket, let from):
            var x = place.x
            if let from {
                x += words("\(from.letter) \(from.name)", x: x, y: place.y, width: place.width, style(of: from))
                x += words(" → ", x: x, y: place.y, width: place.maxX - x, .muted)
            }
            x += words("\(bucket.letter) \(bucket.name)", x: x, y: place.y, width: place.maxX - x, style(of: bucket))
            if from != nil { words("  since the baseline", x: x, y: place.y, width: place.maxX - x, .muted) }
        case .heading(let name):
            words(name, x: place.x, y: place.y, width: place.width, .heading)
        case .text(let section, let row):
            let shown = text.sections[section].text[row]
            canvas.draw(
                shown,
                x: place.x + 2,
                y: place.y,
                width: place.width - 2,
                style: theme[.text],
                tokenStyle: token(on: theme[.text])
            )
        case .field(let index, let row):
            let field = text.fields[index]
            if row == 0 { foreign(field.name, x: place.x + 2, y: place.y, width: text.nameWidth, theme[.muted]) }
            let start = place.x + 2 + text.nameWidth + 1
            canvas.draw(
                field.value[row],
                x: start,
                y: place.y,
                width: place.maxX - start,
                style: theme[.text],
                tokenStyle: token(on: theme[.text])
            )
        }
    }

    /// Turns round the cells that a search found; a style that every terminal has, whatever its colours.
    private mutating func highlights(_ ranges: [Range<Int>], _ text: WrappedText, _ row: Int, _ place: Rect) {
        for range in ranges {
            guard let columns = text.columns(ofRow: row, showing: range) else { continue }
            for column in columns where place.x + 2 + column < place.maxX {
                canvas.restyle(x: place.x + 2 + column, y: place.y) { $0.adding(.reverse) }
            }
        }
    }

    private mutating func readingScroll(top: Int, lines: Int, area: Rect, in rect: Rect) {
        guard lines > area.height else { return }
        let below = lines - top - area.height
        let text = below > 0 ? " \(DecimalText.counted(below, "more line")) · \(key(.scrollDown)) " : " end "
        wordsRight(text, maxX: rect.maxX - 2, y: rect.maxY - 1, width: rect.width - 4, .muted)
    }
}
