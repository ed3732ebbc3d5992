public import RoundModel
import Verdicts

extension ReviewState {
    /// Has a value of the chosen threshold typed.
    mutating func openThreshold() {
        open(ThresholdDialog(thresholds.chosen))
    }

    mutating func setBaseline() {
        guard thresholds.baseline != thresholds.now else {
            return refuse("the present thresholds are the baseline already")
        }
        journal(.baseline(from: thresholds.baseline, to: thresholds.now))
        thresholds.setBaseline()
        message = Message(.done, "baseline is now \(describe(thresholds.now)); changes are counted from here")
    }

    /// Sets one threshold to what was typed.
    ///
    /// - Returns: what is wrong with the text; nil where it was taken.
    mutating func setThreshold(_ name: ThresholdName, typed: String) -> String? {
        switch ThresholdText.parse(typed) {
        case .success(let value):
            let before = thresholds.now
            var next = before
            next[name] = value
            if next == before {
                message = Message(.notice, "\(name.title) is \(exactText(value, name)) already")
            } else {
                move(to: next)
            }
            return nil
        case .failure(let problem):
            return problem.text
        }
    }

    mutating func step(by steps: Int) {
        guard round.count > 0 else {
            refuse("no items yet: thresholds move once the first rows are there")
            return
        }
        let name = thresholds.chosen
        let before = thresholds.now
        var next = before
        next[name] = round.step(of: name).move(before[name], by: steps)
        guard next != before else {
            refuse("\(name.title) cannot move further by steps; type a value with \(key(.typeThreshold))")
            return
        }
        move(to: next)
    }

    mutating func move(to next: Thresholds) {
        let before = thresholds.now
        journal(.thresholds(from: before, to: next))
        thresholds.move(to: next)
        announceMove(from: before)
    }

    mutating func announceMove(from before: Thresholds, _ manner: MoveStart.Manner = .made) {
        // While keys come faster than counts, the message tells of the whole way.
        let known = counting.tally.flatMap { $0.thresholds == before ? $0.counts : nil }
        let earlier = counting.announced.flatMap { $0.manner == manner ? $0 : nil }
        let start = earlier ?? MoveStart(manner: manner, thresholds: before, counts: known)
        counting.announced = start
        message = Message(.done, moveText(from: start))
    }

    mutating func take(_ update: CountUpdate) {
        switch update {
        case .counted(let request, let tally): takeTally(request, tally)
        case .indexed(let revision, let index): if revision == itemRevision { counting.index = index }
        }
    }

    mutating func takeTally(_ request: CountRequest, _ new: Tally) {
        guard request.revision == revision || counting.tally == nil else { return }
        // A scan that began before the index was there has nothing to add to what the index said since.
        if counting.index != nil, request != counting.asked { return }
        counting.tally = new
        counting.answered = request
        if round.isComplete { list.showFullest(new.counts, shownItems) }
        guard let start = counting.announced, new.thresholds == thresholds.now else { return }
        counting.announced = nil
        // Of other items, as while rows still come, the difference would say nothing about the move.
        guard let old = start.counts, old.total == new.counts.total, message?.kind == .done else { return }
        let changes = Bucket.allCases.compactMap { bucket -> String? in
            let change = new.counts[bucket] - old[bucket]
            guard change != 0 else { return nil }
            return "\(bucket.name) \(DecimalText.signed(change))"
        }
        let result = changes.isEmpty ? "no item changed bucket" : changes.joined(separator: ", ")
        let moved = ThresholdName.allCases.filter { start.thresholds[$0] != thresholds.now[$0] }
        let emptied = emptied(by: thresholds.now, since: start.thresholds).map { "no item is \($0.name) now" }
        let warnings = emptied + moved.compactMap { outsideText(thresholds.now[$0], $0) }
        guard !warnings.isEmpty else {
            message = Message(.done, "\(moveText(from: start)): \(result)")
            return
        }
        let way = "\(key(.undo)) takes it back"
        message = Message(.notice, ([moveText(from: start)] + warnings + [way, result]).joined(separator: "; "))
    }

    /// What a threshold comes to that no score lies beyond; nil for one among the scores, and before these are known.
    public func outsideText(_ value: Double, _ name: ThresholdName) -> String? {
        guard let scores = name.score == .safety ? round.safety : round.helpfulness else { return nil }
        // On the highest or the lowest score it separates nothing either, which a whole bucket shows.
        guard value < scores.min || value > scores.max else { return nil }
        let range = "\(describe(scores.min, name)) to \(describe(scores.max, name))"
        let side = value < scores.min ? "below" : "above"
        return "\(exactText(value, name)) lies \(side) all \(name.score.rawValue) scores (\(range))"
    }

    /// What becomes of a bucket where a threshold is set to a value that leaves nothing in it; nil where something is left.
    public func emptiedText(_ value: Double, _ name: ThresholdName) -> String? {
        var next = thresholds.now
        next[name] = value
        let emptied = emptied(by: next, since: thresholds.now)
        return emptied.isEmpty
            ? nil : "no item would be \(emptied.map(\.name).joined(separator: " or ")) at these thresholds"
    }

    /// The buckets to be exported that hold no item by some thresholds, and held some by others, whatever people said.
    ///
    /// - Complexity: O(log n); none before there is an index.
    private func emptied(by next: Thresholds, since before: Thresholds) -> [Bucket] {
        guard let index = counting.index, counting.indexed == itemRevision else { return [] }
        let tally = index.tally(next, baseline: before)
        return [.adversarial, .accepted].filter { tally.counts[$0] == 0 && tally.calls[$0] > 0 }
    }

    func moveText(from start: MoveStart) -> String {
        let before = start.thresholds
        let moves = ThresholdName.allCases.compactMap { name -> String? in
            guard before[name] != thresholds.now[name] else { return nil }
            return "\(name.title) \(describe(before[name], name)) → \(describe(thresholds.now[name], name))"
        }
        let text = moves.isEmpty ? "thresholds as before" : moves.joined(separator: ", ")
        switch start.manner {
        case .made: return text
        case .undone: return "undone: \(text)"
        case .redone: return "redone: \(text)"
        }
    }

    /// A threshold with the digits of its step, and as many more as it has and there is room for; an ellipsis says that
    /// there are yet more, which `exactText` shows.
    ///
    /// - Parameter width: the columns there are; one more than the digits of the step is taken in any case.
    public func describe(_ value: Double, _ name: ThresholdName, width: Int = 12) -> String {
        let usual = round.step(of: name).decimals
        let exact = DecimalText.exact(value, atLeast: usual)
        guard !exact.contains("e"), exact.count > width else { return exact }
        let whole = DecimalText.fixed(value, decimals: 0).count
        let decimals = max(usual + 1, width - whole - 2)
        guard decimals < DecimalText.decimals(of: value) else { return exact }
        return DecimalText.fixed(value, decimals: decimals) + "…"
    }

    /// A threshold with every digit that it has.
    public func exactText(_ value: Double, _ name: ThresholdName) -> String {
        DecimalText.exact(value, atLeast: round.step(of: name).decimals)
    }

    private func describe(_ all: Thresholds) -> String {
        ThresholdName.allCases.map { "\($0.title) \(describe(all[$0], $0))" }.joined(separator: ", ")
    }
}
