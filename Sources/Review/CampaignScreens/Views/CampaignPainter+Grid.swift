internal import AuditStatistics
internal import CampaignFile
internal import CampaignSession
internal import ReviewScreens
internal import ReviewSession
internal import RoundCampaign
internal import RoundModel
internal import TerminalCanvas
internal import TextSafety

extension CampaignPainter {
    /// Category by style: rates of a round, and their change since another; below it the cell under the cursor in words.
    mutating func grid(_ state: CampaignState, in area: Rect) {
        guard let figures = state.figures, state.settings.rounds.indices.contains(state.place.round) else {
            return nothing(state, "the campaign lists no round", in: area)
        }
        if state.place.showsBroken { return broken(state, figures, in: area) }
        let place = state.place.round
        guard let table = figures.rounds[place]?.cells else {
            let why = figures.rounds[place] == nil ? Self.absence(place, state).text : "has neither category nor style"
            sentence("\(figures.title(of: place)) \(why)", in: area, y: area.y, .warning)
            return
        }
        let changes = Self.changes(state, figures)
        let y = sentence(GridWords.heading(state, figures), in: area, y: area.y, .value, most: 2)
        let words = GridWords.cell(state, figures, changes)
        let wordRows = min(4, rows(words, width: area.width))
        let inner = Rect(x: area.x, y: y, width: area.width, height: area.maxY - y - wordRows - 1)
        cells(table, changes, state, figures, in: inner)
        sentence(words, in: area, y: area.maxY - wordRows, .text)
    }

    /// How the cells changed since the round that is compared with.
    static func changes(_ state: CampaignState, _ figures: CampaignFigures) -> [RoundChange.CellChange] {
        guard let against = state.place.comparedRound else { return [] }
        if let known = figures.changes.first(where: { $0.before == against && $0.after == state.place.round }) {
            return known.cells
        }
        let tables = [against, state.place.round].map { figures.rounds[$0]?.cells }
        return (try? RoundChange.changes(tables[0], tables[1], alpha: figures.question.alpha)) ?? []
    }

    private mutating func cells(
        _ table: CellTable,
        _ changes: [RoundChange.CellChange],
        _ state: CampaignState,
        _ figures: CampaignFigures,
        in area: Rect
    ) {
        let names = table.categories.map(CampaignWords.name)
        let nameWidth = min(max(10, area.width / 4), names.map(\.count).max() ?? 0) + 1
        let cellWidth = 11
        let across = max(1, (area.width - nameWidth) / cellWidth)
        let left = Self.top(state.place.cell.style, visible: across, of: table.styles.count)
        let down = max(1, area.height - 1)
        let top = Self.top(state.place.cell.category, visible: down, of: table.categories.count)
        let styles = table.styles.indices.dropFirst(left).prefix(across)
        for (column, style) in styles.enumerated() {
            let x = area.x + nameWidth + column * cellWidth
            let isChosen = style == state.place.cell.style
            painter.name(
                Array(CampaignWords.name(table.styles[style]).utf8),
                x: x,
                y: area.y,
                width: cellWidth - 1,
                painter.theme[isChosen ? .chosen : .heading]
            )
            spot(
                .cell(CellPlace(category: state.place.cell.category, style: style)),
                x: x,
                y: area.y,
                width: cellWidth - 1
            )
        }
        let moved = Dictionary(
            changes.map { (CellPlace(category: $0.category, style: $0.style), $0) },
            uniquingKeysWith: { one, _ in one }
        )
        let broken = Set(state.brokenCells.map { CellPlace(category: $0.category, style: $0.style) })
        for (row, category) in table.categories.indices.dropFirst(top).prefix(down).enumerated() {
            let y = area.y + 1 + row
            let isRow = category == state.place.cell.category
            painter.name(
                Array(names[category].utf8),
                x: area.x,
                y: y,
                width: nameWidth - 1,
                painter.theme[isRow ? .chosen : .value]
            )
            spot(
                .cell(CellPlace(category: category, style: state.place.cell.style)),
                x: area.x,
                y: y,
                width: nameWidth - 1
            )
            for (column, style) in styles.enumerated() {
                let x = area.x + nameWidth + column * cellWidth
                let isChosen = isRow && style == state.place.cell.style
                if isChosen {
                    let rect = Rect(x: x - 1, y: y, width: cellWidth, height: 1)
                    painter.canvas.fill(rect, style: painter.theme[.selection])
                }
                spot(.cell(CellPlace(category: category, style: style)), x: x - 1, y: y, width: cellWidth)
                guard let cell = table.cell(category: category, style: style) else { continue }
                let place = CellPlace(category: category, style: style)
                self.cell(cell, moved[place], isBroken: broken.contains(place), isChosen: isChosen, x: x, y: y)
            }
        }
        let (below, right) = (table.categories.count - top - down, table.styles.count - left - across)
        let parts = [(top + max(0, below), "rows"), (left + max(0, right), "columns")].filter { $0.0 > 0 }
        guard !parts.isEmpty else { return }
        let text = parts.map { "\($0.0) more \($0.1)" }.joined(separator: ", ")
        painter.wordsRight(text, maxX: area.maxX, y: area.maxY, width: area.width, .muted)
    }

    private mutating func cell(
        _ cell: CellTable.Cell,
        _ change: RoundChange.CellChange?,
        isBroken: Bool,
        isChosen: Bool,
        x: Int,
        y: Int
    ) {
        let rate = CampaignWords.percent(cell.unsafe.value, decimals: 0)
        let text = String(repeating: " ", count: max(0, 4 - rate.count)) + rate
        painter.words(
            text,
            x: x,
            y: y,
            width: 5,
            isChosen ? .selection : isBroken ? .adversarial : .text
        )
        if isBroken { painter.words("!", x: x + 5, y: y, width: 1, isChosen ? .selection : .adversarial) }
        guard let change else { return }
        let points = CampaignWords.signed(change.difference.value, decimals: 0)
        let role: ThemeRole = change.isClear ? change.difference.value < 0 ? .accepted : .adversarial : .muted
        painter.wordsRight(points, maxX: x + 10, y: y, width: 4, isChosen ? .selection : role)
    }

    // MARK: Still broken

    private mutating func broken(_ state: CampaignState, _ figures: CampaignFigures, in area: Rect) {
        guard let method = state.method else { return }
        var y = sentence(GridWords.brokenHeading(figures, method), in: area, y: area.y, .value, most: 2) + 1
        let cells = method.broken
        let visible = max(1, area.maxY - y)
        let top = Self.top(state.place.row, visible: visible, of: cells.count)
        for (row, line) in GridWords.brokenLines(figures, method).enumerated().dropFirst(top).prefix(visible) {
            listRow(line, row, isChosen: row == state.place.row, in: area, y: y)
            y += 1
        }
    }

    /// A row of a list that the cursor goes through.
    mutating func listRow(_ text: String, _ row: Int, isChosen: Bool, in area: Rect, y: Int) {
        if isChosen {
            let rect = Rect(x: area.x, y: y, width: area.width, height: 1)
            painter.canvas.fill(rect, style: painter.theme[.selection])
            painter.put(painter.symbols.pointer, x: area.x, y: y, painter.theme[.selection])
        }
        painter.words(
            SafeText.printable(text),
            x: area.x + 2,
            y: y,
            width: area.width - 2,
            isChosen ? .selection : .text
        )
        spot(.row(row), x: area.x, y: y, width: area.width)
    }
}
