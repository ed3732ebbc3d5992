public import ReviewAudit
public import RoundModel
public import Verdicts

/// Items to be judged one after the other, the text large and the keys few.
public struct QueueState: Hashable, Sendable {
    /// What the answers will count for.
    public internal(set) var kind: ReviewQueue
    /// What it goes over, for people: `accepted`, `near θ safety`.
    public internal(set) var title: String
    /// The items, in the order in which they are to be judged.
    public internal(set) var items: [UInt32]
    /// The draws of a sample's items; empty for others.
    public internal(set) var numbers: [Double]
    /// What those were drawn with.
    public internal(set) var seed: UInt64
    /// The items it is drawn from: those of the bucket, or as many as there are.
    public internal(set) var size: Int
    /// True where scores, call and other people's verdicts stay hidden until the answer is in.
    public internal(set) var isBlind: Bool
    /// Answers that are wanted, from 1.
    public internal(set) var goal: Int
    /// The place of the present item in `items`.
    public internal(set) var at = 0
    /// The items that have an answer of this reviewer, or had one before the queue was opened.
    public internal(set) var answered: Set<UInt32> = []
    /// Items that somebody else has answered and that need no second answer.
    public internal(set) var covered: Set<UInt32> = []
    /// The items of an estimation queue that are dealt to this reviewer or given to everyone; nil where all are.
    var dealt: Set<UInt32>?
    /// For items of a sample whose content others of it have: those others. One answer is for all of them.
    private var copies: [UInt32: [UInt32]] = [:]
    /// Items that have the answer of a copy, and whose turn has not come yet: only then do they count as checked.
    private var copied: Set<UInt32> = []
    /// How the queue is shared among reviewers.
    var overlap = QueueOverlap.standard
    /// Every place before it has an answer.
    private var frontier = 0
    /// Those that were passed over, in that order: they come again before the goal.
    public internal(set) var skipped: [UInt32] = []
    /// True after the last answer, until somebody goes back: a key too many must not change that answer.
    var isFinished = false
    /// The answers of this sitting, the latest last.
    public internal(set) var given: [Given] = []
    /// When the sitting began, by the session's clock.
    public internal(set) var began: Double

    /// An answer of this sitting.
    public struct Given: Hashable, Sendable {
        public internal(set) var item: UInt32
        public internal(set) var answer: Answer
        /// The rule's call.
        public internal(set) var bucket: Bucket
        public internal(set) var scores: Scores
        public internal(set) var entry: EntryID
        public internal(set) var time: Double
    }

    /// The item before the reviewer's eyes.
    public var item: UInt32 { items[at] }

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
    private var reach: Int { min(items.count, frontier < goal ? goal : (frontier / goal + 1) * goal) }

    /// Answers a minute in this sitting; nil before the second one.
    public var rate: Double? {
        guard let first = given.first, let last = given.last, given.count > 1, last.time > began else { return nil }
        _ = first
        return 60 * Double(given.count) / (last.time - began)
    }

    /// - Precondition: `items` is not empty.
    init(
        kind: ReviewQueue,
        title: String,
        items: [UInt32],
        numbers: [Double] = [],
        seed: UInt64 = 0,
        size: Int,
        isBlind: Bool,
        goal: Int,
        began: Double,
        answered: Set<UInt32> = []
    ) {
        self.kind = kind
        self.title = title
        self.items = items
        self.numbers = numbers
        self.seed = seed
        self.size = size
        self.isBlind = isBlind
        self.goal = goal
        self.began = began
        self.answered = answered
    }

    mutating func note(_ verdict: Verdict, _ entry: EntryID, at time: Double) {
        let present = item
        given.append(
            Given(
                item: present,
                answer: verdict.answer,
                bucket: verdict.bucket,
                scores: verdict.scores,
                entry: entry,
                time: time
            )
        )
        take(verdict.answer, on: present)
    }

    /// Notes what this reviewer says of an item now; nil for nothing.
    mutating func take(_ said: Answer?, on item: UInt32) {
        skipped.removeAll { $0 == item }
        if said == .skip { skipped.append(item) }
        answer(item, said != nil && said != .skip)
    }

    /// Notes whether an item has an answer, and with it whatever holds the same.
    private mutating func answer(_ item: UInt32, _ isAnswered: Bool) {
        if isAnswered {
            answered.insert(item)
        } else if answered.remove(item) != nil {
            // An earlier place needs an answer again.
            frontier = 0
        }
        for copy in copies[item] ?? [] where isAnswered != isDone(copy) {
            if isAnswered {
                copied.insert(copy)
            } else {
                copied.remove(copy)
                answered.remove(copy)
            }
        }
    }

    /// Finds the items of the queue that hold the same.
    ///
    /// - Complexity: O(items).
    mutating func findCopies(_ content: ContentKeys) {
        guard content.repeats > 0, items.allSatisfy({ Int($0) < content.count }) else { return }
        let same = Dictionary(grouping: items) { content[Int($0)] }
        for group in same.values where group.count > 1 {
            for item in group { copies[item] = group.filter { $0 != item } }
        }
    }

    /// True while an item's scores, call and origin are hidden: until this reviewer's answer is in.
    func hides(_ item: UInt32) -> Bool { isBlind && !answered.contains(item) && items.contains(item) }

    /// True where an item needs no answer of this reviewer.
    func isDone(_ item: UInt32) -> Bool {
        answered.contains(item) || covered.contains(item) || copied.contains(item)
    }

    /// The place of the next item to be judged; nil where none needs an answer.
    ///
    /// As far as the goal reaches, the first without one, of a shared sample first those that fall to this reviewer, then
    /// what others have left there; then those that were passed over, each in its turn, since nothing behind them counts
    /// without them. Beyond the goal likewise, as many items as the goal is at a time.
    mutating func nextPlace() -> Int? {
        while frontier < items.count, isDone(items[frontier]) {
            if copied.remove(items[frontier]) != nil { answered.insert(items[frontier]) }
            frontier += 1
        }
        let near = frontier..<max(frontier, reach)
        let isOpen = { [answered, covered, copied, skipped] (item: UInt32) in
            !answered.contains(item) && !covered.contains(item) && !copied.contains(item) && !skipped.contains(item)
        }
        if let dealt, let mine = near.first(where: { dealt.contains(items[$0]) && isOpen(items[$0]) }) { return mine }
        if let open = near.first(where: { isOpen(items[$0]) }) { return open }
        let passed = near.filter { !isDone(items[$0]) }
        for item in skipped {
            if let place = passed.first(where: { items[$0] == item }) { return place }
        }
        return passed.first
    }

    /// When an item that was passed over comes again.
    public var comesBack: String {
        toGo > 0 || !hasOthersBeforeGoal ? "it comes back before the goal" : "it comes back soon"
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

    /// Shares an estimation queue out among all who have given answers.
    ///
    /// - Complexity: O(items × reviewers).
    mutating func share(_ verdicts: VerdictState) {
        guard case .estimation = kind, numbers.count == items.count else { return }
        let reviewers = verdicts.record.reviewers.union([verdicts.reviewer])
        guard reviewers.count > 1 else { return }
        var dealt: Set<UInt32> = []
        var covered: Set<UInt32> = []
        for (item, number) in zip(items, numbers) {
            if overlap.isForAll(number: number) {
                dealt.insert(item)
                continue
            }
            if QueueOverlap.owner(number: number, among: reviewers) == verdicts.reviewer { dealt.insert(item) }
            guard !answered.contains(item), let said = verdicts.record(of: item) else { continue }
            let others = said.sampleAnswers(drawnWith: seed).filter {
                $0.reviewer != verdicts.reviewer && $0.verdict.answer != .skip
            }
            if !others.isEmpty { covered.insert(item) }
        }
        self.dealt = dealt
        self.covered = covered
        frontier = 0
    }
}

/// What a queue can be opened for.
public enum QueueChoice: Hashable, CaseIterable, Sendable {
    /// A sample of a bucket, blind.
    case estimation(Bucket)
    /// The items nearest to the chosen threshold, from both sides in turn.
    case hunt
    /// The list as it stands on the screen, from the cursor on.
    case list
    /// What the search found, in the list's order.
    case hits
    /// What reviewers disagree on.
    case disputed

    public static let allCases: [QueueChoice] = [
        .estimation(.accepted), .estimation(.adversarial), .estimation(.discarded), .hunt, .list, .hits, .disputed,
    ]
}

/// Order a bucket, or find what lies nearest to a threshold.
public enum QueueRequest: Hashable, Sendable {
    case estimation(Bucket, Thresholds, seed: UInt64, limit: Int)
    case hunt(ThresholdName, Thresholds, limit: Int)
    case list(ItemListQuery, from: Int, limit: Int)

    /// Items at most.
    public var limit: Int {
        switch self {
        case .estimation(_, _, _, let limit), .hunt(_, _, let limit), .list(_, _, let limit): limit
        }
    }
}

/// A queue as a worker found it.
public enum QueueFindings: Hashable, Sendable {
    case estimation(EstimationQueue)
    /// Items in order, and how many there are in all.
    case items([UInt32], size: Int)
    /// It could not be found, and why.
    case failed(String)
}
