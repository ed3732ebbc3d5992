/// The largest sum of two numbers that are together not too surprising, or a little more: both of them become more surprising as
/// they grow.
///
/// For first numbers from a to b the second is at most what a leaves to it, so b and that together are a bound. The part with the
/// highest bound is halved until it is one number, or parts are narrow.
struct LargestSum {
    private var parts: [Part]
    private let rest: (Int) -> Int

    /// - Parameters:
    ///   - one: the first number's range, from the least surprising on, and how surprising each is.
    ///   - budget: more than the least surprising pair.
    init(
        _ one: (range: ClosedRange<Int>, surprise: (Int) -> Double),
        _ other: (range: ClosedRange<Int>, surprise: (Int) -> Double),
        below budget: Double
    ) {
        rest = { count in
            let left = budget - one.surprise(count)
            return MonotoneSearch.last(in: other.range) { other.surprise($0) < left } ?? other.range.lowerBound
        }
        let least = other.surprise(other.range.lowerBound)
        let first = one.range.lowerBound
        let end = MonotoneSearch.last(in: one.range) { one.surprise($0) + least < budget } ?? first
        parts = [Part(from: first, to: end, rest: rest(first))]
    }

    /// First numbers, and the largest second one beside the smallest of them.
    private struct Part {
        var from: Int
        var to: Int
        var rest: Int

        var bound: Int { to + rest }
    }

    /// - Complexity: O(log of the second range) surprises, 300 times at most.
    mutating func bound() -> Int {
        for _ in 0..<300 {
            guard let at = parts.indices.max(by: { parts[$0].bound < parts[$1].bound }) else { break }
            let part = parts[at]
            guard part.from < part.to else { return part.bound }
            let middle = part.from + (part.to - part.from) / 2
            parts[at].to = middle
            parts.append(Part(from: middle + 1, to: part.to, rest: rest(middle + 1)))
        }
        return parts.reduce(0) { max($0, $1.bound) }
    }
}
