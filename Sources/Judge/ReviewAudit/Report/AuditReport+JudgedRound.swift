public import AuditStatistics
public import ItemFilter
public import RoundModel
public import Verdicts

extension AuditReport {
    /// What the verdicts on a round show at some thresholds.
    ///
    /// - Parameters:
    ///   - prompts: as for the other one.
    ///   - kinds: likewise.
    ///   - alpha: between 0 and 1.
    /// - Throws: `notAProbability` for another α; `empty` where the round's contents are not known.
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public init(
        of round: JudgedRound,
        at thresholds: Thresholds,
        prompts: [UInt32: UInt64] = [:],
        kinds: [ItemKinds] = [],
        alpha: Double = 0.05
    ) throws(AuditError) {
        try self.init(
            round.record.items,
            items: round.items,
            in: round.columns,
            keys: try round.contents(),
            seed: round.seed,
            at: thresholds,
            plans: SamplePlans(round.record),
            prompts: prompts,
            kinds: kinds,
            alpha: alpha
        )
    }

    /// The buckets alone, at a level of 95 %.
    ///
    /// - Throws: as above.
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public static func buckets(of round: JudgedRound, at thresholds: Thresholds) throws(AuditError) -> [BucketAudit] {
        try buckets(
            round.record.items,
            items: round.items,
            in: round.columns,
            keys: try round.contents(),
            seed: round.seed,
            at: thresholds,
            plans: SamplePlans(round.record)
        )
    }

    /// The items that have a verdict in a sample, ascending: those whose prompts a report wants to know.
    ///
    /// - Complexity: O(verdicts).
    public static func labelled(in round: JudgedRound) -> [UInt32] {
        labelled(round.record.items, items: round.items, seed: round.seed)
    }
}

extension JudgedRound {
    /// The contents of all items.
    func contents() throws(AuditError) -> ContentKeys {
        guard let keys else { throw .empty(.contents) }
        guard keys.count == columns.count else { throw .lengthsDiffer(.contents, keys.count, columns.count) }
        return keys
    }
}
