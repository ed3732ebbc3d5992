public import RoundModel

/// The list of items, or of invalid rows.
public struct ListState: Sendable {
    public var tab: ListTab
    public var order: ItemOrder
    public var descending: Bool
    /// The items of the newest finished listing, in order, and what it was asked for.
    public var items: [UInt32]
    public var listed: ItemListQuery?
    /// The row under the cursor and the first one on the screen, from 0.
    public var cursor: Int
    public var top: Int
    /// Texts by item, for what is on the screen and its surroundings.
    public var texts: [UInt32: TextResult]
    /// Texts of invalid rows by their number.
    public var invalidTexts: [Int: TextResult]

    public init() {
        tab = .moved
        order = .distance
        descending = false
        items = []
        cursor = 0
        top = 0
        texts = [:]
        invalidTexts = [:]
        tab = .bucket(.accepted)
    }

    /// The item under the cursor; nil on the tab of invalid rows and in an empty list.
    public var selectedItem: UInt32? {
        guard tab != .invalid, items.indices.contains(cursor) else { return nil }
        return items[cursor]
    }
}

/// What the list shows.
public enum ListTab: Hashable, CaseIterable, Sendable {
    case bucket(Bucket)
    case moved
    case invalid

    public static let allCases: [ListTab] = [
        .bucket(.adversarial), .bucket(.accepted), .bucket(.discarded), .moved, .invalid,
    ]

    /// The members of the list, where it is one of items.
    public var members: ItemListQuery.Members? {
        switch self {
        case .bucket(let bucket): .bucket(bucket)
        case .moved: .moved
        case .invalid: nil
        }
    }

    public var title: String {
        switch self {
        case .bucket(let bucket): bucket.name
        case .moved: "moved"
        case .invalid: "invalid"
        }
    }
}

/// A text that was asked for.
public enum TextResult: Hashable, Sendable {
    case item(ItemText)
    /// The bytes of an invalid row, or their beginning.
    case row([UInt8])
    /// Why it could not be read.
    case failed(String)
}

/// The reading pane.
public struct ReadingState: Hashable, Sendable {
    /// The first line shown.
    public var scroll = 0
    /// True while the pane takes the list's place, where there is no room for both.
    public var isOpen = false

    public init() {}
}
