import ReviewSession
import TerminalCanvas

extension Painter {
    /// Draws all keys, made from the table that the key map is made from.
    mutating func helpDialog(_ scroll: Int) {
        let lines = Self.helpLines
        let size = canvas.size
        let columns = max(1, min(3, (size.columns - 4) / 56))
        let rows = (lines.count + columns - 1) / columns
        let height = min(size.rows - 2, rows + 2)
        let area = box(
            width: min(size.columns - 4, columns * 56 + 2),
            height: height,
            title: "keys",
            note: "Esc closes"
        )
        let visible = area.height
        let top = min(max(0, scroll), max(0, rows - visible))
        let columnWidth = area.width / columns
        for column in 0..<columns {
            for row in 0..<visible {
                let index = column * rows + top + row
                guard index < min(lines.count, (column + 1) * rows) else { break }
                helpLine(lines[index], x: area.x + column * columnWidth, y: area.y + row, width: columnWidth)
            }
        }
        if rows > visible {
            wordsRight(" j k scroll ", maxX: area.maxX - 1, y: area.maxY, width: 20, .muted)
        }
    }

    enum HelpLine {
        case blank
        case section(String)
        case entry(keys: String, title: String)
    }

    static let helpLines: [HelpLine] = CommandSection.allCases.flatMap { section -> [HelpLine] in
        let entries = CommandTable.entries.filter { $0.section == section }.map { entry in
            HelpLine.entry(keys: entry.keys.map(\.name).joined(separator: "  "), title: entry.title)
        }
        return [.section(section.rawValue)] + entries + [.blank]
    }.dropLast()

    private mutating func helpLine(_ line: HelpLine, x: Int, y: Int, width: Int) {
        switch line {
        case .blank: break
        case .section(let title): words(title, x: x, y: y, width: width, .heading)
        case .entry(let keys, let title):
            words(keys, x: x + 2, y: y, width: 16, .key)
            words(title, x: x + 19, y: y, width: max(0, width - 20), .label)
        }
    }
}
