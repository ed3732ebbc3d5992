public import RoundModel

/// The items of a round, or of what a filter leaves, by the values of one field or two.
public struct ValueCounts: Hashable, Sendable {
    /// The fields as people write them.
    public var fields: [String]
    /// The values that some items have, in the order in which they are told.
    public var rows: [Row]

    /// The items with one value of each field.
    public struct Row: Hashable, Sendable {
        /// What stands for each field.
        public var values: [Value]
        /// The items by bucket.
        public var counts: BucketCounts

        public init(values: [Value], counts: BucketCounts) { (self.values, self.counts) = (values, counts) }
    }

    /// A value, or a range of numbers.
    public struct Value: Hashable, Sendable {
        /// The value, or the title of the range; nil for none.
        public var text: String?
        /// The ends of a range, the upper one not in it; nil for a value, and inside for an open end.
        public var range: (from: Double?, below: Double?)? { isRange ? (from, below) : nil }
        private var isRange: Bool
        private var from: Double?
        private var below: Double?

        public init(_ text: String?) {
            self.text = text
            isRange = false
        }

        public init(_ text: String, from: Double?, below: Double?) {
            (self.text, self.from, self.below, isRange) = (text, from, below, true)
        }
    }

    public init(fields: [String], rows: [Row]) { (self.fields, self.rows) = (fields, rows) }

    /// The items of all rows.
    public var total: Int { rows.reduce(0) { $0 + $1.counts.total } }

    /// The table for a person.
    var lines: [String] {
        let titles = ["By \(RoundSummary.oneLine(fields[0]))"] + fields.dropFirst().map(RoundSummary.oneLine)
        var table = TextTable(
            titles + ["items", "share"] + Bucket.allCases.flatMap { ["\($0.letter) \($0.name)", ""] },
            titles.map { _ in .left } + [TextTable.Alignment](repeating: .right, count: 8)
        )
        func shares(_ counts: BucketCounts) -> [String] {
            [DecimalText.grouped(counts.total), DecimalText.percent(counts.total, of: total)]
                + Bucket.allCases.flatMap { bucket in
                    [DecimalText.grouped(counts[bucket]), DecimalText.percent(counts[bucket], of: counts.total)]
                }
        }
        for row in rows { table.add(row.values.map(Self.text) + shares(row.counts)) }
        return table.lines
    }

    private static func text(_ value: Value) -> String {
        value.text.map { $0.isEmpty ? "(empty)" : RoundSummary.oneLine($0) } ?? "(none)"
    }
}
