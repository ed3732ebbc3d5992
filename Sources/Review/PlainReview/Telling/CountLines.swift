import ReviewScreens
public import ReviewSession
import RoundModel
import Verdicts

extension PlainTeller {
    /// What each bucket holds, and what moved since the baseline, in one line.
    func countLine(_ state: ReviewState) -> String {
        guard let tally = state.counting.tally else { return "no item is counted yet" }
        let counts = tally.counts
        let buckets = Bucket.allCases.map { bucket in
            "\(bucket.name) \(DecimalText.grouped(counts[bucket])) (\(DecimalText.percent(counts[bucket], of: counts.total)))"
        }
        return buckets.joined(separator: ", ") + narrowed(state)
    }

    /// Where items went since the baseline, in one line; nil where none did.
    func flowLine(_ state: ReviewState) -> String? {
        guard let tally = state.counting.tally, tally.moved > 0 else { return nil }
        var flows: [String] = []
        for from in Bucket.allCases {
            for to in Bucket.allCases where from != to && tally.flows[from: from, to: to] > 0 {
                flows.append("\(from.name) to \(to.name) \(DecimalText.grouped(tally.flows[from: from, to: to]))")
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
        guard let line = state.counting.tally?.lines[name], line.total > 0 else { return text }
        let below = DecimalText.percent(line.below, of: line.total)
        let above = DecimalText.percent(line.above, of: line.total)
        return "\(text): \(below) below, \(above) above, \(DecimalText.grouped(line.on)) on it"
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
        guard let tally = state.counting.tally else { return lines + ["no item is counted yet"] }
        let counts = tally.counts
        for bucket in Bucket.allCases {
            let share = DecimalText.percent(counts[bucket], of: counts.total)
            let change = tally.change(of: bucket)
            var text = "\(bucket.letter) \(bucket.name): \(DecimalText.counted(counts[bucket], "item")), \(share)"
            if change != 0 { text += ", \(DecimalText.signed(change)) since the baseline" }
            lines.append(text)
        }
        var total = "in all \(DecimalText.counted(counts.total, "item"))\(narrowed(state))"
        if let judged = state.verdicts.judged?.count, judged > 0 {
            total += ", \(DecimalText.grouped(judged)) of them where a verdict put them"
        }
        lines.append(total)
        if let flows = flowLine(state) { lines.append(flows) }
        return lines
    }

    /// What the review is about, at its start.
    public func opening(_ state: ReviewState) -> [String] {
        let round = state.round
        var first = "\(foreign(round.name)): \(DecimalText.counted(round.count, "item"))"
        if let report = round.report {
            if report.invalidRows.count > 0 {
                first += ", \(DecimalText.counted(report.invalidRows.count, "invalid row"))"
            }
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
