import ItemFilter
import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

/// One column of the list.
private struct ItemColumn {
    let field: FilterField
    let width: Int
    /// True where numbers stand in line at its right end.
    let isRight: Bool
    /// True for a text as long as there is room.
    let isLong: Bool
}

/// The columns of the list of items, for its width and for what the round has.
private struct ItemColumns {
    let id: Int
    let columns: [ItemColumn]
    /// What stands behind the scores in the list of moved items; 0 elsewhere.
    let moved: Int
    /// The columns that there is no room for.
    let hidden: Int

    init(width: Int, state: ReviewState) {
        let hasID = state.round.report?.fields.paths[.id] != nil
        let room = width - 1
        moved = state.list.tab == .moved ? 5 : 0
        // Rows without an id are named by their line.
        let lines = state.round.count + (state.round.report?.invalidRows.count ?? 0)
        let line = min(12, "line \(lines)".count + 1)
        id = hasID || state.round.report?.shards.count ?? 1 > 1 ? (room >= 84 ? 18 : room >= 56 ? 11 : 9) : line
        var fields = state.listColumns
        if state.list.columns.chosen == nil, room < 56 { fields.removeAll { $0 == .role(.category) } }
        let longs = fields.count(where: Self.isLong)
        var left = room + 1 - id - 1 - (moved > 0 ? moved + 1 : 0) - longs * (Self.leastText + 1)
        var columns: [ItemColumn] = []
        for field in fields {
            guard !Self.isLong(field) else {
                columns.append(ItemColumn(field: field, width: 0, isRight: false, isLong: true))
                continue
            }
            let isNumber = state.find.fields?.entry(of: field)?.kind == .number
            let width = Self.width(of: field, isNumber: isNumber, room, state)
            guard width + 1 <= left else { continue }
            left -= width + 1
            columns.append(ItemColumn(field: field, width: width, isRight: isNumber || field.isScore, isLong: false))
        }
        hidden = fields.count - columns.count
        // Long texts share what is left.
        left += longs * (Self.leastText + 1)
        var number = 0
        self.columns = columns.map { column in
            guard column.isLong else { return column }
            let share = left / longs + (number < left % longs ? 1 : 0)
            number += 1
            return ItemColumn(field: column.field, width: max(0, share - 1), isRight: false, isLong: true)
        }
    }

    /// What a text has room for at least, where other columns are shown.
    private static let leastText = 12

    private static func isLong(_ field: FilterField) -> Bool {
        [.role(.prompt), .role(.response), .role(.parent)].contains(field)
    }

    private static func width(of field: FilterField, isNumber: Bool, _ room: Int, _ state: ReviewState) -> Int {
        switch field {
        case .role(.safety): scoreWidth(.safety, state)
        case .role(.helpfulness): scoreWidth(.helpfulness, state)
        case .role: room >= 84 ? 14 : 10
        case .path(let path): max(min(path.unicodeScalars.count, 16), isNumber ? 6 : room >= 84 ? 14 : 10)
        }
    }

    static func decimals(_ score: ScoreName, _ state: ReviewState) -> Int {
        let step = state.round.step(of: score == .safety ? .safety : .help)
        return step.decimals + (step.digit == 1 ? 2 : 1)
    }

    static func scoreWidth(_ score: ScoreName, _ state: ReviewState) -> Int {
        let summary = score == .safety ? state.round.safety : state.round.helpfulness
        let widest =
            [summary?.min ?? 0, summary?.max ?? 0]
            .map { listScore($0, decimals: decimals(score, state)).count }.max() ?? 6
        return max(6, min(12, widest))
    }

    /// A score with a digit or two more than the threshold's step; powers of ten where that would be too long.
    static func listScore(_ score: Double, decimals: Int) -> String {
        let text = DecimalText.fixed(score, decimals: decimals)
        guard text.count > 12 else { return text }
        let short = "\(score)"
        guard short.count > 12, let mark = short.firstIndex(of: "e") else { return String(short.prefix(12)) }
        let power = short[mark...]
        return String(short.prefix(max(3, 12 - power.count)) + power)
    }
}

extension Painter {
    mutating func itemRows(_ state: ReviewState, in area: Rect) {
        let columns = ItemColumns(width: area.width, state: state)
        itemHeader(columns, state, in: area)
        for offset in 0..<max(0, area.height - 1) {
            let index = state.list.top + offset
            guard index < state.listCount else { break }
            let isSelected = index == state.list.cursor
            spots.add(
                .row(state.list.tab, index, state.list.window[index]),
                Rect(x: area.x, y: area.y + 1 + offset, width: area.width, height: 1)
            )
            guard let item = state.list.window[index] else {
                // Far from where the list was looked at last: on its way.
                let style = rowStyle(isSelected, state, x: area.x, y: area.y + 1 + offset, width: area.width)
                words("…", x: area.x + 1, y: area.y + 1 + offset, width: 1, style.normal)
                continue
            }
            itemRow(item, isSelected, columns, state, area, y: area.y + 1 + offset)
        }
    }

    private mutating func itemHeader(_ columns: ItemColumns, _ state: ReviewState, in area: Rect) {
        var x = area.x + 1
        func cell(_ text: [UInt8], _ width: Int, right: Bool = false, _ order: ItemOrder? = nil) {
            let room = min(width, area.maxX - x)
            guard room > 0 else { return }
            let title = name(text, width: room)
            words(right ? title.leftPadded(width) : title, x: x, y: area.y, width: room, .muted)
            if let order { spots.add(.order(order), Rect(x: x, y: area.y, width: room, height: 1)) }
            x += width + 1
        }
        let hasID = state.round.report?.fields.paths[.id] != nil
        cell(Array((hasID ? "id" : "item").utf8), columns.id, hasID ? .field("id") : .round)
        var isMovedDrawn = columns.moved == 0
        for column in columns.columns {
            if !isMovedDrawn, !column.field.isScore {
                cell(Array("moved".utf8), columns.moved)
                isMovedDrawn = true
            }
            cell(Array(column.field.name.utf8), column.width, right: column.isRight, column.field.order)
        }
        if !isMovedDrawn { cell(Array("moved".utf8), columns.moved) }
        guard columns.hidden > 0 else { return }
        // Columns that there is no room for are not left out without a word.
        wordsRight(" +\(columns.hidden)", maxX: area.maxX, y: area.y, width: 4, .warning)
    }

    private mutating func itemRow(
        _ item: UInt32,
        _ isSelected: Bool,
        _ columns: ItemColumns,
        _ state: ReviewState,
        _ area: Rect,
        y: Int
    ) {
        guard let scores = state.round.columns.scores(of: Int(item)) else { return }
        let style = rowStyle(isSelected, state, x: area.x, y: y, width: area.width)
        let text = state.texts[item]
        if isSelected {
            put(symbols.pointer, x: area.x, y: y, style.strong)
        } else if state.bulk.marks.contains(item) {
            put(symbols.marked, x: area.x, y: y, theme[.warning])
        } else if state.leaks.reason(of: item) != nil {
            put("!", x: area.x, y: y, theme[.error])
        } else if let mark = verdictMark(item, state) {
            put(mark, x: area.x, y: y, theme[.key])
        } else if state.find.search?.hits.contains(Int(item)) == true {
            put(symbols.found, x: area.x, y: y, theme[.key])
        }
        var x = area.x + 1
        if text == nil {
            words("…", x: x, y: y, width: columns.id, style.normal)
        } else {
            name(state.name(of: item).bytes, x: x, y: y, width: columns.id, style.normal)
        }
        x += columns.id + 1
        var isMovedDrawn = columns.moved == 0
        func drawMove() {
            guard !isMovedDrawn else { return }
            moveMark(scores, state, isSelected, x: x, y: y, style.strong)
            x += columns.moved + 1
            isMovedDrawn = true
        }
        for column in columns.columns {
            let room = min(column.width, area.maxX - x)
            switch column.field {
            case .role(.safety), .role(.helpfulness):
                let score: ScoreName = column.field == .role(.safety) ? .safety : .helpfulness
                let value = ItemColumns.listScore(scores[score], decimals: ItemColumns.decimals(score, state))
                words(value.leftPadded(column.width), x: x, y: y, width: room, style.strong)
            default:
                drawMove()
                itemField(column, text, x: x, y: y, width: min(column.width, area.maxX - x), style.normal)
            }
            x += column.width + 1
        }
        drawMove()
    }

    /// The letter of what was said last about an item, or the flag; nil for nothing.
    private func verdictMark(_ item: UInt32, _ state: ReviewState) -> Unicode.Scalar? {
        guard let record = state.verdicts.record(of: item) else { return nil }
        if record.ruling == .disputed { return "≠".unicodeScalars.first.map { symbols.isUnicode ? $0 : "#" } }
        let last = record.answers.last?.verdict.answer ?? (record.isFlagged ? .flag : .note)
        return last.letter.unicodeScalars.first
    }

    private mutating func itemField(
        _ column: ItemColumn,
        _ text: TextResult?,
        x: Int,
        y: Int,
        width: Int,
        _ style: Style
    ) {
        switch text {
        case .item(let row):
            guard let value = row.value(of: column.field) else { return }
            if value.isEmpty, column.field == .role(.prompt) || column.field == .role(.response) {
                words("(empty \(column.field.name))", x: x, y: y, width: width, style)
            } else if column.isRight {
                let safe = name(Array(value.prefix(64)), width: width)
                words(safe.leftPadded(width), x: x, y: y, width: width, style)
            } else {
                foreign(value, x: x, y: y, width: width, style)
            }
        case .failed where column.isLong: words("(cannot be read)", x: x, y: y, width: width, .error)
        case .row, nil:
            if column.isLong { words("…", x: x, y: y, width: width, style) }
        case .failed: break
        }
    }

    private mutating func moveMark(
        _ scores: Scores,
        _ state: ReviewState,
        _ isSelected: Bool,
        x: Int,
        y: Int,
        _ plain: Style
    ) {
        let from = state.thresholds.baseline.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
        let to = state.thresholds.now.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
        put(letter(from), x: x + 1, y: y, isSelected ? plain : style(of: from))
        put(symbols.spellsWords ? ">" : "→", x: x + 2, y: y, isSelected ? plain : theme[.muted])
        put(letter(to), x: x + 3, y: y, isSelected ? plain : style(of: to))
    }
}

extension FilterField {
    /// The order of a list by it.
    fileprivate var order: ItemOrder {
        switch self {
        case .role(.safety): .safety
        case .role(.helpfulness): .helpfulness
        default: .field(name)
        }
    }
}
