public import RoundModel
public import Verdicts

/// The verdicts on this round, and the file that keeps them.
public struct VerdictState: Sendable {
    /// Who is at the keys.
    public internal(set) var reviewer: String
    /// Everything that was ever said, and what of it holds.
    public internal(set) var record = ReviewRecord()
    /// Changes whenever `judged` or the items with a verdict do.
    public internal(set) var revision = 0
    /// Its way to the file.
    var keeping: KeepingState
    /// Which items of this round it is about.
    var matching = MatchingState()
    /// What of it a worker takes over.
    var folding = FoldingState()
    /// Tickets so far.
    private var tickets = 0
    /// Where to go on from, until all rows are there.
    var resuming: ReviewPlace?
    /// The item whose text is before the reviewer's eyes, and since when.
    var shown: (item: UInt32, since: Double)?
    /// The item that the last key judged, where it led on to another one: until something else is done, a note is for it.
    var justJudged: UInt32?
    /// The names of items that were judged in this run, whose rows may have left memory since.
    var names: [UInt32: ItemName] = [:]

    /// - Parameter writer: a number that no other run of the program has.
    public init(reviewer: String = "", writer: UInt64 = 0, file: ReviewFileState = .none) {
        self.reviewer = reviewer
        keeping = KeepingState(writer: writer, file: file)
    }

    /// The file.
    public var file: ReviewFileState { keeping.file }
    /// What has happened and is not on the disk yet, in order.
    public var waiting: [JournalEntry] { keeping.waiting }
    /// Which items of this round the verdicts are on.
    var matched: MatchedVerdicts { matching.matched }
    /// The items of this round that have contents with a verdict, ascending; a content may have several.
    public var items: SharedMap<ItemDigest, [UInt32]> { matched.items }
    /// The contents of those items.
    public var digests: SharedMap<UInt32, ItemDigest> { matched.digests }
    /// Contents with a verdict that no item of this round has; filled once all items were looked at.
    public var missing: [ItemDigest] { matched.missing }
    /// The items with a ruling; nil for none.
    public var judged: JudgedItems? { matched.judged }

    /// What samples of the buckets are drawn with; nil where nothing is kept.
    var sampleSeed: UInt64? { file.seed.map(record.sampleSeed) }

    /// All of it, as the round has it; to be asked at once and not to be kept, since what is kept is copied when it changes.
    ///
    /// - Complexity: O(1).
    func round(in columns: ScoreColumns) -> JudgedRound {
        JudgedRound(record, seed: file.seed ?? 0, in: columns, keys: nil, matched: matched)
    }

    /// What is known about an item; nil where nobody has said anything.
    public func record(of item: UInt32) -> ItemRecord? {
        digests[item].flatMap { record.items[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Items of this round about which something was said that holds.
    public var itemCount: Int { matched.spoken.count }

    /// True while entries with many verdicts are taken over: others wait for them.
    public var isTakingOver: Bool { folding.isUnderWay }

    /// Verdicts that an entry may have to be taken over at once.
    static let lightest = 2_000

    /// A ticket for a job on a round that no other has.
    mutating func ticket(round: Int) -> Ticket {
        tickets += 1
        return Ticket(round: round, number: tickets)
    }
}
