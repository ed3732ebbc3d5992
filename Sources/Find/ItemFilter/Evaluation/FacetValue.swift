public import RoundModel

/// One value of a field with few values, and the items that have it.
public struct FacetValue: Hashable, Sendable {
    /// The value's bytes, which may be no valid UTF-8; nil for the items that have none.
    public var value: [UInt8]?
    /// The items by bucket.
    public var counts: BucketCounts

    public init(value: [UInt8]?, counts: BucketCounts) {
        self.value = value
        self.counts = counts
    }

    /// In the order in which they are shown everywhere: the most frequent first, of equals by their bytes, no value last.
    ///
    /// - Complexity: O(values log values).
    public static func sorted(_ values: [FacetValue]) -> [FacetValue] {
        values.sorted { one, other in
            guard let left = one.value, let right = other.value else { return one.value != nil }
            if one.counts.total != other.counts.total { return one.counts.total > other.counts.total }
            return left.lexicographicallyPrecedes(right)
        }
    }
}
