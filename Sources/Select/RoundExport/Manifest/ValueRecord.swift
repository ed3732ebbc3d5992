import RoundModel

/// The items by the values of one field or two, as `summary --json` has them.
public struct ValueRecord: Codable, Hashable, Sendable {
    var fields: [String]
    var rows: [Row]

    struct Row: Codable, Hashable, Sendable {
        /// Null for items without a value.
        var values: [String?]
        /// Of fields whose numbers are counted by ranges.
        var ranges: [Range?]?
        var items: Int
        var buckets: BucketRecord
        /// The share of each bucket, 0 to 1.
        var shares: Shares
    }

    struct Range: Codable, Hashable, Sendable {
        var from: Double?
        var below: Double?
    }

    struct Shares: Codable, Hashable, Sendable {
        var adversarial: Double
        var accepted: Double
        var discarded: Double
    }

    init(_ counts: ValueCounts) {
        fields = counts.fields
        rows = counts.rows.map { row in
            let ranges = row.values.map { value in value.range.map { Range(from: $0.from, below: $0.below) } }
            func share(_ bucket: Bucket) -> Double { Double(row.counts[bucket]) / Double(max(1, row.counts.total)) }
            return Row(
                values: row.values.map(\.text),
                ranges: ranges.contains { $0 != nil } ? ranges : nil,
                items: row.counts.total,
                buckets: BucketRecord(row.counts),
                shares: Shares(
                    adversarial: share(.adversarial),
                    accepted: share(.accepted),
                    discarded: share(.discarded)
                )
            )
        }
    }
}
