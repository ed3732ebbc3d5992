import RoundModel
import Verdicts

/// What comes from the review file, and what became of what went to it.
extension ReviewState {
    mutating func take(_ update: ReviewUpdate) {
        switch update {
        case .opened(let opening): open(opening)
        case .refused(let why):
            verdicts.file = .refused(why)
            message = Message(.failure, why)
        case .kept(let ids):
            let done = Set(ids)
            verdicts.waiting.removeAll { done.contains($0.id) }
            verdicts.sent.subtract(done)
            verdicts.failed = []
            if case .failing(let path, let seed, _) = verdicts.file { verdicts.file = .open(path: path, seed: seed) }
            let arrival = verdicts.arrival
            verdicts.arrival = nil
            if let said = verdicts.said, done.contains(said.id) {
                if message == Message(.done, said.text) {
                    message = Message(.done, "\(said.text) · kept\(arrival.map { "; \($0)" } ?? "")")
                } else if let arrival {
                    message = Message(.notice, arrival)
                }
                verdicts.said = nil
            } else if let arrival {
                message = Message(.notice, arrival)
            }
        case .keepFailed(let why):
            verdicts.sent = []
            verdicts.failed = Set(verdicts.waiting.map(\.id))
            if case .open(let path, let seed) = verdicts.file { verdicts.file = .failing(path: path, seed: seed, why) }
            let count = DecimalText.counted(verdicts.waiting.count, "change")
            message = Message(.failure, "not kept: \(why); \(count) wait for the next try")
        case .joined(let entries):
            for entry in entries { takeNews(entry) }
            queue?.share(verdicts)
            if let other = entries.last(where: { $0.reviewer != verdicts.reviewer })?.reviewer, message == nil {
                message = Message(.notice, "\(other) is at work on the same review")
            }
        case .otherRoundMet(let other): verdicts.otherRound = other
        }
    }

    mutating func take(_ update: VerdictUpdate) {
        switch update {
        case .matched(let ticket, let matched):
            guard ticket.round == round.revision, verdicts.matching == ticket else { return }
            takeMatched(matched)
        case .matchFailed(let ticket, let why):
            guard verdicts.matching == ticket else { return }
            verdicts.matching = nil
            message = Message(.failure, why)
        case .folded(let folded, let ticket):
            takeFolded(folded, ticket)
        case .foldFailed(let ticket, let why):
            guard verdicts.folding == ticket else { return }
            (verdicts.takenSince, verdicts.folding) = (nil, nil)
            message = Message(.failure, "the verdicts on many items are kept, and count from the next start on: \(why)")
        }
    }

    private mutating func takeNews(_ entry: JournalEntry) {
        guard isLight(entry), verdicts.heavy.isEmpty else { return take(entry) }
        verdicts.takenSince?.append(entry)
        let changed = verdicts.record.take(entry)
        apply(changed)
        let unknown = changed.filter { verdicts.items[$0] == nil }
        verdicts.unmatched?.formUnion(unknown)
    }

    private mutating func open(_ opening: ReviewOpening) {
        verdicts.file = .open(path: opening.path, seed: opening.seed)
        // What happened while the file was opened comes after what it holds.
        let own = verdicts.waiting
        verdicts.record = opening.record
        // What waits to be taken over is in the file, or among those.
        (verdicts.heavy, verdicts.takenSince, verdicts.folding) = ([], nil, nil)
        for entry in own { verdicts.record.take(entry) }
        forgetMatches()
        if let place = opening.place { resume(place) }
        var arrival = opening.remark
        if arrival == nil, let count = opening.count, message == nil || message?.kind == .done {
            let said = count > 0 ? "verdicts on \(DecimalText.counted(count, "item"))" : "no verdict yet"
            arrival = "going on with \(opening.path): \(said)"
        }
        guard let arrival else { return }
        // What was judged meanwhile is not to be lost behind it.
        if verdicts.said == nil {
            message = Message(.notice, arrival)
        } else {
            verdicts.arrival = arrival
        }
    }

    /// Takes over which items the verdicts are on, and after it what was said since.
    private mutating func takeMatched(_ matched: MatchedVerdicts) {
        let before = verdicts.missing.count
        verdicts.matching = nil
        verdicts.matched = matched
        for since in verdicts.spokenSince {
            guard let item = since.item else { continue }
            if verdicts.matched.note(item, since.digest) { verdicts.uncopied?.insert(since.digest) }
        }
        verdicts.matched.update(verdicts.spokenSince.map(\.digest), verdicts.record.items, in: round.columns)
        verdicts.spokenSince = []
        verdicts.revision += 1
        // Copies are looked for last, so nothing is found after that.
        guard content.keys != nil, verdicts.uncopied?.isEmpty == true else { return }
        let other = verdicts.otherRound.map { "; last used with \($0)" } ?? ""
        verdicts.otherRound = nil
        guard message?.kind != .failure else { return }
        if verdicts.missing.count > before {
            let count = DecimalText.counted(verdicts.missing.count, "verdict")
            message = Message(
                .notice,
                "\(count) on items that this round does not have: kept, without effect here\(other)"
            )
        } else if !other.isEmpty {
            message = Message(.notice, "the round is another than before, and has all items with a verdict\(other)")
        }
    }

    /// Forgets which items the verdicts are on, since the items are others now.
    mutating func forgetMatches() {
        verdicts.matched = MatchedVerdicts()
        verdicts.names = [:]
        verdicts.justJudged = nil
        verdicts.revision += 1
        verdicts.unmatched = verdicts.record.items.isEmpty ? [] : nil
        verdicts.uncopied = []
        verdicts.matching = nil
        verdicts.spokenSince = []
        content.keys = nil
        content.fraction = nil
        content.problem = nil
        content.asked.forget()
    }
}
