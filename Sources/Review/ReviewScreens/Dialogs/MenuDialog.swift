import ReviewSession
import TerminalCanvas

extension MenuDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.menuDialog(state, self) }
}

extension Painter {
    /// Draws what can be done, part by part, with the keys, and below it what the chosen row does.
    fileprivate mutating func menuDialog(_ state: ReviewState, _ menu: MenuDialog) {
        let lines = MenuLine.lines(menu.parts(in: state))
        let size = canvas.size
        let notes = size.rows >= 20 ? 3 : 2
        let height = min(size.rows - 2, lines.count + notes + 2)
        let area = box(
            width: min(size.columns - 4, 68),
            height: height,
            title: menu.title(in: state),
            note: table.key(of: .cancel).map { "\($0.name) closes" } ?? ""
        )
        let visible = max(1, area.height - notes)
        let chosen = lines.firstIndex { $0.row == menu.row } ?? 0
        // The heading above the first row of a part is seen with it.
        let wanted = chosen > 0 && lines[chosen - 1].row == nil ? chosen - 1 : chosen
        let top = min(max(0, chosen - visible + 1), wanted)
        for (offset, line) in lines.dropFirst(top).prefix(visible).enumerated() {
            menuLine(line, isChosen: line.row == menu.row, in: area, y: area.y + offset)
        }
        if let command = lines[chosen].command, let entry = table.entry(of: command) {
            let about = Rect(x: area.x, y: area.maxY - notes + 1, width: area.width, height: notes - 1)
            paragraph(entry.note.does, in: about, .muted)
        }
        let keys = key(.previousRow, .nextRow, .nextPage)
        scrollNote(rows: lines.count, visible: visible, top: top, keys: keys, in: area)
    }

    private mutating func menuLine(_ line: MenuLine, isChosen: Bool, in area: Rect, y: Int) {
        guard let row = line.row, let command = line.command, let entry = table.entry(of: command) else {
            words(line.title, x: area.x, y: y, width: area.width, .heading)
            return
        }
        let style = choiceRow(row, in: area, y: y, isChosen: isChosen)
        let keyWidth = 12
        let keys = entry.keyNames
        words(keys.isEmpty ? ":" : keys, x: area.x + 2, y: y, width: keyWidth, isChosen ? style : theme[.key])
        let x = area.x + 2 + keyWidth + 1
        words(entry.title, x: x, y: y, width: max(0, area.maxX - x), style)
    }
}

/// One line of the menu: a heading, or a command with the number of its row.
struct MenuLine {
    var title = ""
    var command: Command?
    var row: Int?

    static func lines(_ parts: [MenuPart]) -> [MenuLine] {
        var lines: [MenuLine] = []
        var row = 0
        for part in parts {
            lines.append(MenuLine(title: part.title))
            for command in part.commands {
                lines.append(MenuLine(command: command, row: row))
                row += 1
            }
        }
        return lines
    }
}
