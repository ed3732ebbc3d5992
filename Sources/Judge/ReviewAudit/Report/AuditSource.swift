public import AuditStatistics
import ItemFilter
public import RoundModel
internal import Synchronization
public import Verdicts

/// The verdicts on a round, and the round that they are on: what audits, curves and offers are made from.
///
/// It takes no time to make. What people said of each content is found when it is first asked for, once for all who are handed the
/// same source; so are the samples at the thresholds that were asked for last.
public final class AuditSource: Sendable {
    /// The verdicts.
    public let records: ItemRecords
    /// How many items of each sample were to be checked.
    public let plans: SamplePlans
    /// The items of each content with a verdict, copies among them.
    let items: SharedMap<ItemDigest, [UInt32]>
    let columns: ScoreColumns
    let keys: ContentKeys
    /// What the samples of the buckets are drawn with.
    let seed: UInt64
    /// The round that the items were drawn from; nil where they are all of it.
    public let whole: WholeRound?
    private let orders: SampleOrders
    private let made = Mutex(Made())

    /// What was asked for.
    private struct Made {
        var said: SampleLabels?
        /// The newest first.
        var labels: [AuditLabels] = []
    }

    /// Thresholds whose samples are kept: the present ones, those that most verdicts were given at, and a baseline.
    private static let mostKept = 4

    /// - Parameters:
    ///   - items: the items of each content with a verdict, copies among them; one that is not there is sought by `keys`.
    ///   - keys: the contents of the items of `columns`.
    ///   - plans: how many items of each sample were to be checked.
    ///   - whole: the round that the items were drawn from; nil where they are all of it.
    ///   - orders: what is known of the orders of the same round, for those who audit it again and again.
    public init(
        _ records: ItemRecords,
        items: SharedMap<ItemDigest, [UInt32]>,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64,
        plans: SamplePlans = SamplePlans(),
        orders: SampleOrders = SampleOrders(),
        whole: WholeRound? = nil
    ) {
        self.whole = whole
        self.records = records
        self.items = items
        self.columns = columns
        self.keys = keys
        self.seed = seed
        self.plans = plans
        self.orders = orders
    }

    /// - Throws: `empty` where the round's contents are not known.
    public convenience init(of round: JudgedRound) throws(AuditError) {
        self.init(
            round.record.items,
            items: round.items,
            in: round.columns,
            keys: try round.contents(),
            seed: round.seed,
            plans: SamplePlans(round.record)
        )
    }

    /// Which verdicts are samples of the buckets at some thresholds.
    ///
    /// - Complexity: O(n) shared among the cores, and O(verdicts), where they are not kept.
    func labels(at thresholds: Thresholds) -> AuditLabels {
        made.withLock { made in
            if let place = made.labels.firstIndex(where: { $0.thresholds == thresholds }) {
                let known = made.labels.remove(at: place)
                made.labels.insert(known, at: 0)
                return known
            }
            let said = made.said ?? SampleLabels(records, items: items, keys: keys, seed: seed)
            made.said = said
            let labels = AuditLabels(
                said,
                in: columns,
                keys: keys,
                seed: seed,
                at: thresholds,
                orders: orders,
                whole: whole
            )
            made.labels = Array(([labels] + made.labels).prefix(Self.mostKept))
            return labels
        }
    }

    /// Those, or those at the thresholds that more were drawn at: where θ has moved away, verdicts that wait for others
    /// still say something from there.
    ///
    /// - Complexity: likewise.
    func fullest(at thresholds: Thresholds) -> AuditLabels {
        var fullest = labels(at: thresholds)
        guard !fullest.isWhole else { return fullest }
        let others = fullest.said.drawnAt.filter { whole?.isKnown(at: $0) ?? true }
        for theta in others.prefix(2) where theta != thresholds {
            let other = labels(at: theta)
            if other.sampledCount > fullest.sampledCount { fullest = other }
        }
        return fullest
    }

    /// The distinct contents from each bucket to each other.
    ///
    /// - Complexity: O(n) shared among the cores, and O(repeats log repeats).
    func flows(from baseline: Thresholds, to thresholds: Thresholds) -> FlowTable {
        whole?.flows(from: baseline, to: thresholds)
            ?? DistinctContents(columns, keys).flows(from: baseline, to: thresholds)
    }

    /// The items that have a verdict in a sample, ascending: those whose prompts a report wants to know.
    ///
    /// - Complexity: O(verdicts).
    public var labelled: [UInt32] {
        items.reduce(into: []) { labelled, entry in
            guard let said = records[entry.key], SampleLabel(said.sampleAnswers(drawnWith: seed)) != nil else { return }
            // A sample has each content once.
            labelled += entry.value.prefix(Self.mostCopies)
        }.sorted()
    }

    /// The copies of a content whose prompts are asked for, since each may be the one that stands for it in a bucket; mostly they
    /// are in one bucket, and it is the first.
    private static let mostCopies = 16
}

extension JudgedRound {
    /// The contents of all items.
    func contents() throws(AuditError) -> ContentKeys {
        guard let keys else { throw .empty(.contents) }
        guard keys.count == columns.count else { throw .lengthsDiffer(.contents, keys.count, columns.count) }
        return keys
    }
}
