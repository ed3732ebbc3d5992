import ReviewScreens
public import ReviewSession
import RoundModel
import Verdicts

extension PlainTeller {
    /// What each bucket holds, and what moved since the baseline, in one line.
    func countLine(_ state: ReviewState) -> String {
        guard let tally = state.shownTally else { return "no item is counted yet" }
        let buckets = Bucket.allCases.map { bucket in
            "\(bucket.name) \(tally[bucket].text) (\(tally[bucket].percent(of: tally.total)))"
        }
        return buckets.joined(separator: ", ") + scope(state) + narrowed(state)
    }

    /// What the counts are of, where that is not the items that are listed.
    private func scope(_ state: ReviewState) -> String {
        switch state.countScope {
        case .items: return ""
        case .sample: return " of the items drawn from the grid"
        case .grid:
            let names = state.thresholdsBetweenLines.map(\.title)
            guard !names.isEmpty else { return ", by the thresholds alone" }
            let verb = names.count == 1 ? "lies" : "lie"
            return ", by the thresholds alone; \(names.joined(separator: " and ")) \(verb) between "
                + "lines of the grid, so counts are bounds"
        }
    }

    /// Where items went since the baseline, in one line; nil where none did.
    func flowLine(_ state: ReviewState) -> String? {
        guard let tally = state.shownTally, tally.moved.high > 0 else { return nil }
        var flows: [String] = []
        for from in Bucket.allCases {
            for to in Bucket.allCases where from != to && tally[from: from, to: to].high > 0 {
                flows.append("\(from.name) to \(to.name) \(tally[from: from, to: to].text)")
            }
        }
        return "moved since the baseline: \(flows.joined(separator: ", "))"
    }

    /// One threshold: its value, and what lies on each side of it.
    func thresholdLine(_ name: ThresholdName, _ state: ReviewState) -> String {
        var text = "\(name.title) \(state.exactText(state.thresholds.now[name], name))"
        if state.thresholds.chosen == name {
            let step = state.round.step(of: name)
            text += ", chosen, step \(DecimalText.exact(step.value, atLeast: step.decimals))"
        }
        if state.thresholds.suggested.contains(name) { text += ", suggested" }
        if let between = state.betweenText(state.thresholds.now[name], name) { text += " (\(between))" }
        guard let tally = state.shownTally, tally.total > 0 else { return text }
        let line = tally[name]
        let (below, above) = (line.below.percent(of: tally.total), line.above.percent(of: tally.total))
        return "\(text): \(below) below, \(above) above, \(line.on.text) on it"
    }

    /// Thresholds, buckets, changes and flows.
    func counts(_ state: ReviewState) -> [String] {
        var lines = ThresholdName.allCases.map { thresholdLine($0, state) }
        if state.thresholds.now.areCrossed { lines.append("θ adv lies above θ safety: adversarial wins") }
        if state.thresholds.now == state.thresholds.baseline {
            lines.append("at the baseline")
        } else {
            let values = ThresholdName.allCases.map {
                "\($0.title) \(state.exactText(state.thresholds.baseline[$0], $0))"
            }
            lines.append("baseline \(values.joined(separator: ", "))")
        }
        guard let tally = state.shownTally else { return lines + ["no item is counted yet"] }
        for bucket in Bucket.allCases {
            let (count, change) = (tally[bucket], tally.change(of: bucket))
            let items = count.isExact ? DecimalText.counted(count.low, "item") : "\(count.text) items"
            var text = "\(bucket.letter) \(bucket.name): \(items), \(count.percent(of: tally.total))"
            if change != CountRange() { text += ", \(change.signedText) since the baseline" }
            lines.append(text)
        }
        var total = "in all \(DecimalText.counted(tally.total, "item"))\(scope(state))\(narrowed(state))"
        if let judged = state.verdicts.judged?.count, judged > 0, state.countScope != .grid {
            total += ", \(DecimalText.grouped(judged)) of them where a verdict put them"
        }
        lines.append(total)
        if let flows = flowLine(state) { lines.append(flows) }
        return lines
    }

    /// What the review is about, at its start.
    public func opening(_ state: ReviewState) -> [String] {
        let round = state.round
        let grid = state.grid
        var first = "\(foreign(round.name)): \(DecimalText.counted(grid?.items ?? round.count, "item"))"
        if grid != nil {
            first += " in the grid, \(DecimalText.grouped(round.count)) of them drawn, to be listed and read"
        }
        if let report = round.report {
            let invalid = grid?.invalid ?? report.invalidRows.count
            if invalid > 0 { first += ", \(DecimalText.counted(invalid, "invalid row"))" }
            if !report.fields.lowerIsBetter.isEmpty {
                first += ", \(report.fields.lowerIsBetter.map(\.rawValue).sorted().joined(separator: ", ")) negated"
            }
        }
        if case .failed = round.loading { first += ", incomplete" }
        let origins = (round.report?.scoreOrigins ?? []).flatMap(\.servers).map {
            foreign("\($0.field) was scored by \($0.text)")
        }
        return [first] + origins + told(state.message) + ThresholdName.allCases.map { thresholdLine($0, state) }
            + [countLine(state), "\(name(of: .help)) lists what can be typed, \(name(of: .quit)) leaves"]
    }

    /// Where one is, in one line.
    func whereabouts(_ state: ReviewState) -> String {
        if let queue = state.queue { return queueProgress(queue) }
        guard state.listCount > 0 else { return emptyList(state) }
        if state.list.tab == .invalid { return place(state) }
        return "\(place(state))\(narrowed(state)): \(itemRow(state.list.cursor, state))"
    }

    /// A message in words for what colours and marks tell on the screen.
    public func told(_ message: Message?) -> [String] {
        guard let message else { return [] }
        switch message.kind {
        case .done, .notice: return [message.text]
        case .refusal: return ["refused: \(message.text)"]
        case .failure: return ["failed: \(message.text)"]
        }
    }
}
