public import RoundModel

/// One value of a field with few values, or a range of its numbers, and the items that have it.
public struct FacetValue: Hashable, Sendable {
    /// The value's bytes, which may be no valid UTF-8, or the title of the range; nil for the items that have none.
    public var value: [UInt8]?
    /// The range of numbers that it stands for; nil for a value.
    public var bin: NumberBin?
    /// The items by bucket.
    public var counts: BucketCounts

    public init(value: [UInt8]?, bin: NumberBin? = nil, counts: BucketCounts) {
        self.value = value
        self.bin = bin
        self.counts = counts
    }

    /// In the order in which they are shown everywhere: ranges from the lowest, values the most frequent first, of equals
    /// by their bytes, no value last.
    ///
    /// - Complexity: O(values log values).
    public static func sorted(_ values: [FacetValue]) -> [FacetValue] {
        values.sorted { one, other in
            guard let left = one.value, let right = other.value else { return one.value != nil && other.value == nil }
            if let one = one.bin, let other = other.bin { return one.number < other.number }
            if one.counts.total != other.counts.total { return one.counts.total > other.counts.total }
            return left.lexicographicallyPrecedes(right)
        }
    }
}
