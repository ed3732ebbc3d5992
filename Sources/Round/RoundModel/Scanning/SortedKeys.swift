/// Items by a key each, such as a digest of their prompt.
public enum SortedKeys {
    /// The items by ascending key, those with equal keys as in the round.
    ///
    /// - Parameter keys: one an item, in the order of the round.
    /// - Complexity: O(n); holds 32 bytes an item meanwhile.
    public static func items(by keys: [UInt64]) -> [UInt32] {
        var entries = keys.enumerated().map { ItemEntry(bits: $1, item: UInt32(truncatingIfNeeded: $0)) }
        var sorter = EntrySort()
        sorter.sort(&entries)
        return entries.map(\.item)
    }
}
