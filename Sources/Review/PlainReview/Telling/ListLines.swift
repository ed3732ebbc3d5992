import ItemFilter
import ReviewScreens
import ReviewSession
import RoundModel
import Verdicts

extension PlainTeller {
    /// The page of the list that the cursor is on, a numbered line a row.
    func list(_ state: ReviewState) -> [String] {
        let count = state.listCount
        guard count > 0 else { return [emptyList(state)] }
        let start = state.list.cursor / Self.page * Self.page
        let end = min(count, start + Self.page)
        let isInvalid = state.list.tab == .invalid
        let noun = isInvalid ? "invalid row" : "\(state.list.tab.title) item"
        let rows = "\(DecimalText.grouped(start + 1)) to \(DecimalText.grouped(end))"
        let order = isInvalid ? "" : ", \(order(state))\(narrowed(state))"
        var lines = ["\(DecimalText.counted(count, noun))\(order): \(rows)"]
        for row in start..<end {
            let mark = row == state.list.cursor ? "> " : "  "
            let text = isInvalid ? invalidRow(row, state) : itemRow(row, state)
            lines.append("\(mark)\(DecimalText.grouped(row + 1)). \(text)")
        }
        return lines
    }

    /// One row as the list has it.
    func itemRow(_ row: Int, _ state: ReviewState) -> String {
        guard let item = state.list.window[row], let scores = state.round.columns.scores(of: Int(item)) else {
            return "on its way"
        }
        var parts = [
            foreign(state.name(of: item).text), "safety \(DecimalText.exact(scores.safety, atLeast: 2))",
            "help \(DecimalText.exact(scores.helpfulness, atLeast: 2))",
        ]
        if state.list.tab == .moved {
            let from = state.thresholds.baseline.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            let to = state.thresholds.now.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            parts.append("\(from.name) to \(to.name)")
        }
        if let said = said(on: item, state) { parts.append(said) }
        if state.bulk.marks.contains(item) { parts.append("marked") }
        if state.find.search?.hits.contains(Int(item)) == true { parts.append("found") }
        guard case .item(let text) = state.texts[item] else { return parts.joined(separator: ", ") }
        for field in state.listColumns where !field.isScore && field != .role(.prompt) {
            guard let value = text.value(of: field) else { continue }
            // The usual columns need no name.
            let name = state.list.columns.chosen == nil ? "" : "\(foreign(field.name)) "
            parts.append(name + foreign(value, fitting: 40))
        }
        guard state.listColumns.contains(.role(.prompt)) else { return parts.joined(separator: ", ") }
        let prompt = text.prompt.isEmpty ? "(empty prompt)" : foreign(text.prompt, fitting: 72)
        return parts.joined(separator: ", ") + ": " + prompt
    }

    /// What was said last about an item, in a word or two.
    private func said(on item: UInt32, _ state: ReviewState) -> String? {
        let said = verdict(on: item, state)
        return state.leaks.reason(of: item) == nil ? said : said.map { "leaks, \($0)" } ?? "leaks"
    }

    private func verdict(on item: UInt32, _ state: ReviewState) -> String? {
        guard let record = state.verdicts.record(of: item) else { return nil }
        if record.ruling == .disputed { return "disputed" }
        var parts = record.answers.last.map { [$0.verdict.answer.title] } ?? []
        if record.isFlagged { parts.append("flagged") }
        if record.notes.contains(where: { $0.verdict.note?.isEmpty == false }) { parts.append("with a note") }
        return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }

    private func invalidRow(_ row: Int, _ state: ReviewState) -> String {
        guard let report = state.round.report, report.invalidRows.indices.contains(row) else { return "on its way" }
        let invalid = report.invalidRows[row]
        var text = "line \(invalid.line)"
        if report.shards.count > 1 { text = "\(file(of: invalid, report)), \(text)" }
        text += ": \(invalid.text)"
        if case .row(let bytes) = state.list.invalidTexts[row] { text += ": \(foreign(bytes, fitting: 72))" }
        return text
    }

    /// What filter and search leave out of lists, counts and plot: nothing said where they leave out nothing.
    func narrowed(_ state: ReviewState) -> String {
        var parts: [String] = []
        if let filter = state.find.filter { parts.append("filter \(foreign(filter.text))") }
        if let search = state.find.search, search.isOnly { parts.append("with \(foreign(search.pattern.title)) alone") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    /// Why there is nothing to list, and what to do.
    func emptyList(_ state: ReviewState) -> String {
        let wayOut = "\(name(of: .filter)) changes it, \(name(of: .back)) shows all items"
        if state.round.count == 0, state.list.tab != .invalid { return "the round has no item" }
        if state.find.filter != nil, state.list.tab != .invalid {
            let noun = state.list.tab.members.map { _ in "\(state.list.tab.title) item" } ?? "item"
            return "no \(noun) passes the filter: \(wayOut)"
        }
        switch state.list.tab {
        case .bucket(let bucket): return "no \(bucket.name) item at these thresholds"
        case .moved:
            return state.thresholds.now == state.thresholds.baseline
                ? "nothing has moved: the thresholds are at the baseline; \(name(of: .typeThreshold)) 0.8 moves one"
                : "no item changed bucket since the baseline"
        case .judged: return "no verdicts yet"
        case .marked: return "no item is marked: \(name(of: .mark)) marks one"
        case .invalid: return "every row of the round could be used"
        }
    }
}
