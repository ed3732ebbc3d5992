/// The place of every item of a round in an order by one field: equal values have one place.
///
/// Four bytes an item. Numbers come first, by value, then texts, by their bytes.
public final class ItemRanks: Sendable {
    /// The place of each item, from 0; `none` for items without a value.
    public let places: [UInt32]
    /// How many different values there are.
    public let count: Int

    /// What stands for no value: behind all places.
    public static let none = UInt32.max

    public init(places: [UInt32], count: Int) { (self.places, self.count) = (places, count) }

    /// Puts the values of all items in order, of texts as far as `SortKeys.longestText`.
    ///
    /// - Parameters:
    ///   - keys: of all items, in the order of the round.
    ///   - isCancelled: asked now and then whether anybody still wants it.
    /// - Returns: nil where nobody does.
    /// - Complexity: O(n) for each eight bytes in which texts agree; holds 36 bytes an item for a time.
    public convenience init?(_ keys: [SortKeys], isCancelled: () -> Bool = { false }) {
        guard let sorted = ValueSort(keys).places(isCancelled) else { return nil }
        self.init(places: sorted.places, count: sorted.count)
    }

    /// The place in a list, from 0; what has no value stands last, whichever way round the list is.
    @inline(__always)
    func place(of item: Int, descending: Bool) -> UInt32 {
        guard item < places.count else { return Self.none }
        let place = places[item]
        return place == Self.none || !descending ? place : UInt32(count) - 1 - place
    }
}

extension ItemRanks: Hashable {
    /// The same, not one like it: there are millions of places.
    public static func == (one: ItemRanks, other: ItemRanks) -> Bool { one === other }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
