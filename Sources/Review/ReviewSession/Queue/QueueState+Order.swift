import Verdicts

/// Where a queue stands: its present item, and what is before and behind that.
extension QueueState {
    /// The item before the reviewer's eyes.
    public var item: UInt32 { items[at] }

    /// True where it is there for the second time, which is not said.
    public var isRepeating: Bool { repeats?.present != nil }

    /// The place that is told: of an item that is there for the second time that of the one behind it.
    public var shownPlace: Int { isRepeating ? max(0, min(frontier, items.count - 1)) : at }

    /// What an answer to the present item counts for.
    func use(of answer: Answer) -> ReviewQueue {
        guard isRepeating, answer.isAnswer, case .estimation(let bucket) = kind else { return kind }
        return .repetition(bucket)
    }

    /// The draw of an item of a sample; nil for others.
    ///
    /// - Complexity: O(items).
    func draw(of item: UInt32) -> Verdict.Draw? {
        guard !numbers.isEmpty else { return nil }
        let place = items[at] == item ? at : items.firstIndex(of: item)
        return place.flatMap { numbers.indices.contains($0) ? Verdict.Draw(seed: seed, number: numbers[$0]) : nil }
    }

    /// Items of the queue with an answer.
    public var checked: Int { answered.count }

    /// Answers that the goal still asks for, from 0; never more than there are items.
    ///
    /// It asks for the first items of the order, since labels behind one without a label are no part of the sample.
    /// - Complexity: O(goal).
    public var toGo: Int {
        let end = min(goal, items.count)
        return frontier < end ? items[frontier..<end].count { !isDone($0) } : 0
    }

    /// The end of what is worked through before anything behind it: the goal, and once that is reached as many again.
    var reach: Int { min(items.count, frontier < goal ? goal : (frontier / goal + 1) * goal) }

    /// True while the running error rate is kept back: one that is watched sways the next verdict.
    public var hidesRate: Bool {
        guard case .estimation = kind else { return false }
        return isBlind && checked < goal
    }

    /// Answers a minute in this sitting; nil before the second one.
    public var rate: Double? {
        guard let last = given.last, given.count > 1, last.time > began else { return nil }
        return 60 * Double(given.count) / (last.time - began)
    }

    /// True while an item's scores, call and origin are hidden: until this reviewer's answer is in.
    func hides(_ item: UInt32) -> Bool {
        isBlind && (!answered.contains(item) || repeats?.present == item) && items.contains(item)
    }

    /// True where an item needs no answer of this reviewer.
    func isDone(_ item: UInt32) -> Bool {
        answered.contains(item) || covered.contains(item) || copied.contains(item)
    }

    /// True while others than the present item need an answer before the goal.
    var hasOthersBeforeGoal: Bool {
        (frontier..<max(frontier, reach)).contains { $0 != at && !isDone(items[$0]) }
    }

    /// The items after the present one that still need an answer, and those next in line where none does.
    ///
    /// - Complexity: O(items passed over), of which it passes over some thousands at most.
    func upcoming(_ count: Int) -> [UInt32] {
        let ahead = items[min(items.count, at + 1)...].prefix(4_096)
        var next = skipped.first { $0 != item }.map { [$0] } ?? []
        for item in ahead where !isDone(item) && !next.contains(item) {
            next.append(item)
            if next.count == count { break }
        }
        return next + ahead.prefix(count - next.count).filter { !next.contains($0) }
    }

    /// Those whose texts are wanted: some ahead, so that an answer never waits for a text, and the one before to go back to.
    var nearItems: [UInt32] { Array(items[max(0, at - 1)...at]) + upcoming(8) }
}
