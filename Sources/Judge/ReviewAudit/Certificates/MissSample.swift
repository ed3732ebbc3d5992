import AuditStatistics
import RoundModel

/// The sample of a plan about misses: the beginnings of the adversarial bucket and of what lies beyond the thresholds, each in the
/// order of its contents' numbers.
struct MissSample {
    /// In the order of their numbers, one for each content: where it has copies on both sides, one that is missed.
    let items: [UInt32]
    let numbers: [Double]
    /// For each the scores of a copy that is missed, and of one that is caught, where the item itself is not.
    let others: [[Scores]]

    /// - Throws: `otherRound` where the round is not the one that the plan was fixed for.
    init(
        _ misses: MissPlan,
        of plan: KeptPlan,
        in columns: ScoreColumns,
        keys: ContentKeys
    ) throws(CertificateProblem) {
        let theta = plan.plan.loosest
        guard plan.plan.origin?.isRound(columns, keys) == true else {
            throw .otherRound(planned: plan.sizes.loosest, found: nil)
        }
        let contents = DistinctContents(columns, keys)
        let found = contents.counts(at: misses.target.rule(at: theta)).accepted
        guard found == plan.sizes.loosest, contents.counts(at: theta).adversarial == plan.sizes.caught else {
            throw .otherRound(planned: plan.sizes.loosest, found: found)
        }
        let drawn = Self.items(misses, at: theta, in: columns, keys: keys, seed: plan.seed)
        items = drawn.map(\.item)
        numbers = drawn.map(\.number)
        others = Self.others(items, plan.plan, in: columns, keys)
    }

    /// The items in the order of their numbers.
    ///
    /// - Complexity: O(n) shared among the cores.
    static func items(
        _ misses: MissPlan,
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64
    ) -> [(number: Double, item: UInt32)] {
        func queue(_ bucket: Bucket, _ theta: Thresholds, _ limit: Int) -> EstimationQueue {
            EstimationQueue(distinct: bucket, at: theta, in: columns, keys: keys, seed: seed, limit: limit)
        }
        let missed = queue(.accepted, misses.target.rule(at: thresholds), misses.missedLabels)
        let caught = queue(.adversarial, thresholds, misses.caughtLabels)
        var drawn: [(number: Double, item: UInt32)] = []
        var known: Set<UInt64> = []
        for queue in [missed, caught] {
            for (item, number) in zip(queue.items, queue.numbers).prefix(
                queue.bucket == .adversarial ? misses.caughtLabels : misses.missedLabels
            ) where known.insert(keys[Int(item)] ?? 0).inserted {
                drawn.append((number, item))
            }
        }
        return drawn.sorted { ($0.number, $0.item) < ($1.number, $1.item) }
    }

    /// The scores of copies on the other side.
    ///
    /// - Complexity: O(n), shared among the cores, where the round has copies.
    private static func others(
        _ items: [UInt32],
        _ plan: CertificationPlan,
        in columns: ScoreColumns,
        _ keys: ContentKeys
    ) -> [[Scores]] {
        guard keys.repeats > 0 else { return items.map { _ in [] } }
        let copies = keys.copyScores(of: items, in: columns)
        return items.map { item in
            guard let key = keys[Int(item)], let own = columns.scores(of: Int(item)) else { return [] }
            let all = copies[key] ?? []
            return [plan.isMissed, plan.isCaught].compactMap { (isInside: (Scores) -> Bool) in
                isInside(own) ? nil : all.first(where: isInside)
            }
        }
    }
}
