import ReviewAudit
import RoundModel
import Verdicts

/// How queues are made, and the one that is worked through.
public struct Queueing: Sendable {
    /// The queue that is worked through, in place of plot and list; nil for none.
    public private(set) var open: QueueState?
    /// A queue that was asked for and is being made.
    public private(set) var pending: PendingQueue?
    /// Answers that somebody chose for the last queue; nil where nobody did.
    private(set) var goal: Int?
    /// Whether some items of the last sample were to come a second time.
    private(set) var repeatsSome = false
    /// The share of a sample that every reviewer is given; the rest is shared out among them.
    private let overlap: QueueOverlap
    /// The queue that was asked for last.
    private var asked = Asked<QueueRequest>()
    /// What drawing samples more densely near the lines would gain.
    private(set) var offers = DenseOffers()

    init(overlap: QueueOverlap) { self.overlap = overlap }

    // MARK: Making one

    /// Takes note of how many answers somebody wants, and of whether some items come twice, for the next queue too.
    mutating func choose(goal: Int?, repeatsSome: Bool) {
        self.goal = goal
        self.repeatsSome = repeatsSome
    }

    /// Has a queue made.
    mutating func make(_ wanted: PendingQueue) { pending = wanted }

    /// The queue that a worker is to find; nil for none.
    mutating func wanted(hasContent: Bool) -> PendingQueue? {
        guard let pending, hasContent || !pending.isSample, asked.ask(pending.request) else { return nil }
        return pending
    }

    /// The queue that an answer is about, which waits no more; nil where nobody waits for it.
    mutating func take(_ request: QueueRequest) -> PendingQueue? {
        guard let pending, pending.request == request, asked.awaits(request) else { return nil }
        drop()
        return pending
    }

    /// Notes whether offers are to be asked for.
    mutating func askOffers(_ key: DenseOfferKey) -> Bool { offers.ask(key) }

    /// Takes what is offered.
    mutating func take(_ offered: [DenseOffer], _ key: DenseOfferKey) { offers.take(key, offered) }

    /// Does without the one that is being made.
    mutating func drop() {
        pending = nil
        asked.forget()
    }

    /// Does without one that cannot be made, since contents cannot be read.
    mutating func dropSample() {
        if pending?.isSample == true { drop() }
    }

    // MARK: Working through it

    /// Begins with a queue, in place of the one that is there.
    ///
    /// - Parameter countsAnswers: true where what this reviewer has said of its items before counts there.
    /// - Returns: what there is to say about it; nil for nothing.
    mutating func begin(_ queue: QueueState, countsAnswers: Bool, _ context: QueueContext) -> Message? {
        var fresh = queue
        if countsAnswers { fresh.countAnswers(context.verdicts) }
        fresh.findRepeats(context.verdicts)
        if let content = context.content { fresh.findCopies(content) }
        fresh.share(context.verdicts, overlap)
        let hasMore = fresh.goOn()
        open = fresh
        return hasMore
            ? nil : Message(.notice, "all \(DecimalText.counted(fresh.items.count, "item")) of this queue are judged")
    }

    /// Shares the queue out anew, since others have said something.
    mutating func share(_ verdicts: VerdictState) { open?.share(verdicts, overlap) }

    /// Takes an answer to the present item, and goes on to what is to be judged next.
    ///
    /// - Returns: what there is to say about how far the queue has come; nil for nothing.
    mutating func note(_ verdict: Verdict, _ entry: EntryID, at clock: Double, _ keys: KeyNames) -> String? {
        let before = open?.toGo ?? 0
        open?.note(verdict, entry, at: clock)
        guard let open else { return nil }
        let way = "\(keys[.back]) goes back to the round"
        if open.isFinished { return "that was the last one; \(way)" }
        guard open.toGo == 0, before > 0 else { return nil }
        return "the goal of \(DecimalText.grouped(open.goal)) is reached; \(way)"
    }

    /// Goes back to an item after what was said of it was taken back.
    ///
    /// - Parameter said: what holds of it now; nil for nothing.
    /// - Returns: false where it is not in the queue.
    mutating func goBack(to item: UInt32, _ said: Answer?) -> Bool {
        guard let place = open?.items.firstIndex(of: item) else { return false }
        open?.go(to: place)
        open?.take(said, on: item)
        return true
    }

    /// Goes on from an item after what was said of it was said again, as when that was said first.
    ///
    /// - Returns: false where it is not in the queue.
    mutating func goOn(from item: UInt32, _ said: Answer?, isRepeat: Bool) -> Bool {
        guard open?.items.contains(item) == true else { return false }
        open?.answerAgain(item, said, isRepeat: isRepeat)
        return true
    }

    /// Has an item come again whose second answer was taken back.
    mutating func repeatAgain(_ item: UInt32) { open?.repeatAgain(item) }

    /// Goes some places on, or back.
    ///
    /// - Returns: why it stays where it is; nil where it goes.
    mutating func go(by step: Int) -> Message? {
        guard let queue = open else { return nil }
        // From an item that is there for the second time, back is where the reviewer comes from.
        let last =
            queue.isRepeating && step < 0 ? queue.given.last.flatMap { queue.items.firstIndex(of: $0.item) } : nil
        let target = last ?? queue.at + step
        guard queue.items.indices.contains(target) else {
            let end = step > 0 ? "last" : "first"
            return Message(.refusal, "this is the \(end) item of the queue")
        }
        // Ahead of the first unanswered item lies what must not be seen before its turn.
        let isOpen = !queue.answered.contains(queue.item) && !queue.skipped.contains(queue.item)
        if step > 0, queue.isBlind, isOpen || queue.isRepeating {
            return Message(.refusal, "judge this item first, or pass it over")
        }
        open?.go(to: target)
        return nil
    }

    /// Ends it.
    ///
    /// - Returns: what there is to say about it; nil where there is none.
    mutating func leave() -> Message? {
        guard let queue = open else { return nil }
        open = nil
        let count = queue.given.count { $0.answer != .skip }
        return Message(.done, "\(DecimalText.grouped(count)) judged this session")
    }
}
