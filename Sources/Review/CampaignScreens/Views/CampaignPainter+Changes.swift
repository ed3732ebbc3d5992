internal import AuditStatistics
internal import CampaignFile
internal import CampaignSession
internal import ReviewScreens
internal import ReviewSession
internal import RoundCampaign
internal import RoundModel
internal import TerminalCanvas

extension CampaignPainter {
    /// From each round to the next: rates, and what the same prompts tell; below it the change under the cursor in sentences.
    mutating func changes(_ state: CampaignState, in area: Rect) {
        guard let figures = state.figures, !figures.changes.isEmpty else {
            return nothing(state, "there is no round to compare with another", in: area)
        }
        let chosen = figures.changes.firstIndex { $0.after == state.place.round }
        let told = chosen.map { ChangeWords.lines(figures.changes[$0], figures, state) } ?? ["choose a round"]
        let rows = ChangeWords.table(figures.changes, figures, width: area.width)
        let toldRows = told.reduce(0) { $0 + self.rows($1, width: area.width) }
        let visible = max(3, min(rows.count, area.height - toldRows - 1))
        painter.words(rows[0], x: area.x, y: area.y, width: area.width, .heading)
        let top = Self.top(chosen ?? 0, visible: visible - 1, of: rows.count - 1)
        var y = area.y + 1
        for (number, change) in figures.changes.enumerated().dropFirst(top).prefix(visible - 1) {
            tableRow(rows[number + 1], .round(change.after), isChosen: number == chosen, in: area, y: y)
            y += 1
        }
        y += 1
        for (number, line) in told.enumerated() where y < area.maxY {
            y = sentence(line, in: area, y: y, number == 0 ? .value : .text)
        }
    }

    /// A row of columns that stand below one another; a click on it looks at what it shows.
    mutating func tableRow(_ text: String, _ look: CampaignLook, isChosen: Bool, in area: Rect, y: Int) {
        if isChosen {
            let rect = Rect(x: area.x, y: y, width: area.width, height: 1)
            painter.canvas.fill(rect, style: painter.theme[.selection])
        }
        painter.words(text, x: area.x, y: y, width: area.width, isChosen ? .selection : .text)
        spot(look, x: area.x, y: y, width: area.width)
    }

    /// The first of some rows that is seen, where a chosen one has to be.
    static func top(_ chosen: Int, visible: Int, of count: Int) -> Int {
        max(0, min(chosen - visible + 1, count - visible))
    }
}
