public import RoundModel
public import Verdicts

/// The verdicts on this round, and the file that keeps them.
public struct VerdictState: Sendable {
    /// Who is at the keys.
    public var reviewer: String
    /// Everything that was ever said, and what of it holds.
    public internal(set) var record = ReviewRecord()
    /// The items of this round that have contents with a verdict, ascending; a content may have several.
    public internal(set) var items: [ItemDigest: [UInt32]] = [:]
    /// The contents of those items.
    public internal(set) var digests: [UInt32: ItemDigest] = [:]
    /// The items about which something was said that holds.
    var spoken: Set<UInt32> = []
    /// Contents with a verdict that no item of this round has; filled once all items were looked at.
    public internal(set) var missing: [ItemDigest] = []
    /// Contents with a verdict that are still to be found where they stood.
    var unmatched: [ItemDigest: RowPlace] = [:]
    /// Contents of which copies are still to be looked for.
    var uncopied: Set<ItemDigest> = []
    /// The items that verdicts put elsewhere than the rule does.
    public internal(set) var judged: JudgedItems?
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
    /// Seconds of a clock that cannot be set, as of the present action.
    public var clock: Double = 0
    /// Milliseconds since 1970, likewise, for people to read.
    public var time = 0
    /// The item whose text is before the reviewer's eyes, and since when.
    var shown: (item: UInt32, since: Double)?
    /// The newest message about a verdict, to be told when it is on the disk.
    var said: (id: EntryID, text: String)?

    private let writer: UInt64
    private var turn: UInt32 = 0

    /// - Parameter writer: a number that no other run of the program has.
    public init(reviewer: String = "", writer: UInt64 = 0, file: ReviewFile = .none) {
        self.reviewer = reviewer
        self.writer = writer
        self.file = file
    }

    /// What is known about an item; nil where nobody has said anything.
    public func record(of item: UInt32) -> ItemRecord? {
        digests[item].flatMap { record.items[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Contents with something said about them that holds.
    public var count: Int { record.items.values.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) } }

    /// Items of this round about which something was said that holds.
    public var itemCount: Int { spoken.count }

    /// Notes whether something is said about an item that holds.
    mutating func noteSpoken(_ item: UInt32) {
        if record(of: item) == nil { spoken.remove(item) } else { spoken.insert(item) }
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
    public var path: String
    /// What the estimation queue is drawn with.
    public var seed: UInt64
    /// The journal, in order.
    public var entries: [JournalEntry]
    /// Where it was left off; nil for a new one.
    public var place: ReviewPlace?
    /// What there is to say about the file, such as why it lies elsewhere; nil for nothing.
    public var remark: String?

    public init(
        path: String,
        seed: UInt64,
        entries: [JournalEntry] = [],
        place: ReviewPlace? = nil,
        remark: String? = nil
    ) {
        self.path = path
        self.seed = seed
        self.entries = entries
        self.place = place
        self.remark = remark
    }
}
