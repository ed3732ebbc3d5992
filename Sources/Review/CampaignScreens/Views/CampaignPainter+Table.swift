internal import CampaignFile
internal import CampaignSession
internal import ReviewScreens
internal import ReviewSession
internal import RoundCampaign
internal import TerminalCanvas
internal import TextSafety

extension CampaignPainter {
    /// A row for each round, and below it what the column under the cursor means.
    mutating func table(_ state: CampaignState, in area: Rect) {
        let rounds = state.tableRows
        guard !rounds.isEmpty else { return nothing(state, "the campaign lists no round", in: area) }
        let names = rounds.map { title(of: $0, state) }
        let nameWidth = min(max(area.width / 3, 12), names.map { SafeText.printable($0).count }.max() ?? 0) + 2
        let number = "column \(state.table.at + 1) of \(state.table.columns.count)"
        let note = "\(state.table.column.title) (\(number)): \(state.table.column.note)"
        var below = [(text: note, role: ThemeRole.label)]
        let absence = Self.absence(state.place.round, state)
        if absence.isFailure {
            below.insert(("\(title(of: state.place.round, state)) \(absence.text)", .warning), at: 0)
        } else if let figures = state.figures, let round = figures.rounds[state.place.round] {
            if state.table.column == .certificate { below += round.certificate.map { ($0, .text) } }
            below += round.notices.map { ("\(title(of: state.place.round, state)): \($0)", .muted) }
        }
        let noteRows = min(area.height / 2, below.reduce(0) { $0 + rows($1.text, width: area.width) })
        let list = Rect(x: area.x, y: area.y, width: area.width, height: area.height - noteRows - 1)
        let columns = shownColumns(state, width: list.width - nameWidth)
        heading(columns, state, x: list.x + nameWidth, y: list.y)
        let visible = max(1, list.height - 1)
        let at = rounds.firstIndex(of: state.place.round) ?? 0
        let top = Self.top(at, visible: visible, of: rounds.count)
        for (row, place) in rounds.enumerated().dropFirst(top).prefix(visible) {
            let y = list.y + 1 + row - top
            self.row(place, names[row], columns, state, in: list, nameWidth, y: y)
        }
        var y = area.maxY - noteRows
        for part in below where y < area.maxY { y = sentence(part.text, in: area, y: y, part.role) }
    }

    /// A round's name, with its method where there are several.
    func title(of place: Int, _ state: CampaignState) -> String {
        if let figures = state.figures { return figures.title(of: place) }
        let round = state.settings.rounds[place]
        return state.settings.methods.count > 1 && !round.method.isEmpty ? "\(round.method): \(round.name)" : round.name
    }

    /// The columns that have room, with their widths: as many as fit with that under the cursor among them.
    private func shownColumns(_ state: CampaignState, width: Int) -> [(column: CampaignColumn, width: Int)] {
        let rounds = state.figures?.rounds.compactMap { $0 } ?? []
        let all = state.table.columns.map { column in
            let texts = [self.heading(column, state)] + rounds.map { column.text($0) }
            return (column, texts.map { painter.width($0) }.max() ?? 0)
        }
        func end(from start: Int) -> Int {
            var (end, used) = (start, 0)
            while end < all.count, used + all[end].1 <= width {
                used += all[end].1 + 2
                end += 1
            }
            return max(end, start + 1)
        }
        var start = 0
        while start < state.table.at, end(from: start) <= state.table.at { start += 1 }
        return Array(all[start..<end(from: start)])
    }

    private func heading(_ column: CampaignColumn, _ state: CampaignState) -> String {
        guard state.table.order == column else { return column.title }
        return column.title + (state.table.isDescending ? " ▾" : " ▴")
    }

    private mutating func heading(
        _ columns: [(column: CampaignColumn, width: Int)],
        _ state: CampaignState,
        x: Int,
        y: Int
    ) {
        var x = x
        for (column, width) in columns {
            let text = heading(column, state)
            painter.words(text, x: x, y: y, width: width, column == state.table.column ? .chosen : .heading)
            spot(.column(column), x: x, y: y, width: width)
            x += width + 2
        }
    }

    private mutating func row(
        _ place: Int,
        _ name: String,
        _ columns: [(column: CampaignColumn, width: Int)],
        _ state: CampaignState,
        in list: Rect,
        _ nameWidth: Int,
        y: Int
    ) {
        let isChosen = place == state.place.round
        let rect = Rect(x: list.x, y: y, width: list.width, height: 1)
        if isChosen { painter.canvas.fill(rect, style: painter.theme[.selection]) }
        let style = isChosen ? painter.theme[.selection] : painter.theme[.value]
        painter.foreign(Array(name.utf8), x: list.x, y: y, width: nameWidth - 2, style)
        spot(.round(place), x: list.x, y: y, width: list.width)
        guard let round = state.figures?.rounds[place] else {
            let absence = Self.absence(place, state)
            let role: ThemeRole = isChosen ? .selection : absence.isFailure ? .warning : .muted
            painter.words(
                SafeText.printable(absence.text),
                x: list.x + nameWidth,
                y: y,
                width: list.width - nameWidth,
                role
            )
            return
        }
        var x = list.x + nameWidth
        for (column, width) in columns {
            painter.words(column.text(round), x: x, y: y, width: width, isChosen ? .selection : .text)
            x += width + 2
        }
    }
}
