import ReviewAudit
import RoundModel
import Verdicts

/// What queues are to the rest of the review: what they do by themselves stands in `Queueing` and `QueueState`.
extension ReviewState {
    /// The queue that is worked through, in place of plot and list; nil for none.
    public var queue: QueueState? { queueing.open }

    mutating func openQueueDialog() {
        guard round.isComplete else { return refuse("the round is still being read; a queue takes all of it") }
        guard round.count > 0 else { return refuse("there is no item to judge") }
        if let obstacle = verdicts.fileObstacle { return refuse(obstacle) }
        var row = 0
        if case .bucket(let bucket) = list.tab {
            row = QueueChoice.allCases.firstIndex(of: .estimation(bucket)) ?? 0
        }
        open(QueueDialog(row: row, goal: queueing.goal, repeatsSome: queueing.repeatsSome))
    }

    /// How many items a queue of a kind would go over; nil where that is not known yet.
    public func size(of choice: QueueChoice) -> Int? {
        switch choice {
        case .estimation(let bucket): plainCounts?[bucket]
        case .hunt: population.count
        case .list: list.tab == .invalid ? 0 : max(0, listCount - list.cursor)
        case .hits: find.search.map(\.hits.count) ?? 0
        case .disputed: verdicts.matched.disputed.count
        }
    }

    /// What the rule alone makes of the items: queues sample its buckets, whatever people said since.
    private var plainCounts: BucketCounts? {
        guard find.members == nil else { return nil }
        if let whole = counting.whole?.tally {
            return BucketCounts(
                adversarial: whole[.adversarial].high,
                accepted: whole[.accepted].high,
                discarded: whole[.discarded].high
            )
        }
        return counting.index(of: itemRevision)?.tally(thresholds.now, baseline: thresholds.now).counts
    }

    mutating func start(_ open: QueueDialog) {
        let choice = open.choice
        if size(of: choice) == 0 {
            var open = open
            open.problem = choice.emptyText(aids.keyNames)
            dialog = open
            return
        }
        if case .estimation = choice, let gridObstacle {
            var open = open
            open.problem = gridObstacle
            dialog = open
            return
        }
        if let refusal = open.densityRefusal(in: self) {
            var open = open
            open.problem = refusal
            dialog = open
            return
        }
        dialog = nil
        let goal = open.goal(in: self)
        queueing.choose(goal: open.wanted, repeatsSome: open.repeatsSome)
        round.content.tryAgain()
        // What has an answer stands first in a sample.
        let limit = max(2_000, 2 * goal) + verdicts.matched.spoken.count
        let request: QueueRequest
        switch choice {
        case .estimation(let bucket):
            guard let seed = verdicts.sampleSeed else { return refuse("without a review file there is no sample") }
            // What was planned is how it is drawn, whatever is chosen now.
            let design = samplePlan(of: bucket).map(\.design) ?? open.offer(in: self)?.design
            request = .estimation(bucket, thresholds.now, seed: seed, limit: limit, design: design)
            if round.content.keys == nil { message = Message(.notice, "reading all texts once, to draw the sample") }
        case .hunt:
            request = .hunt(thresholds.chosen, thresholds.now, limit: limit)
        case .list:
            guard let listQuery else { return refuse("invalid rows are in no set, so there is no verdict") }
            request = .list(listQuery, from: list.cursor, limit: limit)
        case .hits:
            guard find.search?.isRunning != true else {
                return refuse("the search is still running; wait until it has found all")
            }
            request = .list(query(.all), from: 0, limit: limit)
        case .disputed: return settle()
        }
        let isSample = if case .estimation = choice { true } else { false }
        queueing.make(
            PendingQueue(
                choice: choice,
                goal: isSample && !open.isGoalChosen(in: self) ? nil : goal,
                isBlind: isSample && open.isBlind,
                repeatsSome: isSample && open.repeatsSome,
                request: request
            )
        )
    }

    /// Begins with what reviewers disagree on.
    private mutating func settle() {
        let items = verdicts.matched.disputed.compactMap { verdicts.items[$0]?.first }.sorted()
        begin(
            QueueState(
                kind: .settlement,
                title: "disagreements",
                items: items,
                size: items.count,
                isBlind: false,
                goal: max(1, items.count),
                began: moment.clock
            ),
            countsAnswers: false
        )
    }

    /// The work that an opened queue waits for.
    mutating func missingQueue() -> (any Job)? {
        guard round.isComplete, let wanted = queueing.wanted(hasContent: round.content.keys != nil) else { return nil }
        let isList = if case .list = wanted.request { true } else { false }
        let found = Population(round.columns, members: find.search?.hits, judged: verdicts.judged)
        return QueueJob(
            round: round.revision,
            request: wanted.request,
            population: wanted.choice == .hits ? found : isList ? listPopulation : population,
            content: isList ? nil : round.content.keys,
            whole: round.grid?.drawn
        )
    }

    mutating func takeQueue(_ request: QueueRequest, _ findings: QueueFindings) {
        guard let pending = queueing.take(request) else { return }
        switch (findings, pending.choice) {
        case (.estimation(let drawn), .estimation(let bucket)):
            guard !drawn.items.isEmpty else { return refuse(pending.choice.emptyText(aids.keyNames)) }
            let goal = pending.goal ?? pending.choice.usualGoal(SampleGoals(of: drawn.size), in: self)
            begin(QueueState(drawn, of: bucket, pending, goal: goal, began: moment.clock), countsAnswers: true)
            if round.grid != nil, drawn.items.count < min(goal, drawn.size) {
                let there = DecimalText.counted(drawn.items.count, "item")
                message = Message(
                    .notice,
                    "the grid has the first \(there) of this sample; a plan with a larger --sample draws more"
                )
            }
        case (.items(let items, let size), let choice):
            guard !items.isEmpty else { return refuse("there is no item to judge") }
            let title =
                switch choice {
                case .hunt: "near \(thresholds.chosen.title)"
                case .hits: "found with \(find.search?.pattern.title ?? "")"
                case .list, .estimation, .disputed: "\(list.tab.title), \(list.order.title)"
                }
            begin(QueueState(items, of: size, pending, title: title, began: moment.clock), countsAnswers: true)
        case (.failed(let why), _): message = Message(.failure, why)
        case (.estimation, .hunt), (.estimation, .list), (.estimation, .hits), (.estimation, .disputed): break
        }
    }

    mutating func begin(_ fresh: QueueState, countsAnswers: Bool) {
        message = queueing.begin(
            fresh,
            countsAnswers: countsAnswers,
            QueueContext(verdicts: verdicts, content: round.content.keys)
        )
        verdicts.sitting.turnAway()
        reading.focus()
        reading.toTop()
    }

    /// Goes back to an item of the queue after what was said of it was taken back.
    mutating func goBackInQueue(to item: UInt32, _ entry: EntryID) {
        let isRepeat = queue?.isRepeat(entry) == true
        if isRepeat { queueing.repeatAgain(item) }
        if isRepeat || queueing.goBack(to: item, ownAnswer(on: item)) { reading.toTop() }
    }

    /// Goes on from an item of the queue after what was said of it was said again.
    mutating func goOnInQueue(from item: UInt32, _ entry: EntryID) {
        if queueing.goOn(from: item, ownAnswer(on: item), isRepeat: queue?.isRepeat(entry) == true) { reading.toTop() }
    }

    /// What this reviewer says of an item now; nil for nothing.
    private func ownAnswer(on item: UInt32) -> Answer? {
        verdicts.record(of: item)?.answer(of: verdicts.reviewer)?.verdict.answer
    }

    /// Does what a command asks for while a queue is worked through.
    mutating func performInQueue(_ command: Command) -> [Effect] {
        switch command.inQueue {
        case .leave: leaveQueue()
        case .go(let step): goInQueue(by: step)
        case .scroll(let movement): scroll(movement)
        case .sideways(let steps): moveSideways(by: steps)
        case .same: return performInRound(command)
        case .none: refuse("a queue is open: \(key(.back)) goes back to the round")
        }
        return []
    }

    private mutating func goInQueue(by step: Int) {
        if let refusal = queueing.go(by: step) { message = refusal } else { reading.toTop() }
    }

    /// What was asked for is not made any more.
    mutating func cancelQueue() {
        queueing.drop()
        message = Message(.done, "the queue was not opened")
    }

    mutating func leaveQueue() {
        guard let said = queueing.leave() else { return }
        reading.leave()
        reading.toTop()
        message = said
    }
}
