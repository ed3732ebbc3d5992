public import RoundModel

/// List items of a revision.
public struct ListRequest: Hashable, Sendable {
    /// The items that can be on the list.
    public let revision: Revision
    /// Which items, and in which order.
    public let query: ItemListQuery
    /// The rows that are wanted, from 0; some more than are on the screen, so that not every key asks for others.
    public let rows: Range<Int>
    /// An item whose place is wanted, and the rows about it rather than `rows` where it has one; nil for none.
    public internal(set) var follow: UInt32?

    /// Rows that are asked for beyond the screen, on either side.
    static let margin = 500

    /// True where this is about the same list, whichever rows of it.
    func isSameList(as other: ListRequest?) -> Bool { revision == other?.revision && query == other?.query }
}
