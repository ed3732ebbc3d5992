public import RoundModel
internal import Verdicts

/// The list of items, or of invalid rows.
public struct ListState: Sendable {
    /// Which list is shown.
    public internal(set) var tab: ListTab
    /// The order of items; invalid rows always stand as in the round.
    public internal(set) var order: ItemOrder
    /// True where that order is turned round.
    public internal(set) var descending: Bool
    /// The rows of the newest finished listing that are at hand; empty until one is there.
    public internal(set) var window: ItemListWindow
    /// What `window` was asked for; nil until a listing is there. It may lag behind the thresholds for a moment.
    public internal(set) var listed: ListRequest?
    /// The row under the cursor, from 0; 0 in an empty list.
    public internal(set) var cursor: Int
    /// The first row on the screen, from 0.
    public internal(set) var top: Int
    /// Texts of invalid rows by their number in the report, from 0.
    public internal(set) var invalidTexts: [Int: TextResult]

    /// True once a person has chosen a list; until then one with items is shown.
    public internal(set) var isChosen = false
    /// The items and thresholds at which somebody judged in the list last; nil before that.
    ///
    /// While they stay, so does the list, also when the verdict empties it: a count that happens to come would put the next
    /// verdict on an item of another list.
    var judgedIn: CountRequest?
    /// The rows that were asked for last.
    var asked = Asked<ListRequest>()
    /// An item to have under the cursor with the next rows, wherever the cursor is.
    var follow: UInt32?
    /// That item, once the rows with it are on their way.
    var followed: UInt32?
    /// Numbers of the invalid rows whose texts are on their way.
    var askedInvalidTexts: Set<Int> = []

    public init() {
        tab = .bucket(.accepted)
        order = .distance
        descending = false
        window = ItemListWindow()
        cursor = 0
        top = 0
        invalidTexts = [:]
    }

    /// The item under the cursor; nil on the tab of invalid rows, in an empty list, and while its row is on its way.
    public var selectedItem: UInt32? {
        tab == .invalid ? nil : window[cursor]
    }
}

/// What the list shows.
public enum ListTab: Hashable, CaseIterable, Sendable {
    /// The items of a bucket at the present thresholds.
    case bucket(Bucket)
    /// The items that are in another bucket than at the baseline.
    case moved
    /// The items that somebody said something about.
    case judged
    /// The items that were marked.
    case marked
    /// The invalid rows, which are no items.
    case invalid

    /// In the order of the tabs, from the left.
    public static let allCases: [ListTab] = [
        .bucket(.adversarial), .bucket(.accepted), .bucket(.discarded), .moved, .judged, .marked, .invalid,
    ]

    /// What an item must be to stand in the list; nil for invalid rows, which are no items.
    public var members: ItemListQuery.Members? {
        switch self {
        case .bucket(let bucket): .bucket(bucket)
        case .moved: .moved
        case .judged, .marked: .all
        case .invalid: nil
        }
    }

    /// One lower-case word for the tab and messages.
    public var title: String {
        switch self {
        case .bucket(let bucket): bucket.name
        case .moved: "moved"
        case .judged: "judged"
        case .marked: "marked"
        case .invalid: "invalid"
        }
    }
}

extension ListTab {
    /// What is kept of it where the review is left off.
    var kept: ReviewList {
        switch self {
        case .bucket(.adversarial): .adversarial
        case .bucket(.accepted): .accepted
        case .bucket(.discarded): .discarded
        case .moved: .moved
        case .judged: .judged
        case .marked: .marked
        case .invalid: .invalid
        }
    }

    /// The tab of a list that was kept.
    init(_ kept: ReviewList) {
        switch kept {
        case .adversarial: self = .bucket(.adversarial)
        case .accepted: self = .bucket(.accepted)
        case .discarded: self = .bucket(.discarded)
        case .moved: self = .moved
        case .judged: self = .judged
        case .marked: self = .marked
        case .invalid: self = .invalid
        }
    }
}

/// A text that was asked for.
public enum TextResult: Hashable, Sendable {
    /// A decoded item.
    case item(ItemText)
    /// The bytes of an invalid row, or their beginning.
    case row([UInt8])
    /// Why it could not be read.
    case failed(String)
}

/// The reading pane.
public struct ReadingState: Hashable, Sendable {
    /// The first line shown, from 0.
    public internal(set) var scroll = 0
    /// True while the pane takes the list's place, where there is no room for both.
    public internal(set) var isOpen = false
    /// True while movement keys go to it; else they go to the list.
    public internal(set) var hasFocus = false
    /// Where the search matches in the item under the cursor; nil until that is known, and where nothing is searched.
    public internal(set) var highlights: TextHighlights?
    /// The search and item whose highlights were asked for last.
    var askedHighlights = Asked<TextHighlights>()
    /// True where the first highlight is to be scrolled to once it is known.
    var seeksHighlight = false

    public init() {}
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
