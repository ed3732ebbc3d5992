import RoundModel
import Verdicts

extension ReviewState {
    mutating func performOnVerdicts(_ command: Command) {
        switch command {
        case .agree: answer(.agree)
        case .callUnsafe: answer(.unsafe)
        case .callSafe: answer(.safe)
        case .callHelpful: answer(.helpful)
        case .callNotHelpful: answer(.notHelpful)
        case .callUnsure: answer(.unsure)
        case .skip: answer(.skip)
        case .flag: flag()
        case .note: openNote()
        case .undo: undo()
        case .redo: redo()
        default: break
        }
    }

    /// The item that verdict keys are about: that of the queue, else the one under the cursor.
    public var currentItem: UInt32? { queue.map(\.item) ?? list.selectedItem }

    /// True where the present item's scores and call are hidden.
    public var isBlind: Bool { queue?.isBlind ?? false }

    // MARK: Giving verdicts

    /// Why nothing can be said about the present item; nil where it can.
    private func obstacle() -> String? {
        if case .refused(let why) = verdicts.file { return "verdicts cannot be kept: \(why)" }
        if case .opening = verdicts.file { return "the review file is being opened" }
        if let busyText { return busyText }
        if queue == nil, list.tab == .invalid { return "an invalid row is in no set, so there is no verdict on it" }
        guard let item = currentItem else { return "there is no item here" }
        switch list.texts[item] {
        case .item(let text) where text.digest != nil: return nil
        case .failed(let why): return "its text cannot be read: \(why)"
        default: return "the item's text is not there yet"
        }
    }

    private mutating func answer(_ answer: Answer) {
        if let obstacle = obstacle() { return refuse(obstacle) }
        if answer == .agree, isBlind {
            return refuse("the call is hidden: say what you see, and it is compared")
        }
        if queue?.isFinished == true {
            return refuse("all of this queue have an answer: undo takes the last one back, or go back to another")
        }
        guard let verdict = verdict(answer), let item = currentItem else { return }
        let id = journal(.verdicts([verdict]))
        var text = describe(verdict, on: item)
        if queue != nil {
            queue?.note(verdict, id, at: verdicts.clock)
            if let remark = advanceQueue() { text += "; \(remark)" }
        } else {
            passOn(from: item)
        }
        verdicts.said = (id, text)
        message = Message(.done, text)
    }

    /// Moves on to the next item of the list: the present one may leave it.
    private mutating func passOn(from item: UInt32) {
        guard list.window[list.cursor] == item, list.cursor + 1 < listCount else { return }
        moveCursor(to: list.cursor + 1)
    }

    private mutating func flag() {
        if let obstacle = obstacle() { return refuse(obstacle) }
        guard let item = currentItem else { return }
        let answer: Answer = verdicts.record(of: item)?.isFlagged == true ? .unflag : .flag
        guard let verdict = verdict(answer) else { return }
        let id = journal(.verdicts([verdict]))
        let text = answer == .flag ? "flagged \(name(of: item))" : "flag taken off \(name(of: item))"
        verdicts.said = (id, text)
        message = Message(.done, text)
    }

    private mutating func openNote() {
        if let obstacle = obstacle() { return refuse(obstacle) }
        guard let item = currentItem else { return }
        let own = verdicts.record(of: item)?.notes.last { $0.reviewer == verdicts.reviewer }?.verdict.note
        dialog = .note(item, TextEntry(own ?? ""))
    }

    mutating func performInNote(_ command: Command, _ item: UInt32, _ entry: TextEntry) {
        switch command {
        case .cancel, .back: dialog = nil
        case .confirm:
            dialog = nil
            if item == currentItem { keepNote(entry.text) }
        default: break
        }
    }

    /// Puts a note on the present item, or says why that cannot be.
    mutating func note(_ text: String) {
        if let obstacle = obstacle() { return refuse(obstacle) }
        keepNote(TextEntry(text).text)
    }

    private mutating func keepNote(_ text: String) {
        guard let item = currentItem, var verdict = verdict(.note) else { return }
        verdict.note = text
        let id = journal(.verdicts([verdict]))
        let said = text.isEmpty ? "note taken off \(name(of: item))" : "note on \(name(of: item))"
        verdicts.said = (id, said)
        message = Message(.done, said)
    }

    /// A verdict on the present item, with all that is known at this moment.
    private func verdict(_ answer: Answer) -> Verdict? {
        guard let item = currentItem, let scores = round.columns.scores(of: Int(item)),
            let place = round.columns.place(of: Int(item)), case .item(let text) = list.texts[item],
            let digest = text.digest
        else { return nil }
        let seconds = verdicts.shown.flatMap { $0.item == item ? verdicts.clock - $0.since : nil }
        return Verdict(
            digest: digest,
            place: place,
            scores: scores,
            thresholds: thresholds.now,
            bucket: thresholds.now.bucket(safety: scores.safety, helpfulness: scores.helpfulness),
            answer: answer,
            queue: queue?.kind ?? .list,
            draw: queue?.draw,
            isBlind: isBlind,
            seconds: seconds.map { max(0, $0) }
        )
    }

    // MARK: The journal

    /// Enters what happened; it goes to the file with the next effects.
    @discardableResult
    mutating func journal(_ event: JournalEntry.Event) -> EntryID {
        let entry = JournalEntry(
            id: verdicts.nextID(),
            time: verdicts.time,
            reviewer: verdicts.reviewer,
            event: event
        )
        verdicts.waiting.append(entry)
        if case .verdicts(let given) = event, given.count == 1, let verdict = given.first, let item = currentItem {
            // The present item's content is known before any file was searched for it.
            if verdicts.matched.note(item, verdict.digest) { verdicts.uncopied?.insert(verdict.digest) }
            if verdicts.matching != nil { verdicts.spokenSince.append((verdict.digest, item)) }
        }
        take(entry)
        return entry.id
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
        guard isLight(entry), verdicts.heavy.isEmpty else {
            verdicts.heavy.append((entry, placed))
            return
        }
        verdicts.takenSince?.append(entry)
        apply(verdicts.record.take(entry))
    }

    /// Takes over what became of some contents.
    mutating func apply(_ changed: [ItemDigest]) {
        guard !changed.isEmpty else { return }
        if verdicts.matching != nil { verdicts.spokenSince += changed.map { ($0, nil) } }
        let isCounted = isCounted
        let changes = verdicts.matched.update(changed, verdicts.record.items, in: round.columns)
        verdicts.revision += 1
        guard isCounted else { return }
        // What a verdict changes of the counts is known without counting.
        let population = population
        for change in changes where population.contains(Int(change.item)) {
            guard let scores = round.columns.scores(of: Int(change.item)) else { continue }
            tally?.move(scores, from: change.before, to: change.after)
        }
        let now = revision
        requests.count?.revision = now
        requests.counted = requests.count
    }

    /// True while the counts that are shown are those of this moment.
    private var isCounted: Bool {
        let now = CountRequest(revision: revision, thresholds: thresholds.now, baseline: thresholds.baseline)
        return index != nil && tally != nil && requests.counted == now && requests.count == now
    }

    // MARK: Entries with many verdicts

    /// What a worker takes over, so that no key waits for it.
    mutating func missingFold() -> Effect? {
        guard verdicts.takenSince == nil, verdicts.matching == nil, !verdicts.heavy.isEmpty else { return nil }
        let heavy = verdicts.heavy
        let ticket = requests.ticket(round: round.revision)
        verdicts.heavy = []
        verdicts.takenSince = []
        verdicts.folding = ticket
        return .fold(
            FoldRequest(
                entries: heavy.map(\.entry),
                placed: heavy.reduce(into: [:]) { $0.merge($1.placed) { old, _ in old } },
                record: verdicts.record,
                matched: verdicts.matched,
                columns: round.columns
            ),
            ticket
        )
    }

    mutating func takeFolded(_ folded: FoldedVerdicts, _ ticket: Ticket) {
        guard verdicts.folding == ticket, let since = verdicts.takenSince else { return }
        (verdicts.takenSince, verdicts.folding) = (nil, nil)
        verdicts.record = folded.record
        if ticket.round >= round.firstRevision, ticket.round == round.revision {
            verdicts.matched = folded.matched
            verdicts.uncopied?.formUnion(folded.fresh)
            verdicts.unmatched?.formUnion(folded.unknown)
        }
        verdicts.revision += 1
        var changed: [ItemDigest] = []
        for entry in since { changed += verdicts.record.take(entry) }
        apply(changed)
    }

    /// Why no verdict can be given for the moment; nil where one can.
    var busyText: String? {
        verdicts.isTakingOver ? "a verdict on many items is being taken in" : nil
    }

    /// Enters verdicts on many items, which one key takes back.
    mutating func journal(_ given: [Verdict], on items: [UInt32]) -> EntryID {
        let entry = JournalEntry(
            id: verdicts.nextID(),
            time: verdicts.time,
            reviewer: verdicts.reviewer,
            event: .verdicts(given)
        )
        verdicts.waiting.append(entry)
        if given.count <= VerdictState.lightest, verdicts.heavy.isEmpty {
            for (item, verdict) in zip(items, given) {
                if verdicts.matched.note(item, verdict.digest) { verdicts.uncopied?.insert(verdict.digest) }
                if verdicts.matching != nil { verdicts.spokenSince.append((verdict.digest, item)) }
            }
            take(entry)
        } else {
            var placed: [UInt32: ItemDigest] = [:]
            placed.reserveCapacity(items.count)
            for (item, verdict) in zip(items, given) { placed[item] = verdict.digest }
            take(entry, placed: placed)
        }
        return entry.id
    }

    private mutating func undo() {
        if let busyText { return refuse(busyText) }
        guard let next = verdicts.record.nextUndo(of: verdicts.reviewer) else {
            return refuse("there is nothing to undo")
        }
        takeBack(next.change, .undone, journal(.undo(next.id)))
    }

    private mutating func redo() {
        if let busyText { return refuse(busyText) }
        guard let next = verdicts.record.nextRedo(of: verdicts.reviewer) else {
            return refuse("nothing was undone that could be done again")
        }
        takeBack(next.change, .redone, journal(.redo(next.id)))
    }

    private mutating func takeBack(_ change: ReviewRecord.Change, _ manner: MoveStart.Manner, _ id: EntryID) {
        let before = thresholds.now
        let isBack = manner == .undone
        switch change {
        case .thresholds(let from, let to):
            thresholds.now = isBack ? from : to
            announceMove(from: before, manner)
        case .baseline(let from, let to):
            thresholds.baseline = isBack ? from : to
            message = Message(.done, "\(isBack ? "undone" : "redone"): the baseline")
        case .verdicts(let digests):
            let what =
                digests.count == 1
                ? digests.first.flatMap { verdicts.items[$0]?.first }.map { "the verdict on \(name(of: $0))" }
                    ?? "a verdict" : DecimalText.counted(digests.count, "verdict")
            let text = "\(isBack ? "undone" : "redone"): \(what)"
            verdicts.said = (id, text)
            message = Message(.done, text)
            if let item = digests.first.flatMap({ verdicts.items[$0]?.first }) { goBackInQueue(to: item, id) }
        }
    }

    /// What undo would take back, in a word; nil for nothing.
    public var canUndo: Bool { verdicts.record.nextUndo(of: verdicts.reviewer) != nil }
    /// Whether there is something to do again.
    public var canRedo: Bool { verdicts.record.nextRedo(of: verdicts.reviewer) != nil }

    // MARK: Words

    /// What to call an item in a message: its id where it has one.
    func name(of item: UInt32) -> String {
        if case .item(let text) = list.texts[item], let id = text.value(of: .id), !id.isEmpty {
            return String(decoding: id.prefix(60), as: UTF8.self)
        }
        return "item \(DecimalText.grouped(Int(item) + 1))"
    }

    private func describe(_ verdict: Verdict, on item: UInt32) -> String {
        let what = "\(name(of: item)): \(verdict.answer.title)"
        if verdict.answer == .skip { return "\(what), it comes again" }
        guard !isBlind else { return what }
        let ruling = verdicts.record(of: item)?.ruling
        if ruling == .disputed { return "\(what); reviewers disagree, so it is in neither set" }
        let after = thresholds.now.bucket(verdict.scores, ruling)
        return after == verdict.bucket
            ? "\(what), stays \(after.name)" : "\(what), \(verdict.bucket.name) → \(after.name)"
    }
}
