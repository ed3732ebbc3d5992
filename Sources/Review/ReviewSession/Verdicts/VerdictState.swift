public import RoundModel
public import Verdicts

/// The verdicts on this round, and the file that keeps them.
public struct VerdictState: Sendable {
    /// Who is at the keys.
    public internal(set) var reviewer: String
    /// Everything that was ever said, and what of it holds.
    public internal(set) var record = ReviewRecord()
    /// Which items of this round that is about.
    public internal(set) var matched = MatchedVerdicts()
    /// Contents that are still to be found where they stood; nil for all.
    var unmatched: Set<ItemDigest>? = []
    /// Contents of which copies are still to be looked for; nil for all.
    var uncopied: Set<ItemDigest>? = []
    /// The look through the round's items that is under way; nil for none.
    var matching: Ticket?
    /// Tickets so far.
    private var tickets = 0
    /// Where to go on from, until all rows are there.
    var resuming: ReviewPlace?
    /// Contents that were spoken of since that began, and the items that they are known to be.
    var spokenSince: [(digest: ItemDigest, item: UInt32?)] = []
    /// Entries with many verdicts that wait to be taken over.
    var heavy: [(entry: JournalEntry, placed: [UInt32: ItemDigest])] = []
    /// What came since a worker began to take some over; nil while none does.
    var takenSince: [JournalEntry]?
    /// What that worker has; nil while none does.
    var folding: Ticket?
    /// Changes whenever `judged` or the items with a verdict do.
    public internal(set) var revision = 0
    /// What has happened and is not on the disk yet, in order.
    public internal(set) var waiting: [JournalEntry] = []
    /// Those of it that were handed over.
    var sent: Set<EntryID> = []
    /// Those that a try failed with; they go again with the next thing that happens.
    var failed: Set<EntryID> = []
    /// The file.
    public internal(set) var file: ReviewFile
    /// The item whose text is before the reviewer's eyes, and since when.
    var shown: (item: UInt32, since: Double)?
    /// The round that the review was used with last, in words, where it is another; until that was said.
    var otherRound: String?
    /// The item that the last key judged, where it led on to another one: until something else is done, a note is for it.
    var justJudged: UInt32?
    /// The names of items that were judged in this run, whose rows may have left memory since.
    var names: [UInt32: ItemName] = [:]
    /// The newest message about a verdict, to be told when it is on the disk.
    var said: (id: EntryID, text: String)?
    /// What there is to say about the file, once that message is told.
    var arrival: String?

    private let writer: UInt64
    private var turn: UInt32 = 0

    /// - Parameter writer: a number that no other run of the program has.
    public init(reviewer: String = "", writer: UInt64 = 0, file: ReviewFile = .none) {
        self.reviewer = reviewer
        self.writer = writer
        self.file = file
    }

    /// The items of this round that have contents with a verdict, ascending; a content may have several.
    public var items: SharedMap<ItemDigest, [UInt32]> { matched.items }
    /// The contents of those items.
    public var digests: SharedMap<UInt32, ItemDigest> { matched.digests }
    /// Contents with a verdict that no item of this round has; filled once all items were looked at.
    public var missing: [ItemDigest] { matched.missing }
    /// The items with a ruling; nil for none.
    public var judged: JudgedItems? { matched.judged }

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
    public var isTakingOver: Bool { takenSince != nil || !heavy.isEmpty }

    /// Verdicts that an entry may have to be taken over at once.
    static let lightest = 2_000

    /// A ticket for a job on a round that no other has.
    mutating func ticket(round: Int) -> Ticket {
        tickets += 1
        return Ticket(round: round, number: tickets)
    }

    mutating func nextID() -> EntryID {
        turn += 1
        return EntryID(writer: writer, turn: turn)
    }
}

/// The file that a review is kept in.
public enum ReviewFile: Hashable, Sendable {
    /// Nothing is kept beyond this run.
    case none
    /// It is being looked for.
    case opening
    /// It is there, or will be with the first thing to keep; `seed` is what the estimation queue is drawn with.
    case open(path: String, seed: UInt64)
    /// It cannot be used, and why.
    case refused(String)
    /// What was handed over last could not be written, and why; it is tried again.
    case failing(path: String, seed: UInt64, String)

    /// What the estimation queue is drawn with; nil while there is no file.
    public var seed: UInt64? {
        switch self {
        case .open(_, let seed), .failing(_, let seed, _): seed
        case .none, .opening, .refused: nil
        }
    }
}

/// What a review's file held when it was opened.
public struct ReviewOpening: Sendable {
    /// The file, as a whole path; it may not be there before the first thing to keep.
    public internal(set) var path: String
    /// What the estimation queue is drawn with.
    public internal(set) var seed: UInt64
    /// What its journal comes to.
    public internal(set) var record: ReviewRecord
    /// Contents with something said about them that holds; nil for a file without entries.
    public internal(set) var count: Int?
    /// Where it was left off; nil for a new one.
    public internal(set) var place: ReviewPlace?
    /// What there is to say about the file, such as why it lies elsewhere; nil for nothing.
    public internal(set) var remark: String?

    /// - Parameter entries: the journal, in order.
    /// - Complexity: O(entries and their verdicts): not for the thread that owns the screen.
    public init(
        path: String,
        seed: UInt64,
        entries: some Sequence<JournalEntry> = [],
        place: ReviewPlace? = nil,
        remark: String? = nil
    ) {
        self.path = path
        self.seed = seed
        let record = ReviewRecord(entries)
        self.record = record
        count = record.isEmpty ? nil : record.items.values.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
        self.place = place
        self.remark = remark
    }
}
