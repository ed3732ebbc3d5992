/// Which labels of an estimation queue are a valid sample of the bucket as it now is, and what would make more of them
/// so.
///
/// When θ moves, items enter and leave the bucket. The labels at the start of the new order, without a gap, are a
/// simple random sample; labels behind a gap are kept and count again once the gap's items are labelled.
public struct QueueCoverage: Hashable, Sendable {
    /// The labels before the first item without one: the valid sample.
    public var sampled: Int
    /// Places in the order of the items without a label that lie before the last label, ascending: to be checked next.
    public var gaps: [Int]
    /// Labels behind the first gap, which wait for it.
    public var waiting: Int

    /// - Parameter labelled: for each item of the bucket in ascending order of permanent random numbers, whether it has
    ///   a label that belongs to the estimation queue. May end behind the last label.
    /// - Complexity: O(n).
    public init(labelled: some Sequence<Bool>) {
        sampled = 0
        gaps = []
        waiting = 0
        var open: [Int] = []
        for (place, isLabelled) in labelled.enumerated() {
            if !isLabelled {
                open.append(place)
            } else if open.isEmpty {
                sampled += 1
            } else {
                waiting += 1
                gaps = open
            }
        }
    }

    /// The size of the valid sample once the gaps are filled.
    public var sampledWithoutGaps: Int { gaps.isEmpty ? sampled : sampled + waiting + gaps.count }
}
