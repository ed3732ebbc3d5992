/// The smallest of what is offered: kept loosely, and cut when twice as many as wanted have come.
struct Smallest<Element: Comparable & Sendable>: Sendable {
    /// How many are wanted.
    let limit: Int
    /// At least the smallest, as far as they have come, in no order.
    private(set) var kept: [Element] = []
    private var bound: Element?

    init(limit: Int) { self.limit = limit }

    /// - Complexity: O(log `limit`) on average.
    mutating func offer(_ element: Element) {
        if let bound, bound < element { return }
        kept.append(element)
        guard kept.count >= 2 * limit + 64 else { return }
        kept.sort()
        kept.removeLast(kept.count - limit)
        bound = kept.last
    }
}
