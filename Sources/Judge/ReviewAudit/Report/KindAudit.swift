public import AuditStatistics
import ItemFilter
public import RoundModel

/// How much of each bucket is wrong by the kinds of its items, such as their category: by the labels of its sample, with intervals that
/// hold for all kinds of the bucket at once.
public struct KindAudit: Hashable, Sendable {
    /// The field that tells kinds apart.
    public var field: String
    /// The buckets that have a rate, in the order of `Bucket`.
    public var buckets: [BucketKinds]

    /// The kinds of one bucket.
    public struct BucketKinds: Hashable, Sendable {
        public var bucket: Bucket
        /// True where the sample is drawn more densely near the lines: only what was drawn evenly is counted, as a simple sample.
        public var isOfDenser: Bool
        /// Those that are told alone, the one with most labels first; then the others, put together.
        public var cells: [Cell]
    }

    /// One kind, or several with few labels each.
    public struct Cell: Hashable, Sendable {
        /// The kinds in it, in the order of their values.
        public var kinds: [Kind]
        /// The share of wrong items.
        public var rate: Estimate
        /// Its labels that call an item wrong.
        public var wrong: Int
        /// How likely such a difference to all other cells is if there is none, by Fisher's exact test.
        public var pValue: Double
        /// The same with Holm's correction for all cells of the bucket.
        public var adjusted: Double

        /// True where it differs from the others by more than chance explains.
        public var differs: Bool { adjusted <= 1 - rate.level }
    }

    /// What an item is.
    public enum Kind: Hashable, Sendable {
        case value([UInt8])
        /// It has no such field.
        case none
        /// The round has lost it, and with it its field.
        case gone
    }

    init(_ kinds: ItemKinds, _ audits: [BucketAudit], _ labels: AuditLabels, alpha: Double) throws(AuditError) {
        field = kinds.field
        buckets = []
        for audit in audits {
            guard let rate = audit.errorRate.estimate else { continue }
            let isOfDenser = audit.dense != nil
            var counts: [Kind: Count] = [:]
            for label in labels.labels(of: audit.bucket, first: isOfDenser ? .max : rate.labels) {
                let kind =
                    label.item.map { kinds.values[$0].map(Kind.value) ?? .none } ?? .gone
                let answer = label.said.bucket(label.scores, labels.thresholds)
                counts[kind, default: Count()].labels += 1
                if let answer {
                    counts[kind, default: Count()].wrong += answer == audit.bucket ? 0 : 1
                } else {
                    counts[kind, default: Count()].unsure += 1
                }
            }
            let cells = try Self.cells(counts, audit.bucket, alpha: alpha)
            buckets.append(BucketKinds(bucket: audit.bucket, isOfDenser: isOfDenser, cells: cells))
        }
    }

    private struct Count {
        var labels = 0
        var wrong = 0
        var unsure = 0
    }

    /// What nobody could tell counts as wrong, and for the lower ends as right.
    private static func cells(_ counts: [Kind: Count], _ bucket: Bucket, alpha: Double) throws(AuditError) -> [Cell] {
        let kinds = counts.sorted { one, other in
            one.value.labels != other.value.labels ? one.value.labels > other.value.labels : one.key < other.key
        }
        var (few, many) = ([Proportion](), [Proportion]())
        for (_, count) in kinds {
            few.append(try Proportion(count.wrong, of: count.labels))
            many.append(try Proportion(count.wrong + count.unsure, of: count.labels))
        }
        // Both have the same labels, so that both are put together alike.
        let lower = try CellRates(few, alpha: alpha).cells
        var cells: [Cell] = []
        for (low, high) in zip(lower, try CellRates(many, alpha: alpha).cells) {
            let unsure = high.wrong.count - low.wrong.count
            let sure = high.wrong.trials - unsure
            let rate = Estimate(
                value: high.wrong.value ?? 0,
                interval: Interval(lower: low.interval.lower, upper: high.interval.upper),
                level: 1 - alpha,
                method: .simultaneousClopperPearson,
                labels: high.wrong.trials,
                population: AuditPopulation(.kind(bucket)),
                unsure: unsure > 0
                    ? .init(labels: unsure, valueWithout: sure > 0 ? Double(low.wrong.count) / Double(sure) : nil) : nil
            )
            cells.append(
                Cell(
                    kinds: high.kinds.map { kinds[$0].key }.sorted(),
                    rate: rate,
                    wrong: low.wrong.count,
                    pValue: high.pValue,
                    adjusted: high.adjusted
                )
            )
        }
        return cells
    }
}

extension KindAudit.Kind: Comparable {
    public static func < (one: KindAudit.Kind, other: KindAudit.Kind) -> Bool {
        switch (one, other) {
        case (.value(let left), .value(let right)): left.lexicographicallyPrecedes(right)
        case (.value, _): true
        case (.none, .gone): true
        default: false
        }
    }
}
