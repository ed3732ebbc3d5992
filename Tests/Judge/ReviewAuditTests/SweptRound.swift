import AuditStatistics
import RoundModel
import TestSupport
import Verdicts

@testable import ReviewAudit

/// Rounds with a known truth, labelled to be swept.
enum SweptRound {
    static func sample(_ round: AuditedRound) -> AuditLabels {
        AuditLabels(
            SampleLabels(round.record.items, items: SharedMap(round.items), keys: round.keys, seed: round.seed),
            in: round.columns,
            keys: round.keys,
            seed: round.seed,
            at: round.thresholds
        )
    }

    static func labelled(items: Int, errors: Double, labels: Int, seed: UInt64) -> AuditedRound {
        var round = AuditedRound(items: items, errors: errors, seed: seed)
        for bucket in Bucket.allCases { for item in round.queue(bucket).items.prefix(labels) { round.label(item) } }
        return round
    }

    /// The true precision and recall of a bucket at some thresholds, by looking at every item.
    static func truth(_ round: AuditedRound, _ sweep: ThresholdSweep, _ value: Double) -> (Int, Double?, Double?) {
        var theta = round.thresholds
        theta[sweep.name] = value
        var (taken, right, belong) = (0, 0, 0)
        for item in 0..<round.columns.count {
            let isTaken = theta.bucket(round.columns.scores(ofKnown: item), nil) == sweep.bucket
            let belongs = round.truth[item] == sweep.bucket
            if isTaken { taken += 1 }
            if isTaken, belongs { right += 1 }
            if belongs { belong += 1 }
        }
        return (
            taken, taken > 0 ? Double(right) / Double(taken) : nil, belong > 0 ? Double(right) / Double(belong) : nil
        )
    }

    static func scores(_ round: AuditedRound, _ name: ThresholdName) throws -> SortedSample {
        try SortedSample(round.columns, name.score)
    }
}
