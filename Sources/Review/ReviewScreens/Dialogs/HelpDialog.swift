import ReviewSession
import TerminalCanvas

extension HelpDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ host: Host) { painter.helpDialog(host, self) }

    func extent(_ painter: Painter, _ host: Host) -> (rows: Int, visible: Int)? {
        let layout = painter.helpLayout(host, self)
        return (layout.rows, layout.visible)
    }
}

extension Painter {
    /// Draws the commands and their keys, made from the table that the key map is made from.
    mutating func helpDialog<Host>(_ host: Host, _ help: HelpDialog<Host>) {
        let size = canvas.size
        let layout = helpLayout(host, help)
        let (lines, columns, rows, visible) = (layout.lines, layout.columns, layout.rows, layout.visible)
        let area = box(
            width: min(size.columns - 4, columns * 56 + 2),
            height: layout.height,
            title: help.showsAll ? "all commands" : host.commandsTitle,
            note: helpNotes.map(\.text).joined()
        )
        noteSpots(helpNotes)
        let label = words("search ", x: area.x, y: area.y, width: area.width, .label)
        entry(help.entry, x: area.x + label, y: area.y, width: max(0, min(36, area.width - label)))
        let top = min(max(0, help.scroll), max(0, rows - visible))
        spots.rowsBelow = max(0, rows - visible) - top
        let columnWidth = area.width / columns
        for column in 0..<columns {
            for row in 0..<visible {
                let index = column * rows + top + row
                guard index < min(lines.count, (column + 1) * rows) else { break }
                helpLine(lines[index], x: area.x + column * columnWidth, y: area.y + 2 + row, width: columnWidth)
            }
        }
        if lines.isEmpty {
            words(
                "no command has this in its name, title or keys",
                x: area.x,
                y: area.y + 2,
                width: area.width,
                .warning
            )
        }
        let keys = key(.previousRow, .nextRow, .nextPage)
        scrollNote(rows: rows, visible: visible, top: top, keys: keys, in: area)
    }

    /// The lines of the help, in how many columns and rows they stand, and how many of these are seen.
    func helpLayout<Host>(
        _ host: Host,
        _ help: HelpDialog<Host>
    ) -> (lines: [HelpLine], columns: Int, height: Int, rows: Int, visible: Int) {
        let size = canvas.size
        let lines = HelpLine.lines(host, help, table)
        let columns = max(1, min(3, (size.columns - 4) / 56))
        // The box keeps its size while a search makes the list shorter.
        let whole = HelpLine.lines(host, HelpDialog(search: "", showsAll: help.showsAll), table).count
        let height = min(size.rows - 2, (whole + columns - 1) / columns + 4)
        let visible = max(0, height - 4)
        // One column after the other, so that a short list stands in one.
        let rows = max((lines.count + columns - 1) / columns, min(visible, lines.count))
        return (lines, columns, height, rows, visible)
    }

    /// The help covers the row where keys are named, so that its frame names them.
    private var helpNotes: [(text: String, command: Command)] {
        let all = table.key(of: .helpScope).map { [("\($0.name) all or here, ", Command.helpScope)] } ?? []
        return all + (table.key(of: .cancel).map { [("\($0.name) closes", .cancel)] } ?? [])
    }

    private mutating func helpLine(_ line: HelpLine, x: Int, y: Int, width: Int) {
        switch line {
        case .blank: break
        case .section(let title): words(title, x: x, y: y, width: width, .heading)
        case .entry(let keys, let title):
            words(keys, x: x + 1, y: y, width: 17, .key)
            words(title, x: x + 19, y: y, width: max(0, width - 20), .label)
        }
    }
}

/// One line of the help.
enum HelpLine {
    case blank
    case section(String)
    case entry(keys: String, title: String)

    /// The commands of the present screen, or all, as far as the search wants them.
    static func lines<Host>(_ host: Host, _ help: HelpDialog<Host>, _ table: CommandTable) -> [HelpLine] {
        let search = help.entry.text.lowercased().unicodeScalars.split(separator: " ").map(String.init)
        var lines: [HelpLine] = []
        for section in CommandSection.allCases {
            let entries = table.entries.filter { entry in
                guard entry.section == section, help.showsAll || entry.isMeant(in: host) else { return false }
                // What it does is looked through as well: people search for what they want, not for its title.
                let words = [
                    entry.command.rawValue, entry.title, entry.keyNames, section.rawValue, entry.note.does,
                    entry.note.argument?.example ?? "", CommandSynonyms.words(for: entry.command),
                ]
                let text = words.joined(separator: " ").lowercased()
                return search.allSatisfy { text.contains($0) }
            }
            guard !entries.isEmpty else { continue }
            if !lines.isEmpty { lines.append(.blank) }
            lines.append(.section(section.rawValue))
            lines += entries.map { .entry(keys: $0.keyNames, title: $0.title) }
        }
        return lines
    }
}
