/// Finds the values of one threshold at which a bucket holds a number of items.
///
/// The number only grows or only falls as a threshold rises, so that halving the doubles finds where it changes. It is asked
/// for about 130 times, and nothing else of the items needs to be known.
public struct ThresholdFinder {
    /// What can be said of a number.
    public enum Answer: Hashable, Sendable {
        /// The bucket holds as many at each value from the first to the last, both included, and at no other.
        case values(ClosedRange<Double>)
        /// It does at no value: the nearest numbers that it does hold at some; nil where there is none on that side.
        case between(fewer: Int?, more: Int?)
        /// The threshold does not change what the bucket holds, which is this.
        case constant(Int)
    }

    private let count: (Double) -> Int
    private let ends: (low: Int, high: Int)

    /// - Parameter count: what the bucket holds at a value of the threshold, the others as they are.
    public init(_ count: @escaping (Double) -> Int) {
        self.count = count
        ends = (count(-Double.greatestFiniteMagnitude), count(Double.greatestFiniteMagnitude))
    }

    /// Where the bucket holds so many items.
    ///
    /// - Complexity: O(1) counts.
    public func find(_ wanted: Int) -> Answer {
        guard ends.low != ends.high else {
            return .constant(ends.low)
        }
        let isRising = ends.low < ends.high
        guard min(ends.low, ends.high) <= wanted else { return .between(fewer: nil, more: min(ends.low, ends.high)) }
        guard max(ends.low, ends.high) >= wanted else { return .between(fewer: max(ends.low, ends.high), more: nil) }
        let first = firstValue { isRising ? $0 >= wanted : $0 <= wanted }
        guard count(first) == wanted else {
            let (here, before) = (count(first), count(first.nextDown))
            return .between(fewer: min(here, before), more: max(here, before))
        }
        let isLast = count(Double.greatestFiniteMagnitude) == wanted
        let last =
            isLast
            ? Double.greatestFiniteMagnitude : firstValue { isRising ? $0 > wanted : $0 < wanted }.nextDown
        return .values(first...last)
    }

    /// The number nearest to one that the bucket can hold; of two that are as near the smaller.
    public func nearest(to wanted: Int) -> Int {
        switch find(wanted) {
        case .values: wanted
        case .constant(let count): count
        case .between(let fewer?, let more?): wanted - fewer <= more - wanted ? fewer : more
        case .between(let fewer, let more): fewer ?? more ?? 0
        }
    }

    /// The lowest value for whose count a condition is true that is true for all above it; the highest double where there is
    /// none.
    private func firstValue(where isReached: (Int) -> Bool) -> Double {
        var low = (-Double.greatestFiniteMagnitude).orderedBits
        var high = Double.greatestFiniteMagnitude.orderedBits
        while low < high {
            let middle = low + (high - low) / 2
            if isReached(count(Double(orderedBits: middle))) { high = middle } else { low = middle + 1 }
        }
        return Double(orderedBits: low)
    }
}

extension ThresholdFinder {
    /// A value within a span that is short to write, and where one of the ends is far from all scores near to these.
    ///
    /// - Parameters:
    ///   - span: any values.
    ///   - scores: the lowest and the highest score; nil where there are none.
    ///   - margin: how far from the scores it may lie, over 0.
    public static func shortValue(in span: ClosedRange<Double>, scores: ClosedRange<Double>?, margin: Double) -> Double
    {
        var (low, high) = (span.lowerBound, span.upperBound)
        if let scores {
            low = max(low, min(high, scores.lowerBound - margin))
            high = min(high, max(low, scores.upperBound + margin))
        }
        guard low < high else { return low }
        let end = high.nextUp.isFinite ? high.nextUp : high
        let value = RoundNumber.nearest(to: low / 2 + high / 2, from: low, below: end)
        return span.contains(value) ? value : low
    }
}
