import ReviewAudit
import RoundModel
import Verdicts

extension ReviewState {
    mutating func openQueueDialog() {
        guard round.isComplete else { return refuse("the round is still being read; a queue takes all of it") }
        guard round.count > 0 else { return refuse("there is no item to judge") }
        switch verdicts.file {
        case .refused(let why): return refuse("verdicts cannot be kept: \(why)")
        case .opening: return refuse("the review file is being opened")
        case .none, .open, .failing: break
        }
        var row = 0
        if case .bucket(let bucket) = list.tab {
            row = QueueChoice.allCases.firstIndex(of: .estimation(bucket)) ?? 0
        }
        open(QueueDialog(row: row, goal: queueing.goal))
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
        if let index = counting.index, find.members == nil, counting.indexed == itemRevision {
            return index.tally(thresholds.now, baseline: thresholds.now).counts
        }
        return nil
    }

    mutating func start(_ open: QueueDialog) {
        let choice = QueueChoice.allCases[open.row]
        func refuse(_ problem: String) {
            var open = open
            open.problem = problem
            dialog = open
        }
        if size(of: choice) == 0 {
            switch choice {
            case .estimation(let bucket): return refuse("the \(bucket.name) bucket is empty at these thresholds")
            case .disputed: return refuse("reviewers agree on every item that several of them judged")
            case .list: return refuse("the list is empty")
            case .hits: return refuse("no search has found anything: \(key(.search)) searches")
            case .hunt: return refuse("there is no item to judge")
            }
        }
        dialog = nil
        queueing.goal = open.goal
        round.content.tryAgain()
        // What has an answer stands first in a sample.
        let limit = max(2_000, 2 * open.goal) + verdicts.itemCount
        switch choice {
        case .estimation(let bucket):
            guard let seed = verdicts.file.seed else { return self.refuse("without a review file there is no sample") }
            queueing.pending = PendingQueue(choice: choice, goal: open.goal, isBlind: open.isBlind)
            queueing.pending?.request = .estimation(bucket, thresholds.now, seed: seed, limit: limit)
            if round.content.keys == nil {
                message = Message(.notice, "reading all texts once, to draw the sample")
            }
        case .hunt:
            queueing.pending = PendingQueue(choice: choice, goal: open.goal, isBlind: false)
            queueing.pending?.request = .hunt(thresholds.chosen, thresholds.now, limit: limit)
        case .list:
            guard let query = listQuery else {
                return self.refuse("invalid rows are in no set, so there is no verdict")
            }
            queueing.pending = PendingQueue(choice: choice, goal: open.goal, isBlind: false)
            queueing.pending?.request = .list(query, from: list.cursor, limit: limit)
        case .hits:
            guard find.search?.isRunning != true else {
                return self.refuse("the search is still running; wait until it has found all")
            }
            queueing.pending = PendingQueue(choice: choice, goal: open.goal, isBlind: false)
            let found = query(.all)
            queueing.pending?.request = .list(found, from: 0, limit: limit)
        case .disputed:
            let items = verdicts.matched.disputed.compactMap { verdicts.items[$0]?.first }.sorted()
            enter(
                QueueState(
                    kind: .settlement,
                    title: "disagreements",
                    items: items,
                    size: items.count,
                    isBlind: false,
                    goal: max(1, items.count),
                    began: moment.clock
                ),
                answeredCount: false
            )
        }
    }

    /// The work that an opened queue waits for.
    mutating func missingQueue() -> (any Job)? {
        guard let pending = queueing.pending, let request = pending.request, round.isComplete else { return nil }
        if case .estimation = request, round.content.keys == nil { return nil }
        guard queueing.asked.ask(request) else { return nil }
        if pending.choice == .hits {
            let found = Population(round.columns, members: find.search?.hits, judged: verdicts.judged)
            return QueueJob(round: round.revision, request: request, population: found, content: nil)
        }
        let isList = if case .list = request { true } else { false }
        return QueueJob(
            round: round.revision,
            request: request,
            population: isList ? listPopulation : population,
            content: isList ? nil : round.content.keys
        )
    }

    mutating func takeQueue(_ request: QueueRequest, _ findings: QueueFindings) {
        guard let pending = queueing.pending, pending.request == request, queueing.asked.awaits(request) else { return }
        queueing.asked.forget()
        queueing.pending = nil
        switch (findings, pending.choice) {
        case (.estimation(let drawn), .estimation(let bucket)):
            guard !drawn.items.isEmpty else { return refuse("the \(bucket.name) bucket is empty at these thresholds") }
            enter(
                QueueState(
                    kind: .estimation(bucket),
                    title: bucket.name,
                    items: drawn.items,
                    numbers: drawn.numbers,
                    seed: drawn.seed,
                    size: drawn.size,
                    isBlind: pending.isBlind,
                    goal: pending.goal,
                    began: moment.clock
                ),
                answeredCount: true
            )
        case (.items(let items, let size), let choice):
            guard !items.isEmpty else { return refuse("there is no item to judge") }
            let title =
                switch choice {
                case .hunt: "near \(thresholds.chosen.title)"
                case .hits: "found with \(find.search?.pattern.title ?? "")"
                case .list, .estimation, .disputed: "\(list.tab.title), \(list.order.title)"
                }
            enter(
                QueueState(
                    kind: choice == .list ? .list : .hunt,
                    title: title,
                    items: items,
                    size: size,
                    isBlind: false,
                    goal: pending.goal,
                    began: moment.clock
                ),
                answeredCount: true
            )
        case (.failed(let why), _): message = Message(.failure, why)
        case (.estimation, .hunt), (.estimation, .list), (.estimation, .hits), (.estimation, .disputed): break
        }
    }

    mutating func enter(_ fresh: QueueState, answeredCount: Bool) {
        var fresh = fresh
        if answeredCount {
            fresh.answered = Set(
                fresh.items.filter { item in
                    guard let answer = verdicts.record(of: item)?.answer(of: verdicts.reviewer),
                        answer.verdict.answer != .skip
                    else { return false }
                    // What was said with the scores in sight is no part of a sample.
                    guard case .estimation = fresh.kind else { return true }
                    if case .estimation = answer.verdict.queue { return true }
                    return answer.verdict.queue == .certificate && answer.verdict.draw?.seed == fresh.seed
                }
            )
        }
        if !fresh.numbers.isEmpty, let content = round.content.keys { fresh.findCopies(content) }
        fresh.overlap = queueing.overlap
        fresh.share(verdicts)
        let next = fresh.nextPlace()
        queue = fresh
        verdicts.justJudged = nil
        reading.hasFocus = true
        reading.scroll = 0
        message = nil
        if let next {
            queue?.at = next
        } else {
            message = Message(.notice, "all \(DecimalText.counted(fresh.items.count, "item")) of this queue are judged")
        }
    }

    /// Goes on to what is to be judged next.
    ///
    /// - Parameter toGo: answers that the goal asked for before the last one.
    /// - Returns: what there is to say about how far the queue has come; nil for nothing.
    mutating func advanceQueue(from toGo: Int) -> String? {
        guard var queue else { return nil }
        let next = queue.nextPlace()
        queue.isFinished = next == nil
        if let next { queue.at = next }
        self.queue = queue
        reading.scroll = 0
        guard next != nil else { return "that was the last one; \(key(.back)) goes back to the round" }
        guard queue.toGo == 0, toGo > 0 else { return nil }
        return "the goal of \(DecimalText.grouped(queue.goal)) is reached; \(key(.back)) goes back to the round"
    }

    /// What becomes of an item that was passed over.
    func passedText(in queue: QueueState) -> String {
        let passed = "passed over"
        guard queue.hasOthersBeforeGoal else {
            return "\(passed), but no other is left before the goal: \(key(.callUnsure)) notes that you cannot tell"
        }
        return "\(passed); \(queue.comesBack)"
    }

    /// Goes back to an item of the queue after what was said of it was taken back or said again.
    mutating func goBackInQueue(to item: UInt32) {
        guard var queue, let at = queue.items.firstIndex(of: item) else { return }
        queue.at = at
        queue.isFinished = false
        queue.take(verdicts.record(of: item)?.answer(of: verdicts.reviewer)?.verdict.answer, on: item)
        self.queue = queue
        reading.scroll = 0
    }

    /// Does what a command asks for while a queue is worked through.
    mutating func performInQueue(_ command: Command) -> [Effect] {
        switch command.inQueue {
        case .leave: leaveQueue()
        case .go(let step): goInQueue(by: step)
        case .scroll(let movement): scroll(movement)
        case .same: return performInRound(command)
        case .none: refuse("a queue is open: \(key(.back)) goes back to the round")
        }
        return []
    }

    private mutating func goInQueue(by step: Int) {
        guard var queue else { return }
        let target = queue.at + step
        guard queue.items.indices.contains(target) else {
            return refuse(step > 0 ? "this is the last item of the queue" : "this is the first item of the queue")
        }
        // Ahead of the first unanswered item lies what must not be seen before its turn.
        if step > 0, queue.isBlind, !queue.answered.contains(queue.item), !queue.skipped.contains(queue.item) {
            return refuse("judge this item first, or pass it over")
        }
        queue.at = target
        queue.isFinished = false
        self.queue = queue
        reading.scroll = 0
    }

    /// What was asked for is not made any more.
    mutating func cancelQueue() {
        queueing.pending = nil
        queueing.asked.forget()
        message = Message(.done, "the queue was not opened")
    }

    mutating func leaveQueue() {
        guard let queue else { return }
        let count = queue.given.filter { $0.answer != .skip }.count
        self.queue = nil
        reading.hasFocus = false
        reading.scroll = 0
        message = Message(.done, "\(DecimalText.grouped(count)) judged this session")
    }
}

/// A queue that was asked for, while what it needs is made.
public struct PendingQueue: Hashable, Sendable {
    /// What was chosen.
    public internal(set) var choice: QueueChoice
    /// Answers that are wanted.
    public internal(set) var goal: Int
    /// Whether scores and call are to be hidden.
    public internal(set) var isBlind: Bool
    var request: QueueRequest?
}
