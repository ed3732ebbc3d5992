public import RoundModel

/// The verdicts on a round, which of its items they are about, and what they come to there.
///
/// Screen, filter, export, audit and report ask this one.
public struct JudgedRound: Sendable {
    /// What the review's journal comes to.
    public var record: ReviewRecord
    /// What samples of the buckets are drawn with.
    public var seed: UInt64
    /// The round's items.
    public var columns: ScoreColumns
    /// The contents of all items; nil where nobody needed them.
    public var keys: ContentKeys?
    /// Which items the verdicts are on, and their rulings.
    public var matched: MatchedVerdicts

    /// - Complexity: O(1).
    public init(
        _ record: ReviewRecord,
        seed: UInt64,
        in columns: ScoreColumns,
        keys: ContentKeys?,
        matched: MatchedVerdicts
    ) {
        self.record = record
        self.seed = record.sampleSeed(seed)
        self.columns = columns
        self.keys = keys
        self.matched = matched
    }

    /// - Parameters:
    ///   - items: the items that contents with a verdict are, copies among them, ascending.
    ///   - missing: contents with a verdict that no item has.
    /// - Complexity: O(verdicts).
    public init(
        _ record: ReviewRecord,
        seed: UInt64,
        in columns: ScoreColumns,
        keys: ContentKeys?,
        items: [ItemDigest: [UInt32]],
        missing: [ItemDigest] = []
    ) {
        var matched = MatchedVerdicts()
        matched.take(items, missing: missing, isThorough: true, record.items, in: columns)
        self.init(record, seed: seed, in: columns, keys: keys, matched: matched)
    }

    /// The items with a ruling, be it what the rule says or something else; nil for none.
    public var judged: JudgedItems? { matched.judged }

    /// The items of each content with a verdict, copies among them, ascending.
    public var items: SharedMap<ItemDigest, [UInt32]> { matched.items }

    /// The verdicts about an item; nil for nothing, also where all of it was taken back.
    ///
    /// - Complexity: O(verdicts on the item).
    public func said(of item: UInt32) -> ItemRecord? {
        matched.digests[item].flatMap { record.items[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The items of each bucket, verdicts heeded.
    ///
    /// - Complexity: O(n) on all cores.
    public func counts(at thresholds: Thresholds) -> BucketCounts {
        Population(columns, judged: judged).tally(thresholds, baseline: thresholds).counts
    }

    /// How many rulings put an item where the rule puts it as well, and how many put it elsewhere.
    ///
    /// - Complexity: O(rulings).
    public func agreement(at thresholds: Thresholds) -> (agree: Int, override: Int) {
        guard let list = judged?.list else { return (0, 0) }
        var agree = 0
        for (item, ruling) in zip(list.items, list.rulings) {
            guard let scores = columns.scores(of: Int(item)) else { continue }
            if thresholds.bucket(scores, ruling) == thresholds.bucket(scores, nil) { agree += 1 }
        }
        return (agree, list.count - agree)
    }
}
