public import RoundModel

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
