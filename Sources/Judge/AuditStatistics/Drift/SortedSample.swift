/// Values in ascending order: what two rounds are compared by.
public struct SortedSample: Hashable, Sendable {
    /// Ascending, finite, at least one.
    public let values: [Double]

    /// - Parameter values: in any order, finite, at least one.
    /// - Complexity: O(n log n); O(n) where they are sorted already.
    public init(_ values: [Double]) throws(AuditError) {
        try Check.finite(values, .scores)
        let isSorted = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
        self.values = isSorted ? values : values.sorted()
    }

    /// The number of values.
    public var count: Int { values.count }

    /// A quantile by linear interpolation (Hyndman and Fan 1996, type 7).
    ///
    /// - Parameter fraction: taken as the nearer of 0 and 1 where it lies outside.
    public func quantile(_ fraction: Double) -> Double {
        let place = min(1, max(0, fraction)) * Double(count - 1)
        let low = Int(place)
        let high = min(low + 1, count - 1)
        return values[low] + (place - Double(low)) * (values[high] - values[low])
    }

    /// The values below a threshold: the rule's strict comparison.
    ///
    /// - Complexity: O(log n).
    public func below(_ threshold: Double) -> Int { firstPlace { $0 >= threshold } }

    /// The values not above a threshold.
    func upTo(_ threshold: Double) -> Int { firstPlace { $0 > threshold } }

    private func firstPlace(where holds: (Double) -> Bool) -> Int {
        MonotoneSearch.first(in: 0...(count - 1)) { holds(values[$0]) } ?? count
    }
}
