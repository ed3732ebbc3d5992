import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

/// The columns of the list of items, for its width and for what the round has.
private struct ItemColumns {
    var id: Int
    var safety: Int
    var help: Int
    var moved: Int
    var category: Int
    var prompt: Int

    init(width: Int, state: ReviewState) {
        let hasField = { (role: FieldRole) in state.round.report?.fields.paths[role] != nil }
        let room = width - 1
        safety = ItemColumns.scoreWidth(.safety, state)
        help = ItemColumns.scoreWidth(.helpfulness, state)
        moved = state.list.tab == .moved ? 5 : 0
        // Rows without an id are named by their line.
        let lines = state.round.count + (state.round.report?.invalidRows.count ?? 0)
        let line = min(12, "line \(lines)".count + 1)
        id = hasField(.id) || state.round.report?.shards.count ?? 1 > 1 ? (room >= 84 ? 18 : room >= 56 ? 11 : 9) : line
        category = hasField(.category) && room >= 56 ? (room >= 84 ? 14 : 10) : 0
        let columns = [id, safety, help, moved, category].filter { $0 > 0 }
        prompt = max(0, room - columns.reduce(0) { $0 + $1 + 1 })
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
        func cell(_ text: String, _ width: Int, right: Bool = false) {
            guard width > 0, x < area.maxX else { return }
            words(right ? text.leftPadded(width) : text, x: x, y: area.y, width: min(width, area.maxX - x), .muted)
            x += width + 1
        }
        cell(state.round.report?.fields.paths[.id] != nil ? "id" : "item", columns.id)
        cell("safety", columns.safety, right: true)
        cell("help", columns.help, right: true)
        cell("moved", columns.moved)
        cell("category", columns.category)
        cell("prompt", columns.prompt)
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
        for (name, width) in [(ScoreName.safety, columns.safety), (.helpfulness, columns.help)] {
            let value = ItemColumns.listScore(scores[name], decimals: ItemColumns.decimals(name, state))
            words(value.leftPadded(width), x: x, y: y, width: min(width, area.maxX - x), style.strong)
            x += width + 1
        }
        if columns.moved > 0 {
            moveMark(scores, state, isSelected, x: x, y: y, style.strong)
            x += columns.moved + 1
        }
        if columns.category > 0 {
            if case .item(let row) = text, let category = row.value(of: .category) {
                foreign(category, x: x, y: y, width: columns.category, style.normal)
            }
            x += columns.category + 1
        }
        itemPrompt(text, x: x, y: y, width: min(columns.prompt, area.maxX - x), style.normal)
    }

    /// The letter of what was said last about an item, or the flag; nil for nothing.
    private func verdictMark(_ item: UInt32, _ state: ReviewState) -> Unicode.Scalar? {
        guard let record = state.verdicts.record(of: item) else { return nil }
        if record.ruling == .disputed { return "≠".unicodeScalars.first.map { symbols.isUnicode ? $0 : "#" } }
        let last = record.answers.last?.verdict.answer ?? (record.isFlagged ? .flag : .note)
        return last.letter.unicodeScalars.first
    }

    private mutating func itemPrompt(_ text: TextResult?, x: Int, y: Int, width: Int, _ style: Style) {
        switch text {
        case .item(let row):
            if row.prompt.isEmpty {
                words("(empty prompt)", x: x, y: y, width: width, style)
            } else {
                foreign(row.prompt, x: x, y: y, width: width, style)
            }
        case .failed: words("(cannot be read)", x: x, y: y, width: width, .error)
        case .row, nil: words("…", x: x, y: y, width: width, style)
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
