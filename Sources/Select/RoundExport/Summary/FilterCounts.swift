public import RoundModel

/// What a filter leaves of a round.
public struct FilterCounts: Hashable, Sendable {
    /// The filter as it was given.
    public var text: String
    /// The items that pass, by bucket.
    public var counts: BucketCounts

    public init(text: String, counts: BucketCounts) {
        self.text = text
        self.counts = counts
    }

    /// - Parameter all: the items of each bucket in the whole round.
    func lines(of all: BucketCounts, title: String) -> [String] {
        var table = TextTable(["Filter", "pass", "share", "of all"], [.left, .right, .right, .right])
        for bucket in Bucket.allCases {
            table.add(
                "\(bucket.letter) \(bucket.name)",
                DecimalText.grouped(counts[bucket]),
                DecimalText.percent(counts[bucket], of: counts.total),
                DecimalText.percent(counts[bucket], of: all[bucket])
            )
        }
        table.add(
            "all",
            DecimalText.grouped(counts.total),
            DecimalText.percent(counts.total, of: counts.total),
            DecimalText.percent(counts.total, of: all.total)
        )
        return table.lines + ["  \(title)"]
    }
}
