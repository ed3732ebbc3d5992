import ReviewSession
import RoundModel
import TerminalCanvas

extension ThemeDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ host: Host) { painter.themeDialog(host.aids.themes) }
}

extension Painter {
    /// Draws the names of the themes, and what the one that is shown makes of the roles that are not in sight.
    mutating func themeDialog(_ themes: ThemeState) {
        let names = themes.names
        let size = canvas.size
        let samples = 4
        let visible = max(1, min(names.count, size.rows - samples - 6))
        let area = box(
            width: min(size.columns - 4, 46),
            height: visible + samples + 3,
            title: "theme",
            note: "\(names.count)"
        )
        let chosen = names.firstIndex(of: themes.now) ?? 0
        let top = max(0, chosen - visible + 1)
        for (row, name) in names.dropFirst(top).prefix(visible).enumerated() {
            let y = area.y + row
            let style = choiceRow(top + row, in: area, y: y, isChosen: top + row == chosen)
            foreign(Array(name.utf8), x: area.x + 2, y: y, width: area.width - 2, style)
        }
        var x = area.x
        let y = area.y + visible + 1
        for bucket in Bucket.allCases {
            x += words("\(bucket.letter) \(bucket.name)  ", x: x, y: y, width: area.maxX - x, style(of: bucket))
        }
        x = area.x
        for (text, role) in [
            ("text ", ThemeRole.text), ("muted ", .muted), ("value ", .value), ("token ", .token), ("key ", .key),
            ("chosen", .chosen),
        ] {
            x += words(text, x: x, y: y + 1, width: area.maxX - x, role)
        }
        x = area.x
        for (text, role) in [("done  ", ThemeRole.message), ("refused  ", .warning), ("failed", .error)] {
            x += words(text, x: x, y: y + 2, width: area.maxX - x, role)
        }
    }
}
