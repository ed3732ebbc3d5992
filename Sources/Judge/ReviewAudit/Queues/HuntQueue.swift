public import RoundModel

/// The items nearest to a threshold, from below it and from it on in turn: where mistakes are likely, and no sample of
/// anything.
public enum HuntQueue {
    /// - Parameter limit: the most items, from 0.
    /// - Returns: the nearest items, those below the threshold first of each pair; where one side is used up, the rest
    ///   of the other. Equal distances stand as in the round.
    /// - Complexity: O(n) shared among the cores, and O(`limit` log `limit`).
    public static func items(
        near name: ThresholdName,
        at thresholds: Thresholds,
        in population: Population,
        limit: Int
    ) -> [UInt32] {
        let line = thresholds[name]
        let runs = ParallelScan.run(over: population.columns) { blocks in
            var below = Smallest<Near>(limit: limit)
            var above = Smallest<Near>(limit: limit)
            population.forEachItem(inBlocks: blocks) { item, safety, help in
                let score = name.score == .safety ? safety : help
                let near = Near(distance: abs(score - line), item: UInt32(truncatingIfNeeded: item))
                if score < line { below.offer(near) } else { above.offer(near) }
            }
            return (below.kept, above.kept)
        }
        var sides = [runs.flatMap(\.0).sorted()[...], runs.flatMap(\.1).sorted()[...]]
        var items: [UInt32] = []
        var side = 0
        while items.count < limit, !(sides[0].isEmpty && sides[1].isEmpty) {
            if let next = sides[side].popFirst() { items.append(next.item) }
            side = 1 - side
        }
        return items
    }

    private struct Near: Comparable, Sendable {
        var distance: Double
        var item: UInt32

        static func < (one: Self, other: Self) -> Bool {
            one.distance != other.distance ? one.distance < other.distance : one.item < other.item
        }
    }
}
