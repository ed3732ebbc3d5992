import RoundModel

/// How moves are told.
extension CountState {
    /// What a move came to.
    func outcome(
        of start: MoveStart,
        from old: BoundedTally,
        to new: BoundedTally,
        _ context: CountContext
    ) -> Message {
        let move = start.text(to: context.thresholds, in: context.round)
        let changes = Bucket.allCases.compactMap { bucket -> String? in
            guard old[bucket] != new[bucket] else { return nil }
            guard old[bucket].isExact, new[bucket].isExact else {
                return "\(bucket.name) \(old[bucket].text) → \(new[bucket].text)"
            }
            return "\(bucket.name) \(DecimalText.signed(new[bucket].low - old[bucket].low))"
        }
        let unknown = new.isExact ? "no item changed bucket" : "the grid knows no line between the two"
        let result = changes.isEmpty ? unknown : changes.joined(separator: ", ")
        let moved = ThresholdName.allCases.filter { start.thresholds[$0] != context.thresholds[$0] }
        let emptied =
            context.scope == .grid
            ? [.adversarial, .accepted].filter { new[$0].high == 0 && old[$0].high > 0 }
            : emptied(by: context.thresholds, since: start.thresholds, of: context.items)
        let isCrossed = context.thresholds.areCrossed && !start.thresholds.areCrossed
        let crossed = isCrossed ? ["θ adv lies above θ safety: adversarial wins between them"] : []
        let warnings =
            (start.note.map { [$0] } ?? []) + crossed + emptied.map { "no item is \($0.name) now" }
            + moved.compactMap { context.round.outsideText(context.thresholds[$0], $0) }
        guard !warnings.isEmpty else { return Message(.done, "\(move): \(result)") }
        let way = "\(context.keys[.undo]) takes it back"
        return Message(.notice, ([move] + warnings + [way, result]).joined(separator: "; "))
    }

    /// The buckets to be exported that hold no item by some thresholds, and held some by others, whatever people said.
    ///
    /// - Complexity: O(log n); none before there is an index.
    func emptied(by next: Thresholds, since before: Thresholds, of items: Revision) -> [Bucket] {
        guard let index = index(of: items) else { return [] }
        let tally = index.tally(next, baseline: before)
        return [.adversarial, .accepted].filter { tally.counts[$0] == 0 && tally.calls[$0] > 0 }
    }
}
