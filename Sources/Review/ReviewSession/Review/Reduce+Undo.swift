import RoundModel
import Verdicts

/// Taking back what this reviewer did last, be it a move of a line or a verdict: the journal has both, in one order.
extension ReviewState {
    mutating func undo() {
        if let busyText = verdicts.busyText { return refuse(busyText) }
        guard let next = verdicts.record.nextUndo(of: verdicts.reviewer) else {
            return refuse("nothing to undo")
        }
        journal(.undo(next.id))
        takeBack(next, .undone)
    }

    mutating func redo() {
        if let busyText = verdicts.busyText { return refuse(busyText) }
        guard let next = verdicts.record.nextRedo(of: verdicts.reviewer) else {
            return refuse("nothing to redo")
        }
        journal(.redo(next.id))
        takeBack(next, .redone)
    }

    private mutating func takeBack(_ step: (id: EntryID, change: ReviewRecord.Change), _ manner: MoveStart.Manner) {
        let before = thresholds.now
        let isBack = manner == .undone
        switch step.change {
        case .thresholds(let from, let to):
            thresholds.restore(isBack ? from : to)
            announceMove(from: before, manner)
        case .baseline(let from, let to):
            thresholds.restore(baseline: isBack ? from : to)
            message = Message(.done, "\(isBack ? "undone" : "redone"): the baseline")
        case .verdicts(let digests, let answer):
            // A mark or a note says nothing of where the reviewer is.
            if answer.isAnswer, let item = digests.first.flatMap(item(holding:)) {
                if isBack { goBack(to: item, digests, step.id) } else { goOn(from: item, digests, step.id) }
            }
            message = Message(.done, "\(isBack ? "undone" : "redone"): \(describe(answer, on: digests))")
        }
    }

    /// Goes to what the undone verdicts are on: who reads one item after the other wants to judge this one again.
    private mutating func goBack(to item: UInt32, _ digests: [ItemDigest], _ entry: EntryID) {
        guard queue == nil else { return goBackInQueue(to: item, entry) }
        guard reading.isOpen, digests.count == 1, item != list.selectedItem else { return }
        list.follow(item)
        reading.toTop()
    }

    /// Goes on as after a verdict: the next one is about another item, and not about what was just redone.
    private mutating func goOn(from item: UInt32, _ digests: [ItemDigest], _ entry: EntryID) {
        guard queue == nil else { return goOnInQueue(from: item, entry) }
        if digests.count == 1 { passOn(from: item) }
    }

    /// The item with some content; of several that of the queue, or the one that was judged.
    private func item(holding digest: ItemDigest) -> UInt32? {
        let all = verdicts.items[digest] ?? []
        if let queue, all.count > 1, let item = all.first(where: { queue.items.contains($0) }) { return item }
        return all.first { verdicts.sitting.names[$0] != nil } ?? all.first
    }

    /// What was undone or redone: `the note on item r-0012`, `3 verdicts`.
    private func describe(_ answer: Answer, on digests: [ItemDigest]) -> String {
        let noun: String
        switch answer {
        case .note: noun = "note"
        case .flag: noun = "flag"
        case .unflag: noun = "taking the flag off"
        case .skip: noun = "passing over"
        case .agree, .unsafe, .safe, .helpful, .notHelpful, .unsure: noun = "verdict"
        }
        guard digests.count == 1 else {
            return answer == .unflag
                ? "\(noun) \(DecimalText.counted(digests.count, "item"))" : DecimalText.counted(digests.count, noun)
        }
        let item = digests.first.flatMap(item(holding:))
        let what = item.map { name(of: $0).phrase } ?? "an item that this round does not have"
        return answer == .unflag || answer == .skip ? "\(noun) \(what)" : "the \(noun) on \(what)"
    }

    /// What undo would take back, in a word; nil for nothing.
    public var canUndo: Bool { verdicts.record.nextUndo(of: verdicts.reviewer) != nil }
    /// Whether there is something to do again.
    public var canRedo: Bool { verdicts.record.nextRedo(of: verdicts.reviewer) != nil }
}
