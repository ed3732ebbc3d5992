import RoundModel
public import Verdicts

/// The verdicts on this round, and the file that keeps them.
public struct VerdictState: Sendable {
    /// Who is at the keys.
    public let reviewer: String
    /// Everything that was ever said, and what of it holds.
    public private(set) var record = ReviewRecord()
    /// Changes whenever `judged` or the items with a verdict do.
    public private(set) var revision = 0
    /// Its way to the file.
    var keeping: KeepingState
    /// What the reviewer sees and did last.
    var sitting = Sitting()
    /// Which items of this round it is about.
    private(set) var matching = MatchingState()
    /// What of it a worker takes over.
    private(set) var folding = FoldingState()
    /// Tickets so far.
    private var tickets = 0
    /// Where to go on from, until all rows are there.
    private var resuming: ReviewPlace?

    /// - Parameter writer: a number that no other run of the program has.
    public init(reviewer: String = "", writer: UInt64 = 0, file: ReviewFileState = .none) {
        self.reviewer = reviewer
        keeping = KeepingState(writer: writer, file: file)
    }

    // MARK: The journal

    /// Enters what happened; it goes to the file with the next effects.
    ///
    /// - Parameter time: when, as `Moment.time` tells it.
    mutating func enter(_ event: JournalEntry.Event, at time: Int) -> JournalEntry {
        keeping.enter(event, by: reviewer, at: time)
    }

    /// Takes note of what an item holds that a verdict is on, and of its name: that is known before any file was searched.
    mutating func note(_ verdict: Verdict, on item: UInt32, _ name: ItemName? = nil) {
        matching.note(item, verdict.digest)
        if let name { sitting.remember(name, of: item) }
    }

    /// Verdicts that an entry may have to be taken over at once.
    private static let lightest = 2_000

    /// True where a number of verdicts is taken over at once.
    func takesAtOnce(_ count: Int) -> Bool { count <= Self.lightest && folding.waiting.isEmpty }

    private func takesAtOnce(_ entry: JournalEntry) -> Bool {
        switch entry.event {
        case .verdicts(let verdicts): takesAtOnce(verdicts.count)
        case .undo(let id), .redo(let id): takesAtOnce(record.weight(of: id))
        case .thresholds, .baseline, .export, .certificate: folding.waiting.isEmpty
        }
    }

    /// Takes over an entry: at once where its verdicts are few, else a worker does.
    ///
    /// - Parameters:
    ///   - placed: the items that its verdicts are on, as far as they are known.
    ///   - isNews: true where another program entered it: then its items are still to be found.
    /// - Returns: what it changes of the items' rulings; nil where it changes nothing, or not yet.
    mutating func take(
        _ entry: JournalEntry,
        placed: [UInt32: ItemDigest] = [:],
        isNews: Bool = false,
        in columns: ScoreColumns
    ) -> [MatchedVerdicts.Change]? {
        guard takesAtOnce(entry) else {
            folding.wait(entry, placed)
            return nil
        }
        folding.note(entry)
        let changed = record.take(entry)
        let changes = follow(changed, in: columns)
        if isNews { matching.lookFor(changed.filter { items[$0] == nil }) }
        return changes
    }

    private mutating func follow(_ changed: [ItemDigest], in columns: ScoreColumns) -> [MatchedVerdicts.Change]? {
        guard !changed.isEmpty else { return nil }
        revision += 1
        return matching.update(changed, record.items, in: columns)
    }

    /// Begins with what the file holds; what happened while it was opened comes after that.
    mutating func open(_ opening: ReviewOpening) {
        keeping.open(path: opening.path, seed: opening.seed)
        record = opening.record
        // What waits to be taken over is in the file, or among what waits for it.
        folding = FoldingState()
        for entry in waiting { record.take(entry) }
    }

    // MARK: Where the review was left off

    /// Goes on from a place once all rows are there.
    mutating func resume(_ place: ReviewPlace) { resuming = place }

    /// The place to go on from; nil where there is none any more.
    mutating func takePlace() -> ReviewPlace? {
        defer { resuming = nil }
        return resuming
    }

    // MARK: What it wants of workers

    private mutating func ticket(of round: RoundState) -> Ticket {
        tickets += 1
        return Ticket(round: round.revision, number: tickets)
    }

    /// Entries with many verdicts, so that no key waits for them; nil for none.
    mutating func wantedFold(in round: RoundState) -> FoldJob? {
        guard folding.since == nil, matching.ticket == nil, !folding.waiting.isEmpty else { return nil }
        let ticket = ticket(of: round)
        let heavy = folding.begin(ticket)
        return FoldJob(
            request: FoldRequest(
                entries: heavy.map(\.entry),
                placed: heavy.reduce(into: [:]) { $0.merge($1.placed) { old, _ in old } },
                record: record,
                matched: matched,
                columns: round.columns
            ),
            ticket: ticket
        )
    }

    /// Contents with a verdict that were not looked for yet; nil for none.
    mutating func wantedMatch(in round: RoundState) -> MatchJob? {
        guard matching.ticket == nil, !isTakingOver, let wanted = matching.wanted(round.content.keys) else {
            return nil
        }
        let ticket = ticket(of: round)
        matching.begin(ticket)
        let request = MatchRequest(
            wanted: wanted.digests,
            records: record.items,
            matched: matched,
            columns: round.columns
        )
        return MatchJob(ticket: ticket, request: request, keys: wanted.keys)
    }

    /// Takes over what a worker tells.
    ///
    /// - Returns: what there is to say about it; nil for nothing.
    mutating func take(_ update: VerdictUpdate, in round: RoundState) -> Message? {
        switch update {
        case .matched(let ticket, let found):
            guard ticket.round == round.revision, matching.ticket == ticket else { return nil }
            return take(found, in: round)
        case .matchFailed(let ticket, let why): return matching.fail(ticket) ? Message(.failure, why) : nil
        case .folded(let folded, let ticket):
            take(folded, ticket, in: round)
            return nil
        case .foldFailed(let ticket, let why):
            guard folding.end(ticket) != nil else { return nil }
            return Message(.failure, "the verdicts on many items are kept, and count from the next start on: \(why)")
        }
    }

    private mutating func take(_ folded: FoldedVerdicts, _ ticket: Ticket, in round: RoundState) {
        guard let since = folding.end(ticket) else { return }
        record = folded.record
        if ticket.round >= round.firstRevision, ticket.round == round.revision { matching.take(folded) }
        revision += 1
        var changed: [ItemDigest] = []
        for entry in since { changed += record.take(entry) }
        _ = follow(changed, in: round.columns)
    }

    /// Takes over which items the verdicts are on, and after it what was said since.
    private mutating func take(_ found: MatchedVerdicts, in round: RoundState) -> Message? {
        let before = missing.count
        matching.take(found, record.items, in: round.columns)
        revision += 1
        // Copies are looked for last, so nothing is found after that.
        guard round.content.keys != nil, matching.isThrough else { return nil }
        let other = matching.takeOtherRound().map { "; last used with \($0)" } ?? ""
        if missing.count > before {
            let count = DecimalText.counted(missing.count, "verdict")
            return Message(.notice, "\(count) on items that this round does not have; kept, but not used here\(other)")
        }
        guard !other.isEmpty else { return nil }
        return Message(.notice, "this is another round than before, and it has all items with a verdict\(other)")
    }

    /// Has copies looked for, since the contents of all items are there.
    mutating func lookForCopies() { matching.lookForCopies(hasRecords: !record.items.isEmpty) }

    /// Takes note that the review was used with another round last.
    mutating func meet(_ otherRound: String) { matching.meet(otherRound) }

    // MARK: Other items

    /// Forgets which items the verdicts are on, since the items are others now.
    mutating func forgetMatches() {
        matching.forget(hasRecords: !record.items.isEmpty)
        sitting.forgetJudged()
        revision += 1
    }

    /// Forgets everything else that names items by their numbers, since the round that is read anew has others.
    mutating func forgetItems() {
        folding.forgetItems()
        sitting.forgetShown()
    }
}
