public import RoundModel

/// How many items of each bucket have about the same score.
public struct ScoreHistogram: Hashable, Sendable {
    /// The score that is told.
    public let score: ScoreName
    /// From where to where it reaches.
    public let range: ScoreRange
    /// Items by bucket, in equally wide pieces of the range, ascending.
    public let bins: [BucketCounts]

    /// Items that lie outside of the range.
    public let outside: Int

    /// Counts every item by the thresholds alone.
    ///
    /// - Parameter bins: pieces of the range; fewer than 1 are taken for 1.
    /// - Complexity: O(n + bins), shared among the cores.
    public init(
        _ columns: ScoreColumns,
        of score: ScoreName,
        in range: ScoreRange,
        bins: Int,
        at thresholds: Thresholds
    ) {
        let pieces = ScoreRange.Bins(range, count: max(1, bins))
        let population = Population(columns)
        let parts = ParallelScan.run(over: columns) { blocks in
            var counts = [BucketCounts](repeating: BucketCounts(), count: max(1, bins))
            var outside = 0
            population.forEachItem(inBlocks: blocks) { _, safety, help in
                let bucket = thresholds.bucket(safety: safety, helpfulness: help)
                if let bin = pieces.bin(of: score == .safety ? safety : help) {
                    counts[bin][bucket] += 1
                } else {
                    outside += 1
                }
            }
            return (counts: counts, outside: outside)
        }
        var counts = [BucketCounts](repeating: BucketCounts(), count: max(1, bins))
        for part in parts {
            for bin in counts.indices {
                for bucket in Bucket.allCases { counts[bin][bucket] += part.counts[bin][bucket] }
            }
        }
        self.score = score
        self.range = range
        self.bins = counts
        outside = parts.reduce(0) { $0 + $1.outside }
    }
}
