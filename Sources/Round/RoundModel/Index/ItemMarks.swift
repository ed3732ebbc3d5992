/// Some of a round's items, to which others come and from which they go: one bit an item up to the highest.
public struct ItemMarks: Hashable, Sendable {
    private var words: [UInt64] = []
    /// The number of items.
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// True where an item is among them.
    public func contains(_ item: UInt32) -> Bool {
        let word = Int(item / 64)
        return word < words.count && words[word] >> UInt64(item % 64) & 1 == 1
    }

    /// Takes an item in, or out.
    public mutating func set(_ item: UInt32, _ isMember: Bool) {
        let word = Int(item / 64)
        guard contains(item) != isMember else { return }
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
        words[word] ^= 1 << UInt64(item % 64)
        count += isMember ? 1 : -1
    }

    /// The lowest item; nil for none.
    public var first: UInt32? {
        words.firstIndex { $0 != 0 }.map { UInt32(64 * $0 + words[$0].trailingZeroBitCount) }
    }

    /// Those of them that are in another set as well; all of them for nil.
    ///
    /// - Parameter universe: the number of items of the round.
    /// - Complexity: O(universe / 64).
    public func set(within other: ItemSet?, universe: Int) -> ItemSet {
        guard let other else { return ItemSet(words: words, universe: universe) }
        return ItemSet(words: zip(words, other.words).map { $0 & $1 }, universe: universe)
    }
}
