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
        takeBack(next.change, .undone)
    }

    mutating func redo() {
        if let busyText = verdicts.busyText { return refuse(busyText) }
        guard let next = verdicts.record.nextRedo(of: verdicts.reviewer) else {
            return refuse("nothing to redo")
        }
        journal(.redo(next.id))
        takeBack(next.change, .redone)
    }

    private mutating func takeBack(_ change: ReviewRecord.Change, _ manner: MoveStart.Manner) {
        let before = thresholds.now
        let isBack = manner == .undone
        switch change {
        case .thresholds(let from, let to):
            thresholds.restore(isBack ? from : to)
            announceMove(from: before, manner)
        case .baseline(let from, let to):
            thresholds.restore(baseline: isBack ? from : to)
            message = Message(.done, "\(isBack ? "undone" : "redone"): the baseline")
        case .verdicts(let digests, let answer):
            // A mark or a note says nothing of where the reviewer is.
            if answer.isAnswer, let item = digests.first.flatMap(item(holding:)) {
                goBackInQueue(to: item)
                // Who reads one item after the other wants to judge this one again.
                if queue == nil, reading.isOpen, digests.count == 1, item != list.selectedItem {
                    list.follow(item)
                    reading.toTop()
                }
            }
            message = Message(.done, "\(isBack ? "undone" : "redone"): \(describe(answer, on: digests))")
        }
    }

    /// The item with some content; of several the one that was judged.
    private func item(holding digest: ItemDigest) -> UInt32? {
        let all = verdicts.items[digest] ?? []
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
