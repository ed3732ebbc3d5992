public import RoundModel

/// Find the next hit in a list.
public struct HitRequest: Hashable, Sendable {
    /// The items that can be on the list.
    public let revision: Revision
    /// The list.
    public let query: ItemListQuery
    /// The item to start from; nil for the list's beginning or end.
    public let item: UInt32?
    /// True for towards the end.
    public let forward: Bool
}
