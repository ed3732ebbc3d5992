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
            readingLine(state, lines[top + row], text, place)
        }
        readingScroll(top: top, lines: lines.count, area: area, in: rect)
    }

    private func readingTitle(_ state: ReviewState) -> String {
        guard let item = state.currentItem else { return state.list.tab == .invalid ? "invalid row" : "item" }
        return name(state.name(of: item).bytes, width: 40)
    }

    /// Draws one row of the text.
    ///
    /// - Parameter sideways: columns that rows which are not broken are moved to the left by.
    mutating func readingLine(
        _ state: ReviewState,
        _ line: ReadingLine,
        _ text: ReadingText,
        _ place: Rect,
        sideways: Int = 0
    ) {
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
        case .read(.blank): break
        case .read(.empty): words("  (empty)", x: place.x, y: place.y, width: place.width, .muted)
        case .read(.heading(let name)): words(name, x: place.x, y: place.y, width: place.width, .heading)
        case .read(.text(let number, let row)):
            let section = text.sections[number]
            textRow(section.text, row: row, x: place.x + 2, place, sideways: sideways)
            let hits = section.searched.map { state.shownHighlights?[$0] ?? [] } ?? []
            readingMarks(section.text, row: row, hits: hits, place, sideways: sideways)
        case .read(.field(let index, let row)):
            let field = text.fields[index]
            if row == 0 { foreign(field.name, x: place.x + 2, y: place.y, width: text.nameWidth, theme[.muted]) }
            textRow(field.value, row: row, x: place.x + 2 + text.nameWidth + 1, place, sideways: 0)
        }
    }

    /// Draws a row of wrapped text; where one that is not broken goes on beyond an edge, an ellipsis says so.
    private mutating func textRow(_ text: WrappedText, row: Int, x: Int, _ place: Rect, sideways: Int) {
        let isMoved = sideways > 0 && text.isUnwrapped(row: row)
        let shown = isMoved ? text.row(row, from: sideways) : text[row]
        let style = theme[.text]
        let width = place.maxX - x
        let fitted = cut(shown.truncated(to: width))
        canvas.draw(fitted, x: x, y: place.y, width: width, style: style, tokenStyle: token(on: style))
        if isMoved { words("…", x: x - 1, y: place.y, width: 1, .warning) }
    }

    /// Shows what stands out in a row of text, and turns round the cells that a search found: a style that every terminal
    /// has, whatever its colours.
    ///
    /// - Parameter hits: ascending.
    private mutating func readingMarks(
        _ text: WrappedText,
        row: Int,
        hits: [Range<Int>],
        _ place: Rect,
        sideways: Int
    ) {
        let shown = text.bytes(ofRow: row)
        let runs = text.shape.runs(over: shown)
        let found = hits.overlapping(shown)
        guard !runs.isEmpty || !found.isEmpty else { return }
        let cells = text.cells(ofRow: row)
        let moved = text.isUnwrapped(row: row) ? sideways : 0
        let colors = (code: theme[.code].foreground, quote: theme[.muted].foreground)
        for run in runs {
            restyle(cells.columns(showing: run.bytes), place, moved) { Self.style(of: run.style, on: $0, colors) }
        }
        for hit in found { restyle(cells.columns(showing: hit), place, moved) { $0.adding(.reverse) } }
    }

    private mutating func restyle(_ columns: Range<Int>?, _ place: Rect, _ moved: Int, _ change: (Style) -> Style) {
        guard let columns else { return }
        for column in max(moved, columns.lowerBound)..<max(moved, columns.upperBound) {
            guard place.x + 2 + column - moved < place.maxX else { return }
            canvas.restyle(x: place.x + 2 + column - moved, y: place.y, change)
        }
    }

    /// What markdown stands out by: attributes that every terminal has, and colours for code and quotations.
    private static func style(
        of shape: TextShape.Style,
        on style: Style,
        _ colors: (code: TerminalColor, quote: TerminalColor)
    ) -> Style {
        var style = style
        if shape.contains(.quote) { style.foreground = colors.quote }
        if shape.contains(.code) { style.foreground = colors.code }
        if shape.contains(.heading) || shape.contains(.strong) { style = style.adding(.bold) }
        if shape.contains(.emphasis) { style = style.adding(.underline) }
        if shape.contains(.struck) { style = style.adding(.dim) }
        return style
    }

    private mutating func readingScroll(top: Int, lines: Int, area: Rect, in rect: Rect) {
        guard lines > area.height else { return }
        let below = lines - top - area.height
        let text = below > 0 ? " \(DecimalText.counted(below, "more line")) · \(key(.scrollDown)) " : " end "
        wordsRight(text, maxX: rect.maxX - 2, y: rect.maxY - 1, width: rect.width - 4, .muted)
    }
}

extension [Range<Int>] {
    /// Those of ascending ranges that have a part in another.
    ///
    /// - Complexity: O(log count + those found).
    fileprivate func overlapping(_ range: Range<Int>) -> ArraySlice<Range<Int>> {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].upperBound > range.lowerBound { high = middle } else { low = middle + 1 }
        }
        return self[low...].prefix { $0.lowerBound < range.upperBound }
    }
}
