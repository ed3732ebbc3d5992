import AuditStatistics
import ReviewAudit
import RoundExport
import RoundModel

/// An audit as the members of one JSON object: every figure with its interval, level, method, labels and population, or with what it
/// lacks.
enum AuditJSON {
    static func members(_ report: AuditReport, others: [AuditReport]) -> [OrderedJSON.Member] {
        var members = self.members(of: report)
        if !others.isEmpty { members.append(.init("at", .array(others.map { .object(bucketMembers(of: $0)) }))) }
        return members
    }

    private static func members(of report: AuditReport) -> [OrderedJSON.Member] {
        let agreement = report.agreement
        let reviewers = report.reviewers
        return bucketMembers(of: report) + [
            .init("seed", .string("\(report.seed)")),
            .init(
                "agreement",
                [
                    "labels": .integer(agreement.labels),
                    "calls_by_answers": .array(agreement.counts.map { .array($0.map { .integer($0) }) }),
                    "accuracy": figure(agreement.accuracy), "kappa": figure(agreement.kappa),
                    "falsely_adversarial": figure(agreement.falselyAdversarial),
                    "falsely_accepted": figure(agreement.falselyAccepted),
                    "safety_auc": figure(agreement.safetyArea), "helpfulness_auc": figure(agreement.helpfulnessArea),
                    "safety_spearman": figure(agreement.safetyRanks),
                ]
            ),
            .init(
                "reviewers",
                [
                    "answers": .object(
                        reviewers.answers.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }
                    ),
                    "overlap": .integer(reviewers.overlap), "contested": .integer(reviewers.contested),
                    "disputed": .integer(reviewers.disputed), "krippendorff_alpha": figure(reviewers.krippendorff),
                    "pairs": .array(
                        reviewers.pairs.map { pair in
                            [
                                "first": .string(pair.first), "second": .string(pair.second),
                                "items": .integer(pair.items), "kappa": figure(pair.kappa),
                            ]
                        }
                    ),
                ]
            ),
        ]
    }

    private static func bucketMembers(of report: AuditReport) -> [OrderedJSON.Member] {
        let theta = report.thresholds
        return [
            .init(
                "thresholds",
                ["adv": .number(theta.adv), "safety": .number(theta.safety), "help": .number(theta.help)]
            ),
            .init("alpha", .number(report.alpha)),
            .init("buckets", .object(report.buckets.map { .init($0.bucket.name, bucket($0)) })),
        ]
    }

    private static func bucket(_ audit: BucketAudit) -> OrderedJSON {
        [
            "items": .integer(audit.size), "sampled": .integer(audit.sampled), "wrong": .integer(audit.wrong),
            "unsure": .integer(audit.unsure), "gaps": .integer(audit.gapCount), "waiting": .integer(audit.waiting),
            "hunted": .integer(audit.hunted), "hunted_wrong": .integer(audit.huntedWrong),
            "error_rate": figure(audit.errorRate),
            "error_rate_while_labelling": figure(audit.errorRateWhileLabelling),
            "exported_error_rate": figure(audit.remaining),
            "labels_to_certify_5_percent": audit.toCertify.map { .integer($0) } ?? .null,
            "labels_to_know_to_5_points": .integer(audit.toEstimate),
        ]
    }

    private static func figure(_ figure: Figure) -> OrderedJSON {
        switch figure {
        case .noItems: ["no_items": .bool(true)]
        case .missing(let labels): ["missing_labels": .integer(labels)]
        case .estimate(let estimate):
            [
                "value": .number(estimate.value), "lower": .number(estimate.interval.lower),
                "upper": .number(estimate.interval.upper), "level": .number(estimate.level),
                "method": .string(estimate.method.title), "labels": .integer(estimate.labels),
                "population": .string(AuditText.name(of: estimate.population.set)),
                "population_size": estimate.population.size.map { .integer($0) } ?? .null,
            ]
        }
    }
}
