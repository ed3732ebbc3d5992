internal import AuditStatistics
internal import CampaignFile
internal import CampaignSession
internal import ReviewScreens
internal import ReviewSession
internal import RoundCampaign
internal import RoundModel
internal import TerminalCanvas

extension CampaignPainter {
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
        let top = Self.top(chosen?.round ?? 0, visible: visible, of: carried.carried.count)
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
}
