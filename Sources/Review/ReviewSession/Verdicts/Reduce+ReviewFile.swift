import RoundModel
import Verdicts

/// What comes from the review file, and what became of what went to it.
extension ReviewState {
    mutating func take(_ update: ReviewUpdate) {
        switch update {
        case .opened(let opening): open(opening)
        case .refused(let why):
            verdicts.keeping.refuse(why)
            message = Message(.failure, why)
        case .kept(let ids):
            if let news = verdicts.keeping.takeKept(ids, message) { message = news }
        case .keepFailed(let why): message = verdicts.keeping.takeFailure(why)
        case .joined(let entries):
            for entry in entries { take(entry, isNews: true) }
            queueing.share(verdicts)
            if let other = entries.last(where: { $0.reviewer != verdicts.reviewer })?.reviewer, message == nil {
                message = Message(.notice, "\(other) is working on the same review too")
            }
        case .otherRoundMet(let other): verdicts.meet(other)
        }
    }

    mutating func take(_ update: VerdictUpdate) {
        guard let said = verdicts.take(update, in: round) else { return }
        if said.kind == .failure || message?.kind != .failure { message = said }
    }

    private mutating func open(_ opening: ReviewOpening) {
        verdicts.open(opening)
        forgetMatches()
        if let place = opening.place { resume(place) }
        var arrival = opening.remark
        if arrival == nil, let count = opening.count, message == nil || message?.kind == .done {
            let said = count > 0 ? "verdicts on \(DecimalText.counted(count, "item"))" : "no verdicts yet"
            arrival = "continuing \(opening.path): \(said)"
        }
        if let arrival { say(verdicts.keeping.greet(arrival)) }
    }

    /// Forgets which items the verdicts are on, since the items are others now.
    mutating func forgetMatches() {
        verdicts.forgetMatches()
        round.content.forget()
    }
}
