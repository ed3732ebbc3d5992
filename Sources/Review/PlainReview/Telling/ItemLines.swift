import ReviewScreens
import ReviewSession
import RoundModel
import Verdicts

extension PlainTeller {
    /// The present item, or the invalid row under the cursor, as a block.
    mutating func item(_ state: ReviewState) -> [String] {
        let head = state.queue == nil && state.list.tab == .invalid ? invalidHead(state) : itemHead(state)
        guard !head.isEmpty else { return [emptyList(state)] }
        return head + bodyLines(state, from: state.reading.scroll)
    }

    private func itemHead(_ state: ReviewState) -> [String] {
        guard let item = state.currentItem, let scores = state.round.columns.scores(of: Int(item)) else { return [] }
        if state.isBlind {
            return ["\(foreign(state.name(of: item).phrase)), \(place(state))"]
                + ScreenWords.verdicts(on: item, state)
        }
        let ruling = state.verdicts.record(of: item)?.ruling
        let now = state.thresholds.now.bucket(scores, ruling)
        let then = state.thresholds.baseline.bucket(scores, ruling)
        var bucket = "\(now.letter) \(now.name)"
        if then != now { bucket += ", \(then.letter) \(then.name) at the baseline" }
        if state.bulk.marks.contains(item) { bucket += ", marked" }
        var lines = ["\(foreign(state.name(of: item).phrase)), \(place(state))", bucket]
        lines.append(score("safety", scores.safety, [.adv, .safety], state))
        lines.append(score("help", scores.helpfulness, [.help], state))
        lines += ScreenWords.verdicts(on: item, state)
        if let leak = state.leaks.reason(of: item) {
            lines.append("not to be trained on: \(foreign(leak.text)) (\(foreign(leak.place)))")
        }
        if let found = found(in: item, state) { lines.append(found) }
        return lines
    }

    private func invalidHead(_ state: ReviewState) -> [String] {
        guard let report = state.round.report, report.invalidRows.indices.contains(state.list.cursor) else { return [] }
        let row = report.invalidRows[state.list.cursor]
        return [
            "invalid row, \(place(state))", "\(row.text)",
            "\(file(of: row, report)), line \(row.line), \(DecimalText.counted(row.place.length, "byte")): in no set",
        ]
    }

    /// Where among what is gone through: `3 of 297 accepted, by distance`.
    func place(_ state: ReviewState) -> String {
        if let queue = state.queue {
            return
                "\(DecimalText.grouped(queue.shownPlace + 1)) of \(DecimalText.grouped(queue.items.count)) in the queue"
        }
        let list = state.list
        let place =
            "\(DecimalText.grouped(list.cursor + 1)) of \(DecimalText.grouped(state.listCount)) \(list.tab.title)"
        return list.tab == .invalid ? place : "\(place), \(order(state))"
    }

    func order(_ state: ReviewState) -> String {
        "\(foreign(state.list.order.title))\(state.list.descending ? ", reversed" : "")"
    }

    /// A score and its distance to each line it is compared with, the nearest first.
    private func score(_ name: String, _ score: Double, _ names: [ThresholdName], _ state: ReviewState) -> String {
        let now = state.thresholds.now
        let distances = names.sorted { abs(score - now[$0]) < abs(score - now[$1]) }
            .map { ScreenWords.distance(of: score, to: now[$0], $0) }
        return "\(name) \(DecimalText.exact(score, atLeast: 2)): \(distances.joined(separator: ", "))"
    }

    /// How often the search matches in the item.
    private func found(in item: UInt32, _ state: ReviewState) -> String? {
        guard let search = state.find.search, search.hits.contains(Int(item)) else { return nil }
        let title = foreign(search.pattern.title)
        guard let highlights = state.reading.highlights, highlights.search == search.number, highlights.item == item
        else {
            return "found: it has \(title)"
        }
        return "found: \(title) stands \(times(highlights.prompt.count)) in the prompt, "
            + "\(times(highlights.response.count)) in the response"
    }

    private func times(_ count: Int) -> String {
        count == 1 ? "once" : count == 0 ? "nowhere" : "\(DecimalText.grouped(count)) times"
    }

    func file(of row: InvalidRow, _ report: LoadReport) -> String {
        foreign(report.shards.indices.contains(row.place.shard) ? report.shards[row.place.shard] : report.name)
    }
}
