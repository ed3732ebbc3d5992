import RoundModel
import Verdicts

extension ReviewState {
    /// The item that verdict keys are about: that of the queue, else the one under the cursor.
    public var currentItem: UInt32? { queue.map(\.item) ?? list.selectedItem }

    /// True where the present item's scores and call are hidden.
    public var isBlind: Bool { queue?.isBlind ?? false }

    // MARK: Giving verdicts

    /// Why nothing can be said about an item, nil for none; nil where it can.
    func obstacle(to item: UInt32?) -> String? {
        if case .refused(let why) = verdicts.file { return "verdicts cannot be kept: \(why)" }
        if case .opening = verdicts.file { return "the review file is being opened" }
        if let busyText { return busyText }
        if queue == nil, list.tab == .invalid { return "an invalid row is in no set, so there is no verdict on it" }
        guard let item, Int(item) < round.count else { return "there is no item here" }
        if case .failed(let why) = texts[item] { return "its text cannot be read: \(why)" }
        return digest(of: item) == nil ? "the item's text is not there yet" : nil
    }

    /// What an item holds, as far as it was read or judged.
    func digest(of item: UInt32) -> ItemDigest? {
        texts.digest(of: item) ?? verdicts.digests[item]
    }

    /// Gives a verdict on the present item.
    mutating func answer(_ answer: Answer) {
        if let obstacle = obstacle(to: currentItem) { return refuse(obstacle) }
        if answer == .agree, isBlind {
            return refuse("the call is hidden; give your own verdict instead")
        }
        if queue?.isFinished == true {
            return refuse("every item of this queue is judged; undo takes the last verdict back")
        }
        guard let item = currentItem, let verdict = verdict(answer, on: item) else { return }
        fixSamplePlan()
        let id = journal(verdict, on: item)
        if queue != nil {
            let remark = queueing.note(verdict, id, at: moment.clock, aids.keyNames)
            reading.toTop()
            // What it is called may be known now.
            message = Message(.done, describe(verdict, on: item) + (remark.map { "; \($0)" } ?? ""))
        } else {
            message = Message(.done, describe(verdict, on: item))
            list.noteVerdict(at: shownItems)
            passOn(from: item)
        }
        verdicts.keeping.said = message.map { (id, $0.text) }
        verdicts.justJudged = item
    }

    /// Moves on to the next item of the list: the present one may leave it.
    private mutating func passOn(from item: UInt32) {
        guard list.window[list.cursor] == item, list.cursor + 1 < listCount else { return }
        moveCursor(to: list.cursor + 1)
    }

    /// Flags the present item, or takes its flag off.
    mutating func flag() {
        if let obstacle = obstacle(to: currentItem) { return refuse(obstacle) }
        guard let item = currentItem else { return }
        let answer: Answer = verdicts.record(of: item)?.isFlagged == true ? .unflag : .flag
        guard let verdict = verdict(answer, on: item) else { return }
        let id = journal(verdict, on: item)
        say(answer == .flag ? "flagged \(name(of: item).phrase)" : "flag taken off \(name(of: item).phrase)", id)
    }

    // MARK: Notes

    /// The item that a note is for: the one that the last key judged, else the present one.
    private var notedItem: UInt32? { verdicts.justJudged ?? currentItem }

    mutating func openNote() {
        if let obstacle = obstacle(to: notedItem) { return refuse(obstacle) }
        guard let item = notedItem else { return }
        openNote(on: item, other: currentItem == item ? nil : currentItem)
    }

    mutating func openNote(on item: UInt32, other: UInt32?) {
        guard let digest = digest(of: item) else { return }
        let own = verdicts.record(of: item)?.notes.last { $0.reviewer == verdicts.reviewer }?.verdict.note
        open(NoteDialog(item: item, digest: digest, other: other, entry: TextEntry(own ?? "")))
    }

    /// Puts a note on the item that the last key judged, else on the present one, or says why that cannot be.
    mutating func note(_ text: String) {
        if let obstacle = obstacle(to: notedItem) { return refuse(obstacle) }
        if let item = notedItem { keepNote(TextEntry(text).text, on: item) }
    }

    mutating func keepNote(_ text: String, on item: UInt32) {
        if let obstacle = obstacle(to: item) { return refuse(obstacle) }
        guard var verdict = verdict(.note, on: item) else { return }
        verdict.note = text
        let id = journal(verdict, on: item)
        say(text.isEmpty ? "note taken off \(name(of: item).phrase)" : "note on \(name(of: item).phrase)", id)
    }

    /// Says what was done, and again once it is kept.
    mutating func say(_ text: String, _ id: EntryID) {
        verdicts.keeping.said = (id, text)
        message = Message(.done, text)
    }

    /// A verdict on an item, with all that is known at this moment.
    private func verdict(_ answer: Answer, on item: UInt32) -> Verdict? {
        guard let scores = round.columns.scores(of: Int(item)), let place = round.columns.place(of: Int(item)),
            let digest = digest(of: item)
        else { return nil }
        let seconds = verdicts.shown.flatMap { $0.item == item ? moment.clock - $0.since : nil }
        return Verdict(
            digest: digest,
            place: place,
            scores: scores,
            thresholds: thresholds.now,
            bucket: thresholds.now.bucket(safety: scores.safety, helpfulness: scores.helpfulness),
            answer: answer,
            queue: queue?.kind ?? .list,
            draw: queue?.draw(of: item),
            isBlind: isBlind,
            seconds: seconds.map { max(0, $0) }
        )
    }

    // MARK: The journal

    /// Enters what happened; it goes to the file with the next effects.
    @discardableResult
    mutating func journal(_ event: JournalEntry.Event) -> EntryID {
        let entry = verdicts.keeping.enter(event, by: verdicts.reviewer, at: moment.time)
        take(entry)
        return entry.id
    }

    /// Enters a verdict on an item.
    private mutating func journal(_ verdict: Verdict, on item: UInt32) -> EntryID {
        verdicts.matching.note(item, verdict.digest)
        if case .item(let text) = texts[item] {
            let isOneOfMany = round.report?.shards.count ?? 1 > 1
            verdicts.names[item] = ItemName(text, item: Int(item), isOneOfMany: isOneOfMany)
        }
        return journal(.verdicts([verdict]))
    }

    /// Takes over an entry whose verdicts are few.
    func isLight(_ entry: JournalEntry) -> Bool {
        switch entry.event {
        case .verdicts(let verdicts): verdicts.count <= VerdictState.lightest
        case .undo(let id), .redo(let id): verdicts.record.weight(of: id) <= VerdictState.lightest
        case .thresholds, .baseline, .export, .certificate: true
        }
    }

    /// Takes over an entry: at once where its verdicts are few, else a worker does.
    mutating func take(_ entry: JournalEntry, placed: [UInt32: ItemDigest] = [:]) {
        guard isLight(entry), verdicts.folding.waiting.isEmpty else {
            verdicts.folding.waiting.append((entry, placed))
            return
        }
        verdicts.folding.since?.append(entry)
        apply(verdicts.record.take(entry))
    }

    /// Takes over what became of some contents.
    mutating func apply(_ changed: [ItemDigest]) {
        guard !changed.isEmpty else { return }
        verdicts.matching.note(changed)
        let isCounted = counting.isCurrent(wantedCount)
        let changes = verdicts.matching.matched.update(changed, verdicts.record.items, in: round.columns)
        verdicts.revision += 1
        if isCounted { counting.take(changes, in: population, of: revision) }
    }

    // MARK: Entries with many verdicts

    /// What a worker takes over, so that no key waits for it.
    mutating func missingFold() -> (any Job)? {
        guard verdicts.folding.since == nil, verdicts.matching.ticket == nil, !verdicts.folding.waiting.isEmpty else {
            return nil
        }
        let heavy = verdicts.folding.waiting
        let ticket = verdicts.ticket(round: round.revision)
        verdicts.folding = FoldingState(since: [], ticket: ticket)
        return FoldJob(
            request: FoldRequest(
                entries: heavy.map(\.entry),
                placed: heavy.reduce(into: [:]) { $0.merge($1.placed) { old, _ in old } },
                record: verdicts.record,
                matched: verdicts.matched,
                columns: round.columns
            ),
            ticket: ticket
        )
    }

    mutating func takeFolded(_ folded: FoldedVerdicts, _ ticket: Ticket) {
        guard verdicts.folding.ticket == ticket, let since = verdicts.folding.since else { return }
        verdicts.folding.end()
        verdicts.record = folded.record
        if ticket.round >= round.firstRevision, ticket.round == round.revision {
            verdicts.matching.matched = folded.matched
            verdicts.matching.uncopied?.formUnion(folded.fresh)
            verdicts.matching.unmatched?.formUnion(folded.unknown)
        }
        verdicts.revision += 1
        var changed: [ItemDigest] = []
        for entry in since { changed += verdicts.record.take(entry) }
        apply(changed)
    }

    /// Why no verdict can be given for the moment; nil where one can.
    var busyText: String? {
        verdicts.isTakingOver ? "verdicts on many items are still being applied" : nil
    }

    /// Enters verdicts on many items, which one key takes back.
    mutating func journal(_ given: [Verdict], on items: [UInt32]) -> EntryID {
        let entry = verdicts.keeping.enter(.verdicts(given), by: verdicts.reviewer, at: moment.time)
        if given.count <= VerdictState.lightest, verdicts.folding.waiting.isEmpty {
            for (item, verdict) in zip(items, given) { verdicts.matching.note(item, verdict.digest) }
            take(entry)
        } else {
            var placed: [UInt32: ItemDigest] = [:]
            placed.reserveCapacity(items.count)
            for (item, verdict) in zip(items, given) { placed[item] = verdict.digest }
            take(entry, placed: placed)
        }
        return entry.id
    }

    // MARK: Words

    private func describe(_ verdict: Verdict, on item: UInt32) -> String {
        let name = name(of: item).text
        if verdict.answer == .skip { return "\(name): \(queue?.passedText(aids.keyNames) ?? "passed over")" }
        let what = "\(name): \(verdict.answer.title)"
        guard !isBlind else { return what }
        let ruling = verdicts.record(of: item)?.ruling
        if ruling == .disputed { return "\(what); reviewers disagree, so it is in neither set" }
        let after = thresholds.now.bucket(verdict.scores, ruling)
        return after == verdict.bucket
            ? "\(what), stays \(after.name)" : "\(what), \(verdict.bucket.name) → \(after.name)"
    }
}
