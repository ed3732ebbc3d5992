import RoundModel
import Verdicts

/// What giving verdicts is to the rest of the review: what it does by itself stands in `VerdictState`.
extension ReviewState {
    /// The item that verdict keys are about: that of the queue, else the one under the cursor.
    public var currentItem: UInt32? { queue.map(\.item) ?? list.selectedItem }

    /// True where the present item's scores and call are hidden.
    public var isBlind: Bool { queue?.isBlind ?? false }

    // MARK: Giving verdicts

    /// Why nothing can be said about an item, nil for none; nil where it can.
    func obstacle(to item: UInt32?) -> String? { verdicts.obstacle(to: item, verdictContext) }

    /// What an item holds, as far as it was read or judged.
    func digest(of item: UInt32) -> ItemDigest? { verdicts.digest(of: item, texts) }

    private func verdict(_ answer: Answer, on item: UInt32) -> Verdict? {
        verdicts.verdict(answer, on: item, verdictContext)
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
        if let message { verdicts.keeping.say(message.text, id) }
        verdicts.sitting.judge(item)
    }

    /// Moves on to the next item of the list: the present one may leave it.
    mutating func passOn(from item: UInt32) {
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
    private var notedItem: UInt32? { verdicts.sitting.justJudged ?? currentItem }

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
        verdicts.keeping.say(text, id)
        message = Message(.done, text)
    }

    // MARK: The journal

    /// Enters what happened; it goes to the file with the next effects.
    @discardableResult
    mutating func journal(_ event: JournalEntry.Event) -> EntryID {
        let entry = verdicts.enter(event, at: moment.time)
        take(entry)
        return entry.id
    }

    /// Enters a verdict on an item.
    private mutating func journal(_ verdict: Verdict, on item: UInt32) -> EntryID {
        var name: ItemName?
        if case .item(let text) = texts[item] {
            name = ItemName(text, item: Int(item), isOneOfMany: round.report?.shards.count ?? 1 > 1)
        }
        verdicts.note(verdict, on: item, name)
        return journal(.verdicts([verdict]))
    }

    /// Enters verdicts on many items, which one key takes back.
    mutating func journal(_ given: [Verdict], on items: [UInt32]) -> EntryID {
        let entry = verdicts.enter(.verdicts(given), at: moment.time)
        if verdicts.takesAtOnce(given.count) {
            for (item, verdict) in zip(items, given) { verdicts.note(verdict, on: item) }
            take(entry)
        } else {
            var placed: [UInt32: ItemDigest] = [:]
            placed.reserveCapacity(items.count)
            for (item, verdict) in zip(items, given) { placed[item] = verdict.digest }
            take(entry, placed: placed)
        }
        return entry.id
    }

    /// Takes over an entry, and what is known by that of the counts: nothing is counted for it.
    mutating func take(_ entry: JournalEntry, placed: [UInt32: ItemDigest] = [:], isNews: Bool = false) {
        let isCounted = counting.isCurrent(wantedCount)
        let changes = verdicts.take(entry, placed: placed, isNews: isNews, in: round.columns)
        if isCounted, let changes { counting.take(changes, in: population, of: revision) }
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
