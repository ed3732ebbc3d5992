/// Tells repeats from first items while a pass goes over a round in its order.
public struct CopyCursor: Sendable {
    @usableFromInline let keys: ContentKeys
    @usableFromInline var place: Int
    /// The next item that repeats an earlier one; beyond all items where there is none.
    @usableFromInline var next: Int

    /// - Parameter first: the first item that will be asked for, from 0.
    /// - Complexity: O(log copies).
    @inlinable
    public init(_ keys: ContentKeys, from first: Int) {
        self.keys = keys
        place = keys.firstCopy(from: first)
        next = place < keys.copies.count ? Int(keys.copies[place].item) : .max
    }

    /// The nearest item before one with the same content; nil for the first of the round. Items are asked for in ascending
    /// order.
    ///
    /// - Complexity: O(1), and O(repeats passed since the last item).
    @inlinable @inline(__always)
    public mutating func previous(of item: Int) -> Int? {
        if item < next { return nil }
        return passed(item)
    }

    @usableFromInline
    mutating func passed(_ item: Int) -> Int? {
        var found: Int?
        while next <= item {
            if next == item { found = Int(keys.copies[place].previous) }
            place += 1
            next = place < keys.copies.count ? Int(keys.copies[place].item) : .max
        }
        return found
    }
}
