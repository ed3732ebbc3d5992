import ReviewAudit
import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

extension Painter {
    /// Draws how far a queue is, and what the last answer was compared with.
    mutating func queueLines(_ state: ReviewState, in rect: Rect) {
        guard let queue = state.queue else { return }
        queueProgress(queue, x: rect.x + 1, y: rect.y, width: rect.width - 2)
        lastAnswer(state, queue, x: rect.x + 1, y: rect.y + 1, width: rect.width - 2)
        if rect.height > 2 { soFar(state, queue, x: rect.x + 1, y: rect.y + 2, width: rect.width - 2) }
    }

    /// What the answers show so far, by an interval that may be watched; or that a hunt shows nothing of the kind.
    private mutating func soFar(_ state: ReviewState, _ queue: QueueState, x: Int, y: Int, width: Int) {
        switch queue.kind {
        case .hunt, .list:
            words("a hunt: it finds mistakes, but gives no error rate", x: x, y: y, width: width, .muted)
        case .settlement:
            words("your verdict settles it; those of the others stay recorded", x: x, y: y, width: width, .muted)
        case .repetition: break
        case .certificate:
            guard let status = state.certificate.status else { return }
            let role: ThemeRole = status.waitingText == nil ? .muted : .warning
            words(status.waitingText ?? "checked \(status.progress)", x: x, y: y, width: width, role)
        case .estimation where queue.hidesRate:
            let goal = DecimalText.counted(queue.goal, "item")
            let key = table.key(of: .showEvidence).map { ", or with \($0.name)" } ?? ""
            words("the error rate is shown at the goal of \(goal)\(key)", x: x, y: y, width: width, .muted)
        case .estimation(let bucket):
            guard let audit = state.evidence.buckets.first(where: { $0.bucket == bucket }) else { return }
            let line = audit.soFar
            var at = x
            if let waiting = audit.waitingText {
                at += words(waiting, x: x, y: y, width: width, .warning)
                // A rate that lacks some verdicts stands behind the word that it does, or not at all.
                guard at + self.width(" · \(line.label): \(line.text)") <= x + width else { return }
                at += words(" · ", x: at, y: y, width: x + width - at, .muted)
            }
            at += words("\(line.label): ", x: at, y: y, width: x + width - at, .muted)
            words(line.text, x: at, y: y, width: x + width - at, line.kind == .figure ? .value : .muted)
        }
    }

    private mutating func queueProgress(_ queue: QueueState, x: Int, y: Int, width: Int) {
        var at = x
        func add(_ text: String, _ role: ThemeRole) {
            guard at < x + width else { return }
            at += words(text, x: at, y: y, width: x + width - at, role)
        }
        if case .estimation(let bucket) = queue.kind {
            add("sample of ", .muted)
            at += words(
                "\(bucket.letter) \(bucket.name)",
                x: at,
                y: y,
                width: max(0, x + width - at),
                style(of: bucket)
            )
            add(" (\(DistinctText.counted(queue.size, of: queue.rows)))", .muted)
        } else {
            add(queue.title, .label)
        }
        if queue.isBlind { add(" · blind", .warning) }
        if queue.density != nil { add(" · denser", .muted) }
        add(" · ", .muted)
        add(DecimalText.grouped(queue.checked), .value)
        add(" checked · ", .muted)
        add(DecimalText.grouped(queue.toGo), .value)
        add(" to go", .muted)
        if !queue.covered.isEmpty { add(" · \(DecimalText.grouped(queue.covered.count)) by others", .muted) }
        if !queue.skipped.isEmpty { add(" · \(DecimalText.grouped(queue.skipped.count)) passed over", .muted) }
        guard let rate = queue.rate else { return }
        add(" · \(DecimalText.fixed(rate, decimals: rate < 10 ? 1 : 0)) a minute", .muted)
        guard queue.toGo > 0, rate > 0 else { return }
        let minutes = Double(queue.toGo) / rate
        add(" · \(minutes < 1 ? "under a minute" : "about \(Int(minutes.rounded(.up))) min") left", .muted)
    }

    /// What was hidden while the last item was judged is shown once its answer is in.
    private mutating func lastAnswer(_ state: ReviewState, _ queue: QueueState, x: Int, y: Int, width: Int) {
        guard let last = queue.given.last(where: { state.verdicts.record.holds($0.entry) }) else {
            words(
                "Your verdict brings the next item; the call on this one is then shown here.",
                x: x,
                y: y,
                width: width,
                .muted
            )
            return
        }
        var at = x
        func add(_ text: String, _ style: Style) {
            guard at < x + width else { return }
            at += words(text, x: at, y: y, width: x + width - at, style)
        }
        add("last ", theme[.muted])
        add(last.answer == .skip ? "passed over" : last.answer.title, theme[.key])
        if last.answer == .skip { return add(state.queue.map { ", \($0.comesBack)" } ?? "", theme[.muted]) }
        add(" · the call was ", theme[.muted])
        add("\(last.bucket.letter) \(last.bucket.name)", style(of: last.bucket))
        let names: [(String, Double)] = [("safety", last.scores.safety), ("help", last.scores.helpfulness)]
        for (name, score) in names {
            add(" · \(name) ", theme[.muted])
            add(DecimalText.exact(score, atLeast: 2), theme[.value])
        }
        let after = last.answer.ruling(on: last.bucket).map { $0.bucket(last.scores, state.thresholds.now) }
        guard let after else { return }
        if after == last.bucket {
            add(" · right", theme[.muted])
        } else {
            add(" · overruled: ", theme[.warning])
            add("\(after.letter) \(after.name)", style(of: after))
        }
    }
}
