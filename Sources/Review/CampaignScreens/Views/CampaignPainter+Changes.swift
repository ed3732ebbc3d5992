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
        row(rows[0], in: area, y: area.y, .heading)
        let top = max(0, min((chosen ?? 0) - visible + 2, rows.count - visible))
        var y = area.y + 1
        for (number, change) in figures.changes.enumerated().dropFirst(top).prefix(visible - 1) {
            let isChosen = number == chosen
            if isChosen {
                let rect = Rect(x: area.x, y: y, width: area.width, height: 1)
                painter.canvas.fill(rect, style: painter.theme[.selection])
            }
            row(rows[number + 1], in: area, y: y, isChosen ? .selection : .text)
            spot(.round(change.after), x: area.x, y: y, width: area.width)
            y += 1
        }
        y += 1
        for (number, line) in told.enumerated() where y < area.maxY {
            y = sentence(line, in: area, y: y, number == 0 ? .value : .text)
        }
    }

    private mutating func row(_ text: String, in area: Rect, y: Int, _ role: ThemeRole) {
        painter.words(text, x: area.x, y: y, width: area.width, role)
    }

    /// A round's thresholds in the others, three ways each.
    mutating func carry(_ state: CampaignState, in area: Rect) {
        guard let figures = state.figures, let carried = state.carry.carried, carried.source == state.place.round else {
            return nothing(state, "counting …", in: area)
        }
        let thresholds = figures.rounds[carried.source]?.thresholds.text ?? ""
        var y = sentence(
            "thresholds of \(figures.title(of: carried.source)) in other rounds: \(thresholds)",
            in: area,
            y: area.y,
            .value,
            most: 3
        )
        guard !carried.carried.isEmpty else {
            sentence("there is no other round", in: area, y: y, .muted)
            return
        }
        let ways = CarriedThresholds.Way.allCases
        let chosen = state.carriedRow
        let told =
            chosen.map { row in
                let (place, thresholds) = carried.carried[row.round]
                return "\(figures.title(of: place)), \(row.way.rawValue): \(thresholds.text(row.way))"
            } ?? ""
        let toldRows = rows(told, width: area.width)
        sentence(told, in: area, y: area.maxY - toldRows, .muted)
        // Each round takes a line of its own, and two for each way.
        let block = 1 + 2 * ways.count
        let end = area.maxY - toldRows
        let visible = max(1, (end - y) / block)
        let top = max(0, min((chosen?.round ?? 0) - visible + 1, carried.carried.count - visible))
        for (number, (place, thresholds)) in carried.carried.enumerated().dropFirst(top).prefix(visible) {
            painter.words(figures.title(of: place), x: area.x, y: y, width: area.width, .heading)
            y += 1
            for (offset, way) in ways.enumerated() where y < end {
                let row = number * ways.count + offset
                let name = way.rawValue + String(repeating: " ", count: 16 - way.rawValue.count)
                let one = thresholds[way]
                listRow(
                    name + (one?.theta ?? "nothing"),
                    row,
                    isChosen: row == state.place.row,
                    in: area,
                    y: y
                )
                y += 1
                guard let sizes = one?.sizes, y < end else { continue }
                painter.words(sizes, x: area.x + 18, y: y, width: area.width - 18, .muted)
                y += 1
            }
        }
    }

    /// Where the prompts of each round come from.
    mutating func lineage(_ state: CampaignState, in area: Rect) {
        guard let figures = state.figures, !state.settings.rounds.isEmpty else {
            return nothing(state, "the campaign lists no round", in: area)
        }
        let rows = LineageWords.table(figures, state)
        painter.words(rows[0], x: area.x, y: area.y, width: area.width, .heading)
        let told = LineageWords.lines(state.place.round, figures, state) + [LineageWords.note]
        let toldRows = told.reduce(0) { $0 + self.rows($1, width: area.width) }
        let visible = max(2, min(rows.count - 1, area.height - toldRows - 2))
        let top = max(0, min(state.place.round - visible + 1, rows.count - 1 - visible))
        var y = area.y + 1
        for place in (0..<(rows.count - 1)).dropFirst(top).prefix(visible) {
            let isChosen = place == state.place.round
            if isChosen {
                let rect = Rect(x: area.x, y: y, width: area.width, height: 1)
                painter.canvas.fill(rect, style: painter.theme[.selection])
            }
            painter.words(rows[place + 1], x: area.x, y: y, width: area.width, isChosen ? .selection : .text)
            spot(.round(place), x: area.x, y: y, width: area.width)
            y += 1
        }
        y += 1
        for line in told where y < area.maxY {
            y = sentence(line, in: area, y: y, line == LineageWords.note ? .muted : .text)
        }
    }
}
