public import RoundModel

/// What a search has found so far.
public struct SearchSnapshot: Sendable {
    /// The items whose prompt or response holds a match, of those that were looked at.
    public var hits: ItemSet
    /// How many items were looked at: those from where the search started on, going round at the end.
    public var scannedItems: Int
    /// The bytes of their rows, with what stands between them.
    public var scannedBytes: Int
    /// The bytes that there are to go over.
    public var totalBytes: Int

    /// The number of items found.
    public var count: Int { hits.count }
    /// True where every item was looked at.
    public var isComplete: Bool { scannedItems == hits.universe }
    /// The share of the round that was gone over, 0 to 1.
    public var fraction: Double {
        isComplete ? 1 : totalBytes > 0 ? min(1, Double(scannedBytes) / Double(totalBytes)) : 0
    }
}
