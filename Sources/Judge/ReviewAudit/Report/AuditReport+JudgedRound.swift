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

    /// What each threshold would make of its bucket, by the verdicts of the samples.
    ///
    /// - Parameter alpha: between 0 and 1.
    /// - Throws: as `init`; `empty` where the round has no items.
    /// - Complexity: that of a `ThresholdSweep` for each threshold.
    public static func sweeps(
        of round: JudgedRound,
        at thresholds: Thresholds,
        alpha: Double = 0.05
    ) throws(AuditError) -> [ThresholdSweep] {
        let keys = try round.contents()
        let said = SampleLabels(round.record.items, items: round.items, keys: keys, seed: round.seed)
        let sample = AuditLabels(said, in: round.columns, keys: keys, seed: round.seed, at: thresholds)
            .fullest(seed: round.seed)
        // Two thresholds are of one score, whose order is found once.
        var sorted: [ScoreName: SortedSample] = [:]
        for score in ScoreName.allCases { sorted[score] = try SortedSample(round.columns, score) }
        var sweeps: [ThresholdSweep] = []
        for name in ThresholdName.allCases {
            guard let scores = sorted[name.score] else { continue }
            sweeps.append(try ThresholdSweep(name, from: sample, among: scores, at: thresholds, alpha: alpha))
        }
        return sweeps
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
    fileprivate func contents() throws(AuditError) -> ContentKeys {
        guard let keys else { throw .empty(.contents) }
        guard keys.count == columns.count else { throw .lengthsDiffer(.contents, keys.count, columns.count) }
        return keys
    }
}
