public import AuditStatistics
public import RoundModel

/// How many items change their bucket if a threshold is off by a little.
public struct BucketStability: Hashable, Sendable {
    /// The threshold.
    public var name: ThresholdName
    /// By how much it is off, above 0, in the score's unit.
    public var margin: Double
    /// Items whose score lies at most so far from it.
    public var within: Int
    /// Items that change bucket when it goes up by the margin.
    public var changedAbove: Int
    /// Items that change bucket when it goes down by it.
    public var changedBelow: Int
    /// The round's items.
    public var size: Int

    /// Each threshold's stability.
    ///
    /// - Parameter margin: above 0, finite.
    /// - Throws: `notPositive` for another margin.
    /// - Complexity: O(n) shared among the cores.
    public static func all(
        _ columns: ScoreColumns,
        at thresholds: Thresholds,
        margin: Double
    ) throws(AuditError) -> [BucketStability] {
        var empty: [ThresholdStability] = []
        for name in ThresholdName.allCases {
            empty.append(try ThresholdStability(thresholds, name, margin: margin))
        }
        let start = empty
        let parts = ParallelScan.run(over: columns) { blocks in
            var counts = start
            Population(columns).forEachItem(inBlocks: blocks) { _, safety, help in
                let scores = Scores(safety: safety, helpfulness: help)
                for place in counts.indices { counts[place].add(scores) }
            }
            return counts
        }
        return start.indices.map { place in
            BucketStability(
                name: start[place].name,
                margin: margin,
                within: parts.reduce(0) { $0 + $1[place].within },
                changedAbove: parts.reduce(0) { $0 + $1[place].changedAbove },
                changedBelow: parts.reduce(0) { $0 + $1[place].changedBelow },
                size: columns.count
            )
        }
    }

    /// In words: `θ safety  1,203 items lie within ±0.01; 402 change bucket 0.01 higher, 377 lower`.
    public var line: AuditLine {
        let margin = DecimalText.exact(self.margin, atLeast: 0)
        let verb = within == 1 ? "lies" : "lie"
        return .fact(
            name.title,
            "\(DecimalText.counted(within, "item")) \(verb) within ±\(margin); "
                + "\(DecimalText.grouped(changedAbove)) change bucket \(margin) higher, "
                + "\(DecimalText.grouped(changedBelow)) \(margin) lower"
        )
    }
}
