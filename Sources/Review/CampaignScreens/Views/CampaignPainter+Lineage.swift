internal import AuditStatistics
internal import CampaignFile
internal import CampaignSession
internal import ReviewScreens
internal import ReviewSession
internal import RoundCampaign
internal import RoundModel
internal import TerminalCanvas

extension CampaignPainter {
    /// Where the prompts of each round come from.
    mutating func lineage(_ state: CampaignState, in area: Rect) {
        guard let figures = state.figures, !state.settings.rounds.isEmpty else {
            return nothing(state, "the campaign lists no round", in: area)
        }
        if state.place.showsFamilies { return families(state, figures, in: area) }
        let rows = LineageWords.table(figures)
        painter.words(rows[0], x: area.x, y: area.y, width: area.width, .heading)
        let families = state.families == nil ? [] : [FamilyLines.heading(state, figures)]
        let told = LineageWords.lines(state.place.round, figures, state) + families + [LineageWords.note]
        let toldRows = told.reduce(0) { $0 + self.rows($1, width: area.width) }
        let visible = max(2, min(rows.count - 1, area.height - toldRows - 2))
        let top = Self.top(state.place.round, visible: visible, of: rows.count - 1)
        var y = area.y + 1
        for place in (0..<(rows.count - 1)).dropFirst(top).prefix(visible) {
            tableRow(rows[place + 1], .round(place), isChosen: place == state.place.round, in: area, y: y)
            y += 1
        }
        y += 1
        for line in told where y < area.maxY {
            y = sentence(line, in: area, y: y, line == LineageWords.note ? .muted : .text)
        }
    }

    /// The families of prompts that come back; below them the prompts of the one under the cursor.
    private mutating func families(_ state: CampaignState, _ figures: CampaignFigures, in area: Rect) {
        var y = sentence(FamilyLines.heading(state, figures), in: area, y: area.y, .value, most: 3)
        guard let families = state.families, !families.listed.isEmpty else { return }
        let rows = figures.table(of: families, width: area.width - 2)
        let told = state.family.map { figures.lines(of: $0) } ?? []
        let noteRows = self.rows(CampaignFigures.familyNote, width: area.width)
        let end = area.maxY - noteRows
        painter.words(rows[0], x: area.x + 2, y: y, width: area.width - 2, .heading)
        y += 1
        // The list has half of the room, and what its family leaves.
        let visible = max(2, min(rows.count - 1, max((end - y) / 2, end - y - told.count - 1)))
        let top = Self.top(state.place.row, visible: visible, of: rows.count - 1)
        for (row, line) in rows.dropFirst().enumerated().dropFirst(top).prefix(visible) where y < end {
            listRow(line, row, isChosen: row == state.place.row, in: area, y: y)
            y += 1
        }
        if let more = FamilyLines.more(families), top + visible >= families.listed.count, y < end {
            painter.words(more, x: area.x + 2, y: y, width: area.width - 2, .muted)
            y += 1
        }
        y += 1
        for (number, line) in told.enumerated() where y < end {
            let isLast = y == end - 1 && number < told.count - 1
            let text = isLast ? "  and \(told.count - number) more; a taller terminal shows them" : line
            painter.words(text, x: area.x, y: y, width: area.width, number == 0 ? .value : .text)
            y += 1
        }
        sentence(CampaignFigures.familyNote, in: area, y: area.maxY - noteRows, .muted)
    }
}
