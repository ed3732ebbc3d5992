import RoundModel
import Verdicts

/// What comes from the review file, and what became of what went to it.
extension ReviewState {
    mutating func take(_ update: ReviewUpdate) {
        switch update {
        case .opened(let opening): open(opening)
        case .refused(let why):
            verdicts.keeping.file = .refused(why)
            message = Message(.failure, why)
        case .kept(let ids):
            if let news = verdicts.keeping.takeKept(ids, message) { message = news }
        case .keepFailed(let why): message = verdicts.keeping.takeFailure(why)
        case .joined(let entries):
            for entry in entries { takeNews(entry) }
            queueing.share(verdicts)
            if let other = entries.last(where: { $0.reviewer != verdicts.reviewer })?.reviewer, message == nil {
                message = Message(.notice, "\(other) is working on the same review too")
            }
        case .otherRoundMet(let other): verdicts.matching.otherRound = other
        }
    }

    mutating func take(_ update: VerdictUpdate) {
        switch update {
        case .matched(let ticket, let matched):
            guard ticket.round == round.revision, verdicts.matching.ticket == ticket else { return }
            takeMatched(matched)
        case .matchFailed(let ticket, let why):
            guard verdicts.matching.ticket == ticket else { return }
            verdicts.matching.ticket = nil
            message = Message(.failure, why)
        case .folded(let folded, let ticket):
            takeFolded(folded, ticket)
        case .foldFailed(let ticket, let why):
            guard verdicts.folding.ticket == ticket else { return }
            verdicts.folding.end()
            message = Message(.failure, "the verdicts on many items are kept, and count from the next start on: \(why)")
        }
    }

    private mutating func takeNews(_ entry: JournalEntry) {
        guard isLight(entry), verdicts.folding.waiting.isEmpty else { return take(entry) }
        verdicts.folding.since?.append(entry)
        let changed = verdicts.record.take(entry)
        apply(changed)
        let unknown = changed.filter { verdicts.items[$0] == nil }
        verdicts.matching.unmatched?.formUnion(unknown)
    }

    private mutating func open(_ opening: ReviewOpening) {
        verdicts.keeping.file = .open(path: opening.path, seed: opening.seed)
        // What happened while the file was opened comes after what it holds.
        let own = verdicts.waiting
        verdicts.record = opening.record
        // What waits to be taken over is in the file, or among those.
        verdicts.folding = FoldingState()
        for entry in own { verdicts.record.take(entry) }
        forgetMatches()
        if let place = opening.place { resume(place) }
        var arrival = opening.remark
        if arrival == nil, let count = opening.count, message == nil || message?.kind == .done {
            let said = count > 0 ? "verdicts on \(DecimalText.counted(count, "item"))" : "no verdicts yet"
            arrival = "continuing \(opening.path): \(said)"
        }
        guard let arrival else { return }
        // What was judged meanwhile is not to be lost behind it.
        if verdicts.keeping.said == nil {
            message = Message(.notice, arrival)
        } else {
            verdicts.keeping.arrival = arrival
        }
    }

    /// Takes over which items the verdicts are on, and after it what was said since.
    private mutating func takeMatched(_ matched: MatchedVerdicts) {
        let before = verdicts.missing.count
        verdicts.matching.take(matched, verdicts.record.items, in: round.columns)
        verdicts.revision += 1
        // Copies are looked for last, so nothing is found after that.
        guard round.content.keys != nil, verdicts.matching.uncopied?.isEmpty == true else { return }
        let other = verdicts.matching.otherRound.map { "; last used with \($0)" } ?? ""
        verdicts.matching.otherRound = nil
        guard message?.kind != .failure else { return }
        if verdicts.missing.count > before {
            let count = DecimalText.counted(verdicts.missing.count, "verdict")
            message = Message(
                .notice,
                "\(count) on items that this round does not have; kept, but not used here\(other)"
            )
        } else if !other.isEmpty {
            message = Message(.notice, "this is another round than before, and it has all items with a verdict\(other)")
        }
    }

    /// Forgets which items the verdicts are on, since the items are others now.
    mutating func forgetMatches() {
        verdicts.matching.forget(hasRecords: !verdicts.record.items.isEmpty)
        verdicts.names = [:]
        verdicts.justJudged = nil
        verdicts.revision += 1
        round.content.forget()
    }
}
