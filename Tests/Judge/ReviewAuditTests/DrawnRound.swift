import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Verdicts

/// An audited round that lies elsewhere: a grid of it, and what was drawn.
struct DrawnRound {
    let made: MadeGrid
    let whole: WholeRound
    /// The items that were drawn.
    let kept: [UInt32]
    let columns: ScoreColumns
    let keys: ContentKeys

    /// - Parameter contents: as many as the round was made with; nil for one an item.
    init(_ round: AuditedRound, contents: Int? = nil) {
        let count = round.columns.count
        made = MadeGrid(
            round.columns,
            contents: (0..<count).map { $0 % (contents ?? count) },
            lines: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9]
        )
        let (made, all) = (made, round.keys)
        whole = WholeRound(made, seed: round.seed)
        let below = Dictionary(uniqueKeysWithValues: made.strata.map { ([$0.safety, $0.help], $0.below) })
        let chosen = Set(
            (0..<count).filter { item in
                let number = EstimationQueue.number(ofContent: all.keys[item], seed: round.seed).bits
                return number < below[made.stratum(of: item)] ?? 0
            }.map { all.keys[$0] }
        )
        kept = (0..<UInt32(count)).filter { chosen.contains(all.keys[Int($0)]) }
        columns = ScoreColumns(
            safety: kept.map { round.columns.scores(ofKnown: Int($0)).safety },
            helpfulness: kept.map { round.columns.scores(ofKnown: Int($0)).helpfulness }
        )
        keys = ContentKeys(kept.map { all.keys[Int($0)] })
    }

    /// The sample of a bucket, as far as it is at hand.
    func queue(_ bucket: Bucket, at thresholds: Thresholds, seed: UInt64) -> EstimationQueue {
        EstimationQueue(distinct: bucket, at: thresholds, in: columns, keys: keys, seed: seed, limit: columns.count)
            .beginning(of: whole)
    }

    /// What the verdicts on a round show to somebody who has only what was drawn of it.
    func report(_ round: AuditedRound, at thresholds: Thresholds, others: [Thresholds] = []) throws -> AuditReport {
        let places = Dictionary(grouping: 0..<UInt32(kept.count)) { keys.keys[Int($0)] }
        var items: [ItemDigest: [UInt32]] = [:]
        for digest in round.items.keys { items[digest] = places[digest.high] }
        return try AuditReport(
            AuditSource(
                round.record.items,
                items: SharedMap(items),
                in: columns,
                keys: keys,
                seed: round.seed,
                plans: SamplePlans(round.record),
                whole: whole
            ),
            at: thresholds,
            others: others
        )
    }
}
