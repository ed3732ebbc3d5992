import ReviewSession
package import TerminalCanvas
import TextSafety

extension PaletteDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ host: Host) { painter.paletteDialog(host, self) }
}

extension Painter {
    /// Draws the line that a command is typed into, what it may be, and what the chosen one does.
    mutating func paletteDialog<Host>(_ host: Host, _ palette: PaletteDialog<Host>) {
        let rows = PaletteRows.rows(for: palette.entry.text, in: host, table)
        let size = canvas.size
        let area = box(
            width: min(size.columns - 4, 92),
            height: min(size.rows - 4, 20),
            title: "command",
            note: "\(rows.count) of \(table.entries.count)"
        )
        put(":", x: area.x, y: area.y, theme[.key])
        entry(palette.entry, x: area.x + 1, y: area.y, width: area.width - 1)
        let notes = 3
        let visible = max(1, area.height - 2 - notes)
        let chosen = max(0, min(palette.row, rows.count - 1))
        let top = max(0, chosen - visible + 1)
        for (row, offered) in rows.dropFirst(top).prefix(visible).enumerated() {
            dialogRow(top + row, in: area, y: area.y + 1 + row)
            paletteRow(offered, isChosen: top + row == chosen, x: area.x, y: area.y + 1 + row, width: area.width)
        }
        let about = Rect(x: area.x, y: area.maxY - notes, width: area.width, height: notes)
        if let problem = palette.problem {
            paragraph(problem, in: about, .error)
        } else if rows.isEmpty {
            paragraph("no command has this in its name or title", in: about, .warning)
        } else {
            paletteNote(rows[chosen], in: about)
        }
    }

    private mutating func paletteRow(_ row: PaletteRow, isChosen: Bool, x: Int, y: Int, width: Int) {
        if isChosen { canvas.fill(Rect(x: x, y: y, width: width, height: 1), style: theme[.selection]) }
        put(
            isChosen ? symbols.pointer : row.isHistory ? symbols.found : " ",
            x: x,
            y: y,
            theme[isChosen ? .selection : .muted]
        )
        let keys = row.entry.keyNames
        let keyWidth = min(16, self.width(keys))
        let style = isChosen ? theme[.selection].adding(.bold) : theme[.value]
        let room = max(0, width - 2 - keyWidth - 1)
        let name = foreign(Array(row.line.utf8), x: x + 2, y: y, width: min(30, room), style)
        let at = max(24, name + 2)
        words(row.entry.title, x: x + 2 + at, y: y, width: max(0, room - at), isChosen ? .selection : .label)
        wordsRight(keys, maxX: x + width, y: y, width: keyWidth, isChosen ? .selection : .key)
    }

    /// What the chosen command does, takes, and why it may be refused.
    private mutating func paletteNote(_ row: PaletteRow, in rect: Rect) {
        let note = row.entry.note
        var text = note.does
        if let argument = note.argument { text += " Takes \(argument.name), such as \(argument.example)." }
        if let refusal = note.refusal { text += " Refused \(refusal)." }
        paragraph(text, in: rect, .muted)
    }

    /// Words broken into the rows of a rectangle; what does not fit is cut.
    ///
    /// - Returns: the rows that it takes, at least one.
    @discardableResult
    package mutating func paragraph(_ text: String, in rect: Rect, _ role: ThemeRole) -> Int {
        let lines = SafeText(symbols.words(SafeText.printable(text))).wrapped(to: rect.width)
        for (row, line) in lines.prefix(rect.height).enumerated() {
            canvas.draw(line, x: rect.x, y: rect.y + row, width: rect.width, style: theme[role])
        }
        return max(1, min(lines.count, rect.height))
    }
}
