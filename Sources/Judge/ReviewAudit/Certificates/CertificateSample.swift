import AuditStatistics
public import RoundModel

/// The items that a plan's verdicts are sought on: the accepted set of its loosest candidate in the order of permanent
/// random numbers.
///
/// Depends on the round and the plan, and on no verdict.
public struct CertificateSample: Hashable, Sendable {
    /// The plan.
    public let plan: KeptPlan
    /// The items in order, as far as somebody may come: no more than planned where the sample is tested once.
    public let items: [UInt32]
    /// Their numbers, in [0, 1), ascending.
    public let numbers: [Double]
    /// Each one's turn among the items with its content, 0 for the first.
    public let turns: [UInt32]
    /// Their scores.
    public let scores: [Scores]

    /// Draws the sample.
    ///
    /// - Parameter keys: those of the same columns.
    /// - Throws: `otherRound` where the candidates' sets have other sizes than when the plan was fixed.
    /// - Complexity: O(n × candidates), shared among the cores, and O(items log items).
    public init(_ plan: KeptPlan, in columns: ScoreColumns, keys: ContentKeys) throws(CertificateProblem) {
        let loosest = plan.plan.loosest
        let planned = plan.sampleSize
        let queue = EstimationQueue(
            .accepted,
            at: loosest,
            in: columns,
            keys: keys,
            seed: plan.plan.seed,
            limit: plan.plan.test == .fixedSample ? planned : max(2_000, 4 * planned)
        )
        guard queue.size == plan.sizes.loosest,
            zip(plan.plan.rows, plan.sizes.rows).allSatisfy({ row, sizes in
                row.map { CertificatePlanner.size(at: $0, in: columns) } == sizes
            })
        else { throw .otherRound(planned: plan.sizes.loosest, found: queue.size) }
        self.plan = plan
        items = queue.items
        numbers = queue.numbers
        turns = queue.items.map { keys.turn(of: Int($0)) }
        scores = queue.items.compactMap { columns.scores(of: Int($0)) }
    }

    /// The items that are to be judged: those planned for.
    public var planned: Int { min(plan.sampleSize, items.count) }
}
