import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension Painter {
    /// Draws a dialog from what it consists of: its words, rows, fields and line, and why it was refused.
    mutating func usualDialog<Host>(_ open: any Dialog<Host>, _ host: Host) {
        let lines = usualText(open, host)
        let layout = usualLayout(open, host, lines: lines.count)
        let area = box(width: usualWidth + 4, height: layout.height + 2, title: open.title(in: host))
        var y = area.y
        let top = open.scrolls ? min(max(0, open.scroll), max(0, lines.count - layout.visible)) : 0
        if open.scrolls { spots.rowsBelow = max(0, lines.count - layout.visible) - top }
        for line in lines.dropFirst(top).prefix(layout.visible) {
            canvas.draw(line, x: area.x, y: y, width: area.width, style: theme[.label])
            y += 1
        }
        if open.scrolls {
            let keys = key(.next, .previous, .pageDown)
            scrollNote(rows: lines.count, visible: layout.visible, top: top, keys: keys, in: area)
        }
        y = choiceRows(open, host, in: area, y: y)
        y = usualFields(open, host, in: area, y: y)
        if let line = open.line {
            entry(line, x: area.x, y: y, width: area.width)
            y += 1
        }
        if open.purpose == .question {
            yesOrNo("yes", "no", x: area.x, y: area.maxY - 1, width: area.width)
        } else {
            let keys = open.hints(in: host).map { hint in
                "\(hint.keys.compactMap { table.key(of: $0)?.name }.joined(separator: hint.separator)) \(hint.title)"
            }
            let text = open.problem ?? keys.joined(separator: ", ")
            let about = Rect(x: area.x, y: max(y, area.maxY - 2), width: area.width, height: 2)
            paragraph(text, in: about, open.problem == nil ? .muted : .error)
        }
    }

    /// The rows of its text, and those that its box shows.
    func usualExtent<Host>(_ open: any Dialog<Host>, _ host: Host) -> (rows: Int, visible: Int) {
        let rows = usualText(open, host).count
        return (rows, usualLayout(open, host, lines: rows).visible)
    }

    private var usualWidth: Int { max(8, min(canvas.size.columns - 4, 76) - 4) }

    private func usualText<Host>(_ open: any Dialog<Host>, _ host: Host) -> [SafeText] {
        open.text(in: host).flatMap { SafeText(symbols.words(SafeText.printable($0))).wrapped(to: usualWidth) }
    }

    /// The rows inside the frame, and those of them that the text has.
    private func usualLayout<Host>(_ open: any Dialog<Host>, _ host: Host, lines: Int) -> (height: Int, visible: Int) {
        let below = open.rows(in: host).count + open.fields(in: host).count + (open.line == nil ? 0 : 1) + 3
        let room = max(1, canvas.size.rows - 4)
        let visible = max(1, min(lines, room - below))
        return (min(room, (lines == 0 ? 0 : visible) + below), visible)
    }

    /// Draws the rows to choose from, as many as there is room for, among them the chosen one.
    ///
    /// - Returns: the row below them.
    mutating func choiceRows<Host>(_ open: any Dialog<Host>, _ host: Host, in area: Rect, y: Int) -> Int {
        let rows = open.rows(in: host)
        let chosen = open.chosenRow(in: host)
        let visible = max(1, min(rows.count, area.maxY - 3 - y))
        let top = max(0, min((chosen ?? 0) - visible + 1, rows.count - visible))
        var y = y
        for (index, row) in rows.enumerated().dropFirst(top).prefix(visible) {
            choiceRow(index, SafeText.printable(row.title), row.detail, in: area, y: y, isChosen: index == chosen)
            y += 1
        }
        return y
    }

    private mutating func usualFields<Host>(_ open: any Dialog<Host>, _ host: Host, in area: Rect, y: Int) -> Int {
        var y = y
        for field in open.fields(in: host) where y < area.maxY - 1 {
            var x = area.x + words("\(field.title)  ", x: area.x, y: y, width: area.width, .label)
            if field.choices.isEmpty {
                words(SafeText.printable(field.value ?? ""), x: x, y: y, width: max(0, area.maxX - x), .value)
            }
            for choice in field.choices {
                let isChosen = choice == field.value
                let text = SafeText.printable(choice)
                let shown = isChosen ? "[\(text)]" : " \(text) "
                let used = words(shown, x: x, y: y, width: max(0, area.maxX - x), isChosen ? .chosen : .muted)
                dialogOption(field.id, choice, x: x, y: y, width: used)
                x += used
            }
            y += 1
        }
        return y
    }
}
