import AuditStatistics
public import RoundModel

/// The items that a plan's verdicts are sought on: the accepted set of its loosest candidate in the order of permanent
/// random numbers, one item for each content.
///
/// Depends on the round and the plan, and on no verdict. The sample of a plan of the older kind holds copies as well.
public struct CertificateSample: Hashable, Sendable {
    /// The plan.
    public let plan: KeptPlan
    /// The items in order, as far as somebody may come: no more than planned where the sample is tested once.
    public let items: [UInt32]
    /// Their numbers, in [0, 1), ascending.
    public let numbers: [Double]
    /// Each one's turn among the items with its content, 0 for the first, and for all where a content is drawn once.
    public let turns: [UInt32]
    /// Their scores.
    public let scores: [Scores]
    /// The upper half of the digest of each one's content.
    let keys: [UInt64]
    /// The scores of copies that may lie in sets where these do not.
    let others: [[Scores]]

    /// Draws the sample.
    ///
    /// - Parameter keys: those of the same columns.
    /// - Throws: `otherRound` where the round is not the one that the plan was fixed for; of a plan of the older kind,
    ///   where the candidates' sets have other sizes than then.
    /// - Complexity: O(n × candidates), shared among the cores, and O(items log items).
    public init(_ plan: KeptPlan, in columns: ScoreColumns, keys: ContentKeys) throws(CertificateProblem) {
        let planned = plan.sampleSize
        let limit = plan.isAtAnyTime ? max(2_000, 4 * planned) : planned
        let loosest = plan.plan.loosest
        self.plan = plan
        if let misses = plan.plan.misses {
            let drawn = try MissSample(misses, of: plan, in: columns, keys: keys)
            items = drawn.items
            numbers = drawn.numbers
            turns = items.map { _ in 0 }
            scores = items.compactMap { columns.scores(of: Int($0)) }
            self.keys = items.map { keys[Int($0)] ?? 0 }
            others = drawn.others
            return
        }
        let queue: EstimationQueue
        if let origin = plan.plan.origin {
            guard origin.isRound(columns, keys) else { throw .otherRound(planned: plan.sizes.loosest, found: nil) }
            let contents = DistinctContents(columns, keys)
            try Self.check(plan) { contents.counts(at: $0).accepted }
            queue = EstimationQueue(
                distinct: .accepted,
                at: loosest,
                in: columns,
                keys: keys,
                seed: plan.seed,
                limit: limit
            )
        } else {
            try Self.check(plan) { CertificatePlanner.rows(at: $0, in: columns) }
            queue = EstimationQueue(.accepted, at: loosest, in: columns, keys: keys, seed: plan.seed, limit: limit)
        }
        items = queue.items
        numbers = queue.numbers
        turns = plan.isDerived ? items.map { _ in 0 } : items.map { keys.turn(of: Int($0)) }
        scores = items.compactMap { columns.scores(of: Int($0)) }
        self.keys = items.map { keys[Int($0)] ?? 0 }
        others = plan.isDerived ? Self.others(items, at: loosest, in: columns, keys) : items.map { _ in [] }
    }

    /// The scores of each item's copies that the loosest set has as well, where some set may have them and not the item.
    ///
    /// - Complexity: O(n), shared among the cores, where the round has copies.
    private static func others(
        _ items: [UInt32],
        at loosest: Thresholds,
        in columns: ScoreColumns,
        _ keys: ContentKeys
    ) -> [[Scores]] {
        guard keys.repeats > 0 else { return items.map { _ in [] } }
        let copies = keys.copyScores(of: items, in: columns) { loosest.bucket($0, nil) == .accepted }
        func outdoes(_ one: Scores, _ other: Scores) -> Bool {
            one.safety >= other.safety && one.helpfulness >= other.helpfulness
        }
        return items.map { item in
            guard let key = keys[Int(item)], let own = columns.scores(of: Int(item)) else { return [] }
            return (copies[key] ?? []).reduce(into: []) { kept, scores in
                if outdoes(own, scores) || kept.contains(where: { outdoes($0, scores) }) { return }
                kept.removeAll { outdoes(scores, $0) }
                kept.append(scores)
            }
        }
    }

    /// Holds the sizes of a plan's sets against those of the round.
    private static func check(_ plan: KeptPlan, _ size: (Thresholds) -> Int) throws(CertificateProblem) {
        let found = size(plan.plan.loosest)
        guard found == plan.sizes.loosest, plan.plan.rows.map({ $0.map(size) }) == plan.sizes.rows else {
            throw .otherRound(planned: plan.sizes.loosest, found: found)
        }
    }

    /// The items that are to be judged: those planned for.
    public var planned: Int { min(plan.sampleSize, items.count) }
}
