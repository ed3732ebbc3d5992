import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel
import Verdicts

extension PlainTeller {
    /// How far a queue is: what it goes over, how many answers are there and missing.
    func queueProgress(_ queue: QueueState) -> String {
        var parts: [String]
        if case .estimation(let bucket) = queue.kind {
            let items = DistinctText.counted(queue.size, of: queue.rows)
            parts = ["sample of \(bucket.letter) \(bucket.name) (\(items))"]
        } else {
            parts = [foreign(queue.title)]
        }
        if queue.isBlind { parts.append("blind") }
        if queue.density != nil { parts.append("denser near the lines") }
        parts += ["\(DecimalText.grouped(queue.checked)) checked", "\(DecimalText.grouped(queue.toGo)) to go"]
        if !queue.covered.isEmpty { parts.append("\(DecimalText.grouped(queue.covered.count)) by others") }
        if !queue.skipped.isEmpty { parts.append("\(DecimalText.grouped(queue.skipped.count)) passed over") }
        return parts.joined(separator: ", ")
    }

    /// What was hidden while the last item was judged; nil before the first answer.
    func lastAnswer(_ state: ReviewState, _ queue: QueueState) -> String? {
        guard let last = queue.given.last(where: { state.verdicts.record.holds($0.entry) }) else { return nil }
        if last.answer == .skip { return "last: passed over, \(queue.comesBack)" }
        var text = "last: \(last.answer.title); the call was \(last.bucket.letter) \(last.bucket.name), "
        text += "safety \(DecimalText.exact(last.scores.safety, atLeast: 2)), "
        text += "help \(DecimalText.exact(last.scores.helpfulness, atLeast: 2))"
        guard let after = last.answer.ruling(on: last.bucket)?.bucket(last.scores, state.thresholds.now) else {
            return text
        }
        return text + (after == last.bucket ? ": right" : ": overruled, \(after.letter) \(after.name)")
    }

    /// What the answers show so far, or that a hunt shows nothing of the kind.
    func soFar(_ state: ReviewState, _ queue: QueueState) -> [String] {
        switch queue.kind {
        case .hunt, .list: return ["a hunt: it finds mistakes, but gives no error rate"]
        case .settlement: return ["your verdict settles it; those of the others stay recorded"]
        case .repetition: return []
        case .certificate: return state.certificate.status.map { [$0.waitingText ?? "checked: \($0.progress)"] } ?? []
        case .estimation(let bucket):
            guard let audit = state.evidence.buckets.first(where: { $0.bucket == bucket }) else { return [] }
            let waiting = audit.waitingText.map { [$0] } ?? []
            guard !queue.hidesRate else {
                let goal = DecimalText.counted(queue.goal, "item")
                return waiting + ["the error rate is told at the goal of \(goal), or by evidence"]
            }
            return waiting + ["\(audit.soFar.label): \(audit.soFar.text)"]
        }
    }

    /// The queue and its present item.
    mutating func queue(_ state: ReviewState, _ queue: QueueState, isFresh: Bool) -> [String] {
        var lines = [queueProgress(queue)]
        if isFresh {
            lines += soFar(state, queue)
            let answers = [Command.callUnsafe, .callSafe, .callHelpful, .callNotHelpful, .callUnsure, .skip]
            let known = (queue.isBlind ? [] : [Command.agree]) + answers
            lines.append(
                "verdicts: \(known.map(name(of:)).joined(separator: ", ")); \(name(of: .back)) leaves the queue"
            )
        } else if let last = lastAnswer(state, queue) {
            lines.append(last)
            switch queue.kind {
            case .estimation, .certificate: lines += soFar(state, queue)
            case .hunt, .list, .settlement, .repetition: break
            }
        }
        return lines + item(state)
    }
}
