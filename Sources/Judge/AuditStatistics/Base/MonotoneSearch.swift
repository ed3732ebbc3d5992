/// Where a condition that holds on one side only changes.
enum MonotoneSearch {
    /// The first value that fulfils a condition which, once fulfilled, stays so; nil where none does.
    ///
    /// - Complexity: O(log of the range).
    static func first(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
        var low = range.lowerBound
        var high = range.upperBound
        guard holds(high) else { return nil }
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return high
    }

    /// The last value that fulfils a condition which, once broken, stays so; nil where none does.
    ///
    /// - Complexity: O(log of the range).
    static func last(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
        guard holds(range.lowerBound) else { return nil }
        guard let broken = first(in: range, where: { !holds($0) }) else { return range.upperBound }
        return broken - 1
    }

    /// Where a condition changes between a number that breaks it and one that fulfils it, to the last bit but a few.
    static func crossing(from broken: Double, to fulfilled: Double, where holds: (Double) -> Bool) -> Double {
        var (outside, inside) = (broken, fulfilled)
        // 1,074 halvings would reach the smallest double; what lies beneath 1e-17 of a share says nothing.
        for _ in 0..<120 {
            let middle = (outside + inside) / 2
            if middle == outside || middle == inside { break }
            if holds(middle) { inside = middle } else { outside = middle }
        }
        return (outside + inside) / 2
    }
}
