/// Values in ascending order: what two rounds are compared by.
public struct SortedSample: Hashable, Sendable {
    /// The values that occur, ascending, finite, at least one.
    public let values: [Double]
    /// How many lie up to each of them; nil where every one occurs once.
    private let ends: [UInt32]?

    /// - Parameter values: in any order, finite, at least one.
    /// - Complexity: O(n log n); O(n) where they are sorted already.
    public init(_ values: [Double]) throws(AuditError) {
        try Check.finite(values, .scores)
        try Check.count(values.count, .scores, within: 1...Int(UInt32.max))
        let isSorted = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
        let sorted = isSorted ? values : values.sorted()
        guard zip(sorted, sorted.dropFirst()).contains(where: { $0 == $1 }) else {
            (self.values, ends) = (sorted, nil)
            return
        }
        var (distinct, ends): ([Double], [UInt32]) = ([], [])
        for (place, value) in sorted.enumerated() {
            if distinct.last == value {
                ends[ends.count - 1] = UInt32(place + 1)
            } else {
                distinct.append(value)
                ends.append(UInt32(place + 1))
            }
        }
        (self.values, self.ends) = (distinct, ends)
    }

    /// - Parameters:
    ///   - values: ascending, none twice, finite, at least one.
    ///   - counts: how often each occurs, from 1.
    /// - Throws: `lengthsDiffer`, `notFinite`, `empty`, `outOfRange`.
    public init(_ values: [Double], counts: [Int]) throws(AuditError) {
        try Check.finite(values, .scores)
        try Check.sameCount(values.count, counts.count, .scores)
        var (ends, total): ([UInt32], Int) = ([], 0)
        ends.reserveCapacity(counts.count)
        for count in counts {
            try Check.count(count, .scores, within: 1...Int(UInt32.max) - total)
            total += count
            ends.append(UInt32(total))
        }
        guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .notFinite(.scores) }
        (self.values, self.ends) = (values, total == values.count ? nil : ends)
    }

    /// The number of values, repeated ones among them.
    public var count: Int { upTo(place: values.count - 1) }

    /// How many values lie up to one that occurs, by its place among them.
    public func upTo(place: Int) -> Int { ends.map { Int($0[place]) } ?? place + 1 }

    /// How often the value at a place among those that occur does.
    public func count(at place: Int) -> Int { upTo(place: place) - (place > 0 ? upTo(place: place - 1) : 0) }

    /// The value at a rank, from 0 below `count`.
    ///
    /// - Complexity: O(log n).
    public func value(atRank rank: Int) -> Double {
        guard let ends else { return values[rank] }
        return values[MonotoneSearch.first(in: 0...(values.count - 1)) { Int(ends[$0]) > rank } ?? values.count - 1]
    }

    /// A quantile by linear interpolation (Hyndman and Fan 1996, type 7).
    ///
    /// - Parameter fraction: taken as the nearer of 0 and 1 where it lies outside.
    public func quantile(_ fraction: Double) -> Double {
        let place = min(1, max(0, fraction)) * Double(count - 1)
        let low = Int(place)
        let (one, other) = (value(atRank: low), value(atRank: min(low + 1, count - 1)))
        return one + (place - Double(low)) * (other - one)
    }

    /// The values below a threshold: the rule's strict comparison.
    ///
    /// - Complexity: O(log n).
    public func below(_ threshold: Double) -> Int { number(before: { $0 >= threshold }) }

    /// The values not above a threshold.
    ///
    /// - Complexity: O(log n).
    public func upTo(_ threshold: Double) -> Int { number(before: { $0 > threshold }) }

    private func number(before holds: (Double) -> Bool) -> Int {
        let place = MonotoneSearch.first(in: 0...(values.count - 1)) { holds(values[$0]) } ?? values.count
        return place > 0 ? upTo(place: place - 1) : 0
    }

    /// The standard deviation of the values at hand, which are all there are; 0 where it would not be finite.
    ///
    /// - Complexity: O(n).
    public var deviation: Double {
        guard let first = values.first, let last = values.last, first < last else { return 0 }
        // By the widest distance: squares of large scores would not be finite.
        let width = last - first
        guard width.isFinite else { return 0 }
        var (mean, squares, count) = (0.0, 0.0, 0.0)
        for (place, value) in values.enumerated() {
            let weight = Double(self.count(at: place))
            let part = (value - first) / width
            count += weight
            let change = part - mean
            mean += change * weight / count
            squares += weight * change * (part - mean)
        }
        return (squares / count).squareRoot() * width
    }
}
