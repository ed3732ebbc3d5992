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
        let rows = LineageWords.table(figures)
        painter.words(rows[0], x: area.x, y: area.y, width: area.width, .heading)
        let told = LineageWords.lines(state.place.round, figures, state) + [LineageWords.note]
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
}
