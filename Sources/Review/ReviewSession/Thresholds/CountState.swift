public import RoundModel
import Verdicts

/// What the buckets hold at the thresholds, and what has been asked for to know it.
public struct CountState: Sendable {
    /// The newest finished count; nil before the first. It may lag behind the thresholds for a moment.
    public private(set) var tally: Tally?
    /// The same of the whole round, where the items are a sample of it; nil where they are not. What people said is not in it.
    public private(set) var whole: GridCounts?
    /// The count that was asked for last, whether or not it has come; nil before the first.
    public private(set) var asked: CountRequest?
    /// What the newest counts answer.
    public private(set) var answered: CountRequest?
    /// Counts the items at once where it is of the present ones; nil until it is made, and then counts are asked for.
    private var index: ScoreIndex?
    /// The items that an index was asked for last.
    private var indexed: Revision?
    /// What a move began from, until its counts are there and the message about it can be made.
    private var announced: MoveStart?

    // MARK: The index

    /// What counts some items at once; nil where there is none of these.
    func index(of items: Revision) -> ScoreIndex? { indexed == items ? index : nil }

    /// True where an index of some items is to be asked for, which takes the place of the one that is there.
    mutating func wantsIndex(of items: Revision) -> Bool {
        guard indexed != items else { return false }
        (indexed, index) = (items, nil)
        return true
    }

    /// Takes over an index of some items, where these are still those that count.
    mutating func take(_ index: ScoreIndex, of items: Revision, now: Revision) {
        if items == now { self.index = index }
    }

    /// Does without an index until another one is there: the items are about to be others.
    mutating func dropIndex() { index = nil }

    /// Forgets what names items by their numbers, since the round that is read anew has others.
    mutating func forgetItems() { (index, indexed) = (nil, nil) }

    // MARK: Counts

    /// True where something is to be counted that was not asked for.
    mutating func wants(_ wanted: CountRequest) -> Bool {
        guard asked != wanted else { return false }
        asked = wanted
        return true
    }

    /// Takes over a count.
    ///
    /// - Parameter now: the items that count.
    /// - Returns: false where it says nothing that is not known better.
    mutating func take(_ request: CountRequest, _ new: Tally, _ whole: GridCounts?, of now: Revision) -> Bool {
        guard request.revision == now || tally == nil else { return false }
        // A scan that began before the index was there has nothing to add to what the index said since.
        if index != nil, request != asked { return false }
        (tally, self.whole, answered) = (new, whole, request)
        return true
    }

    /// True where the counts that are shown are those of a request, and an index made them.
    func isCurrent(_ request: CountRequest) -> Bool {
        index != nil && tally != nil && answered == request && asked == request
    }

    /// Takes over what verdicts change of counts that are current: that is known without counting.
    ///
    /// - Parameter now: the items that count since.
    mutating func take(_ changes: [MatchedVerdicts.Change], in population: Population, of now: Revision) {
        for change in changes where population.contains(Int(change.item)) {
            guard let scores = population.columns.scores(of: Int(change.item)) else { continue }
            tally?.move(scores, from: change.before, to: change.after)
        }
        asked?.revision = now
        answered = asked
    }

    // MARK: Moves

    /// What is told of the buckets; nil before the first count.
    func shown(_ scope: CountScope) -> BoundedTally? {
        guard scope == .grid else { return tally.map { BoundedTally($0) } }
        return whole?.tally
    }

    /// What is told of the buckets at some thresholds, as far as that was counted.
    private func shown(_ scope: CountScope, at thresholds: Thresholds) -> BoundedTally? {
        shown(scope).flatMap { $0.thresholds == thresholds ? $0 : nil }
    }

    /// Takes note of a move that is told of once its counts are there.
    ///
    /// - Returns: what it began from: while keys come faster than counts, that of the first.
    mutating func announce(
        from before: Thresholds,
        _ manner: MoveStart.Manner,
        _ scope: CountScope,
        note: String? = nil
    ) -> MoveStart {
        let earlier = announced.flatMap { $0.manner == manner ? $0 : nil }
        var start = earlier ?? MoveStart(manner: manner, thresholds: before, counts: shown(scope, at: before))
        start.note = note
        announced = start
        return start
    }

    /// Takes note of a move that began earlier.
    mutating func announce(_ start: MoveStart) { announced = start }

    /// Tells no more of a move that was taken back.
    mutating func dropMove() { announced = nil }

    /// What a move came to, once its counts are there; nil before, and where they say nothing about it.
    mutating func tellMove(_ context: CountContext) -> Message? {
        guard let start = announced, let new = shown(context.scope, at: context.thresholds) else { return nil }
        announced = nil
        // Of other items, as while rows still come, the difference would say nothing about the move.
        guard let old = start.counts, old.total == new.total else { return nil }
        return outcome(of: start, from: old, to: new, context)
    }
}
