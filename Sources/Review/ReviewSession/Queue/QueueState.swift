public import ReviewAudit
public import RoundModel
public import Verdicts

/// Items to be judged one after the other, the text large and the keys few.
public struct QueueState: Hashable, Sendable {
    /// What the answers will count for.
    public let kind: ReviewQueue
    /// What it goes over, for people: `accepted`, `near θ safety`.
    public let title: String
    /// The items, in the order in which they are to be judged.
    public let items: [UInt32]
    /// The draws of a sample's items; empty for others.
    public let numbers: [Double]
    /// What those were drawn with.
    public let seed: UInt64
    /// The items it is drawn from: those of the bucket, or as many as there are.
    public let size: Int
    /// The same with copies, which a sample leaves out.
    public let rows: Int
    /// How a sample is drawn more densely near the lines; nil for others.
    public let density: Density?
    /// True where scores, call and other people's verdicts stay hidden until the answer is in.
    public let isBlind: Bool
    /// Answers that are wanted, from 1.
    public let goal: Int
    /// When the sitting began, by the session's clock.
    public let began: Double
    /// The place of the present item in `items`.
    public private(set) var at = 0
    /// The items that have an answer of this reviewer, or had one before the queue was opened.
    public private(set) var answered: Set<UInt32>
    /// Items that somebody else has answered and that need no second answer.
    public private(set) var covered: Set<UInt32> = []
    /// True while nobody has answered any of its items.
    var isUntouched: Bool { answered.isEmpty && covered.isEmpty }
    /// The items of an estimation queue that are dealt to this reviewer or given to everyone; nil where all are.
    private var dealt: Set<UInt32>?
    /// For items of a sample whose content others of it have: those others. One answer is for all of them.
    private var copies: [UInt32: [UInt32]] = [:]
    /// Items that have the answer of a copy, and whose turn has not come yet: only then do they count as checked.
    private(set) var copied: Set<UInt32> = []
    /// Every place before it has an answer.
    private(set) var frontier = 0
    /// Those that were passed over, in that order: they come again before the goal.
    public private(set) var skipped: [UInt32] = []
    /// The items that come a second time; nil where nobody asked for that.
    private(set) var repeats: QueueRepeats?
    /// True after the last answer, until somebody goes back: a key too many must not change that answer.
    private(set) var isFinished = false
    /// The answers of this sitting, the latest last.
    public private(set) var given: [Given] = []

    /// How a sample is drawn more densely near the lines.
    public struct Density: Hashable, Sendable {
        /// The rule.
        public let design: SampleDesign
        /// Those of the items it is drawn from that are near.
        public let near: Int
    }

    /// An answer of this sitting.
    public struct Given: Hashable, Sendable {
        public let item: UInt32
        public let answer: Answer
        /// The rule's call.
        public let bucket: Bucket
        public let scores: Scores
        public let entry: EntryID
        public let time: Double
        /// True where the item came a second time.
        public let isRepeat: Bool
    }

    /// - Parameter answered: the items that count as answered from the first.
    /// - Precondition: `items` is not empty.
    init(
        kind: ReviewQueue,
        title: String,
        items: [UInt32],
        numbers: [Double] = [],
        seed: UInt64 = 0,
        size: Int,
        rows: Int? = nil,
        density: Density? = nil,
        isBlind: Bool,
        goal: Int,
        began: Double,
        answered: Set<UInt32> = [],
        repeatsSome: Bool = false
    ) {
        self.kind = kind
        self.title = title
        self.items = items
        self.numbers = numbers
        self.seed = seed
        self.size = size
        self.rows = rows ?? size
        self.density = density
        self.isBlind = isBlind
        self.goal = goal
        self.began = began
        self.answered = answered
        if repeatsSome { repeats = QueueRepeats() }
    }

    // MARK: Beginning

    /// Counts what this reviewer has said of the items before.
    ///
    /// - Complexity: O(items).
    mutating func countAnswers(_ verdicts: VerdictState) {
        answered = Set(
            items.filter { item in
                guard let answer = verdicts.record(of: item)?.answer(of: verdicts.reviewer),
                    answer.verdict.answer != .skip
                else { return false }
                // What was said with the scores in sight is no part of a sample.
                guard case .estimation = kind else { return true }
                if case .estimation = answer.verdict.queue { return true }
                return answer.verdict.queue == .certificate && answer.verdict.draw?.seed == seed
            }
        )
    }

    /// Has some of what this reviewer judged earlier come again, too.
    ///
    /// - Complexity: O(items).
    mutating func findRepeats(_ verdicts: VerdictState) {
        guard repeats != nil else { return }
        for (item, number) in zip(items, numbers)
        where answered.contains(item) && QueueRepeats.isChosen(number: number)
            && verdicts.record(of: item)?.isRepeated(by: verdicts.reviewer) == false
        {
            repeats?.add(earlier: item)
        }
    }

    /// Finds the items of a sample that hold the same.
    ///
    /// - Complexity: O(items).
    mutating func findCopies(_ content: ContentKeys) {
        guard !numbers.isEmpty, content.repeats > 0, items.allSatisfy({ Int($0) < content.count }) else { return }
        let same = Dictionary(grouping: items) { content[Int($0)] }
        for group in same.values where group.count > 1 {
            for item in group { copies[item] = group.filter { $0 != item } }
        }
    }

    /// Shares an estimation queue out among all who have given answers.
    ///
    /// - Complexity: O(items × reviewers).
    mutating func share(_ verdicts: VerdictState, _ overlap: QueueOverlap) {
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

    // MARK: Going through it

    /// Goes to what is to be judged next.
    ///
    /// - Returns: false where nothing is; then it stays where it is.
    mutating func goOn() -> Bool {
        if let again = repeats?.next(), let place = items.firstIndex(of: again) {
            at = place
            return true
        }
        guard let next = nextPlace() else { return false }
        at = next
        return true
    }

    /// Goes to a place that somebody asks for.
    mutating func go(to place: Int) {
        repeats?.postpone()
        at = place
        isFinished = false
    }

    /// Notes an answer to the present item, and goes on.
    mutating func note(_ verdict: Verdict, _ entry: EntryID, at time: Double) {
        let present = item
        given.append(
            Given(
                item: present,
                answer: verdict.answer,
                bucket: verdict.bucket,
                scores: verdict.scores,
                entry: entry,
                time: time,
                isRepeat: isRepeating
            )
        )
        if isRepeating { repeats?.end() } else { answer(present, verdict.answer, at: at) }
        isFinished = !goOn()
    }

    /// Notes an answer to an item that was not there for the second time.
    private mutating func answer(_ item: UInt32, _ said: Answer?, at place: Int) {
        take(said, on: item)
        guard said != nil, said != .skip else { return }
        let isChosen = numbers.indices.contains(place) && QueueRepeats.isChosen(number: numbers[place])
        repeats?.answered(item, isChosen: isChosen)
    }

    /// Takes an answer that was taken back and holds again, and goes on.
    ///
    /// - Parameter isRepeat: whether it was to the item's coming a second time.
    mutating func answerAgain(_ item: UInt32, _ said: Answer?, isRepeat: Bool) {
        guard let place = items.firstIndex(of: item) else { return }
        if isRepeat {
            repeats?.bringBack(item)
            repeats?.end()
        } else {
            repeats?.postpone()
            answer(item, said, at: place)
        }
        at = place
        isFinished = !goOn()
    }

    /// True for an entry that is an answer to an item that came a second time.
    func isRepeat(_ entry: EntryID) -> Bool { given.last { $0.entry == entry }?.isRepeat == true }

    /// Has the item before the reviewer again whose second answer was taken back.
    mutating func repeatAgain(_ item: UInt32) {
        guard let place = items.firstIndex(of: item) else { return }
        repeats?.bringBack(item)
        at = place
        isFinished = false
    }

    /// Notes what this reviewer says of an item now; nil for nothing.
    mutating func take(_ said: Answer?, on item: UInt32) {
        if said == nil || said == .skip { repeats?.drop(item) }
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

    /// The place of the next item to be judged; nil where none needs an answer.
    ///
    /// As far as the goal reaches, the first without one, of a shared sample first those that fall to this reviewer, then
    /// what others have left there; then those that were passed over, each in its turn, since nothing behind them counts
    /// without them. Beyond the goal likewise, as many items as the goal is at a time.
    private mutating func nextPlace() -> Int? {
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
}
