public import RoundModel
public import Verdicts

/// What is known of the verdicts and the items that they are on.
extension VerdictState {
    /// The file.
    public var file: ReviewFileState { keeping.file }
    /// What has happened and is not on the disk yet, in order.
    public var waiting: [JournalEntry] { keeping.waiting }
    /// Which items of this round the verdicts are on.
    var matched: MatchedVerdicts { matching.matched }
    /// The items of this round that have contents with a verdict, ascending; a content may have several.
    public var items: SharedMap<ItemDigest, [UInt32]> { matched.items }
    /// The contents of those items.
    public var digests: SharedMap<UInt32, ItemDigest> { matched.digests }
    /// Contents with a verdict that no item of this round has; filled once all items were looked at.
    public var missing: [ItemDigest] { matched.missing }
    /// The items with a ruling; nil for none.
    public var judged: JudgedItems? { matched.judged }

    /// What samples of the buckets are drawn with; nil where nothing is kept.
    var sampleSeed: UInt64? { file.seed.map(record.sampleSeed) }

    /// All of it, as the round has it; to be asked at once and not to be kept, since what is kept is copied when it changes.
    ///
    /// - Complexity: O(1).
    func round(in columns: ScoreColumns) -> JudgedRound {
        JudgedRound(record, seed: file.seed ?? 0, in: columns, keys: nil, matched: matched)
    }

    /// What is known about an item; nil where nobody has said anything.
    public func record(of item: UInt32) -> ItemRecord? {
        digests[item].flatMap { record.items[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Items of this round with a verdict that holds; those with a note or a flag alone are not among them.
    public var itemCount: Int { matched.answered.count }

    /// What leaving loses where nothing is kept: `3 verdicts of this run will be lost.`; nil for nothing.
    public var unkeptText: String? {
        file == .none && itemCount > 0 ? "\(DecimalText.counted(itemCount, "verdict")) of this run will be lost." : nil
    }

    /// True while entries with many verdicts are taken over: others wait for them.
    public var isTakingOver: Bool { folding.isUnderWay }
}
