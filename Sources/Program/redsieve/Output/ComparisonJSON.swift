import AuditStatistics
import Basics
import ReviewAudit
import RoundExport
import RoundModel

/// A round beside an earlier one, and the stability of its buckets, as JSON.
enum ComparisonJSON {
    static func json(_ comparison: RoundComparison, against rounds: [String]) -> OrderedJSON {
        var members: [OrderedJSON.Member] = [
            .init("round", .array(rounds.map { .string($0) })),
            .init("scores", .object(comparison.scores.map { .init($0.score.rawValue, drift($0)) })),
            .init("buckets", .object(comparison.buckets.map { .init($0.bucket.name, share($0)) })),
        ]
        if let agreement = comparison.agreement {
            members.append(
                .init(
                    "agreement",
                    [
                        "accuracy": change(agreement.accuracy),
                        "falsely_adversarial": change(agreement.falselyAdversarial),
                        "falsely_accepted": change(agreement.falselyAccepted),
                    ]
                )
            )
        }
        return .object(members)
    }

    static func json(_ stability: [BucketStability]) -> OrderedJSON {
        .object(
            stability.map {
                .init(
                    $0.name.key,
                    [
                        "margin": .number($0.margin), "within": .integer($0.within),
                        "change_above": .integer($0.changedAbove), "change_below": .integer($0.changedBelow),
                        "items": .integer($0.size),
                    ]
                )
            }
        )
    }

    static func drift(_ drift: ScoreDrift) -> OrderedJSON {
        [
            "items_before": .integer(drift.before), "items": .integer(drift.after),
            "kolmogorov_smirnov": .number(drift.distance), "kolmogorov_smirnov_at": .number(drift.location),
            "wasserstein": .number(drift.shift),
            "wasserstein_over_deviation": drift.shiftOverSpread.map { .number($0) } ?? .null,
            "population_stability_index": .number(drift.stability),
            "population_stability_bins": .integer(ScoreDrift.bins),
            "quantiles": .array(
                drift.quantiles.map {
                    ["fraction": .number($0.fraction), "before": .number($0.before), "after": .number($0.after)]
                }
            ),
        ]
    }

    private static func share(_ share: RoundComparison.Share) -> OrderedJSON {
        [
            "items_before": .integer(share.before.count), "items": .integer(share.after.count),
            "difference": AuditJSON.ruleFigure(share.difference),
        ]
    }

    private static func change(_ change: RoundComparison.Change) -> OrderedJSON {
        [
            "before": AuditJSON.figure(change.before), "after": AuditJSON.figure(change.after),
            "difference": AuditJSON.figure(change.difference),
        ]
    }
}
