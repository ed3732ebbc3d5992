public import DensityPlot
public import RoundModel

/// What has been asked of the workers, so that nothing is asked twice and late answers are known.
public struct Requests: Sendable {
    /// The count that was asked for last, whether or not it has come; nil before the first.
    public internal(set) var count: CountRequest?
    /// The plot that was asked for last, likewise.
    public internal(set) var grid: GridRequest?
    /// The categories of its cells that were asked for last, likewise.
    public internal(set) var layer: LayerRequest?
    /// The list that was asked for last.
    public internal(set) var list = Asked<ListRequest>()
    /// The search and item whose marks were asked for last.
    public internal(set) var marks = Asked<TextMarks>()
    /// The step to a hit that was asked for last, until it is there.
    public internal(set) var hit: HitRequest?
    /// Searches so far; the number of the newest.
    public internal(set) var searches = 0
    /// The items that an index was asked for last, likewise.
    public internal(set) var index: Revision?
    /// The round whose contents were asked for last.
    public internal(set) var content = Asked<Int>()
    /// Verdicts on many items so far; the number of the newest.
    public internal(set) var bulks = 0
    /// Tickets so far.
    var tickets = 0
    /// What the newest counts answer.
    public internal(set) var counted: CountRequest?
    /// The queue that was asked for last.
    public internal(set) var queue = Asked<QueueRequest>()
    /// The plan or sample that was asked for last.
    public internal(set) var certificate = Asked<CertificateRequest>()
    /// An item to have under the cursor with the next list, wherever the cursor is.
    public internal(set) var follow: UInt32?
    /// That item, once the list with it is on its way.
    public internal(set) var followed: UInt32?
    /// The filter whose items were asked for last.
    public internal(set) var filter = Asked<FilterRequest>()
    /// Answers about filters so far.
    var filterAnswers = 0
    /// The round whose fields were asked for last, and the one whose facets were.
    public internal(set) var fields = Asked<Int>()
    public internal(set) var facets = Asked<Int>()
    /// The facet that was asked for last.
    public internal(set) var facet = Asked<FacetRequest>()
    /// Items whose texts are on their way.
    public internal(set) var texts: Set<UInt32> = []
    /// Numbers of the invalid rows whose texts are on their way.
    public internal(set) var invalidTexts: Set<Int> = []
    /// The settings that an export was previewed for last.
    public internal(set) var preview = Asked<ExportSettings>()
    /// What a move began from, until its counts are there and the message about it can be made.
    public internal(set) var announce: MoveStart?

    public init() {}

    /// Forgets what was asked about items that have other numbers now.
    mutating func forgetItems() {
        var fresh = Requests()
        (fresh.searches, fresh.bulks, fresh.tickets) = (searches, bulks, tickets)
        (fresh.filterAnswers, fresh.announce) = (filterAnswers, announce)
        (fresh.count, fresh.counted) = (count, counted)
        self = fresh
    }

    /// A ticket for a job on a round that no other has.
    mutating func ticket(round: Int) -> Ticket {
        tickets += 1
        return Ticket(round: round, number: tickets)
    }
}

/// The thresholds before a move, and the counts at them where they were known.
public struct MoveStart: Hashable, Sendable {
    /// How thresholds come to move.
    public enum Manner: Sendable {
        /// Made anew, taken back, or made again after that.
        case made, undone, redone
    }

    /// The manner of all of the moves.
    public internal(set) var manner: Manner
    /// The thresholds that the first of the moves began from.
    public internal(set) var thresholds: Thresholds
    /// What the buckets held there; nil where no count for these thresholds had come yet.
    public internal(set) var counts: BucketCounts?
}

/// Count the items of a revision.
public struct CountRequest: Hashable, Sendable {
    /// The items to count.
    public internal(set) var revision: Revision
    /// The thresholds to count with.
    public internal(set) var thresholds: Thresholds
    /// The thresholds that flows start from.
    public internal(set) var baseline: Thresholds
}

/// Bin the items of a revision.
public struct GridRequest: Hashable, Sendable {
    /// The items to bin.
    public internal(set) var revision: Revision
    /// What the dots are pieces of.
    public internal(set) var axes: PlotAxes
    /// Dots across, above 0.
    public internal(set) var columns: Int
    /// Dots up, above 0.
    public internal(set) var rows: Int
}

/// List items of a revision.
public struct ListRequest: Hashable, Sendable {
    /// The items that can be on the list.
    public internal(set) var revision: Revision
    /// Which items, and in which order.
    public internal(set) var query: ItemListQuery
    /// The rows that are wanted, from 0; some more than are on the screen, so that not every key asks for others.
    public internal(set) var rows: Range<Int>
    /// An item whose place is wanted, and the rows about it rather than `rows` where it has one; nil for none.
    public internal(set) var follow: UInt32?

    /// Rows that are asked for beyond the screen, on either side.
    static let margin = 500

    /// True where this is about the same list, whichever rows of it.
    func isSameList(as other: ListRequest?) -> Bool { revision == other?.revision && query == other?.query }
}

/// Tells apart the items that results were made from.
public struct Revision: Hashable, Sendable {
    /// The snapshot, as in `RoundState.revision`.
    public internal(set) var round: Int
    /// The search whose hits are shown alone, and how far it had come; 0 where all items are.
    public internal(set) var search = 0
    public internal(set) var hits = 0
    /// For the list of marked items: one more than how often marks had changed; 0 for all others.
    public internal(set) var marks = 0
    /// Which answer about the filter in force they are; 0 where there is none.
    public internal(set) var filter = 0
    /// How often verdicts had changed; 0 for what does not depend on them.
    public internal(set) var verdicts = 0

    /// All items of a snapshot.
    public init(round: Int) { self.round = round }
}

/// Find the next hit in a list.
public struct HitRequest: Hashable, Sendable {
    /// The items that can be on the list.
    public internal(set) var revision: Revision
    /// The list.
    public internal(set) var query: ItemListQuery
    /// The item to start from; nil for the list's beginning or end.
    public internal(set) var item: UInt32?
    /// True for towards the end.
    public internal(set) var forward: Bool
}
