/// Some of a round's items, such as those that a search found: one bit an item.
///
/// Immutable behind one reference, so that a set is handed about without a copy.
public final class ItemSet: Sendable {
    /// One bit an item, the lowest of the first word for item 0; bits behind `universe` are 0.
    let words: [UInt64]
    /// The number of items that could be members: those of the round.
    public let universe: Int
    /// The number of items that are.
    public let count: Int

    /// Takes the bits of members, 64 items a word from the lowest bit; missing words hold no member.
    ///
    /// - Parameter universe: the number of items of the round, from 0; bits behind it are dropped.
    /// - Complexity: O(universe / 64).
    public init(words: [UInt64], universe: Int) {
        let needed = (max(0, universe) + 63) / 64
        var words = Array(words.prefix(needed))
        words.append(contentsOf: repeatElement(0, count: needed - words.count))
        if universe % 64 != 0, let last = words.indices.last { words[last] &= (1 << UInt64(universe % 64)) - 1 }
        self.words = words
        self.universe = max(0, universe)
        count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    /// The items whose numbers are in `items`, in any order; numbers from `universe` on are dropped.
    ///
    /// - Complexity: O(items + universe / 64).
    public convenience init(_ items: some Sequence<UInt32>, universe: Int) {
        var words = [UInt64](repeating: 0, count: (max(0, universe) + 63) / 64)
        for item in items where Int(item) < universe { words[Int(item) / 64] |= 1 << UInt64(item % 64) }
        self.init(words: words, universe: universe)
    }

    /// The items of both sets.
    ///
    /// - Complexity: O(universe / 64).
    public func intersection(_ other: ItemSet) -> ItemSet {
        ItemSet(words: zip(words, other.words).map { $0 & $1 }, universe: min(universe, other.universe))
    }

    /// True where an item is a member; false for items that the round does not have.
    public func contains(_ item: Int) -> Bool {
        guard item >= 0, item < universe else { return false }
        return words[item / 64] >> UInt64(item % 64) & 1 == 1
    }

    /// Calls `body` with the members of a range of items, ascending.
    ///
    /// - Complexity: O(range / 64 + members in it).
    public func forEach(in range: Range<Int>, _ body: (Int) -> Void) {
        let range = range.clamped(to: 0..<universe)
        var start = range.lowerBound
        while start < range.upperBound {
            var bits = words[start / 64] >> UInt64(start % 64)
            let end = min(range.upperBound, start / 64 * 64 + 64)
            if end - start < 64 { bits &= (1 << UInt64(end - start)) - 1 }
            while bits != 0 {
                body(start + bits.trailingZeroBitCount)
                bits &= bits &- 1
            }
            start = end
        }
    }
}
