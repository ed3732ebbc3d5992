import AuditStatistics
import Basics
import ReviewAudit
import RoundExport
import RoundModel
import Verdicts

/// An audit as the members of one JSON object: every figure with its interval, level, method, verdicts and population, or with what it
/// lacks.
enum AuditJSON {
    static func members(_ report: AuditReport, others: [AuditReport], missing: [LostVerdict]) -> [OrderedJSON.Member] {
        var members = self.members(of: report)
        if !others.isEmpty { members.append(.init("at", .array(others.map { .object(bucketMembers(of: $0)) }))) }
        members.append(.init("not_in_round", .array(missing.map(\.json))))
        return members
    }

    private static func members(of report: AuditReport) -> [OrderedJSON.Member] {
        let agreement = report.agreement
        let reviewers = report.reviewers
        return bucketMembers(of: report) + [
            .init("seed", .string("\(report.seed)")),
            .init(
                "other_seeds",
                .array(
                    report.foreignDraws.sorted { $0.key < $1.key }.map { seed, labels in
                        ["seed": .string("\(seed)"), "labels": .integer(labels)]
                    }
                )
            ),
            .init(
                "agreement",
                [
                    "labels": .integer(agreement.labels), "prompts": .integer(agreement.prompts),
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
                    "disputed": .integer(reviewers.disputed), "compared": .integer(reviewers.compared),
                    "first_verdicts": [
                        "blind": .integer(reviewers.manners[.blind] ?? 0),
                        "call_in_sight": .integer(reviewers.manners[.callInSight] ?? 0),
                        "after_anothers": .integer(reviewers.manners[.afterAnothers] ?? 0),
                        "at_once": .integer(reviewers.manners[.atOnce] ?? 0),
                        "again_after_undo": .integer(reviewers.manners[.givenAgain] ?? 0),
                    ],
                    "unsure": .integer(reviewers.unsure), "changed_later": .integer(reviewers.changed),
                    "self_agreement": .array(
                        reviewers.repeats.map { own in
                            [
                                "reviewer": .string(own.reviewer), "items": .integer(own.items),
                                "same": .integer(own.same), "unsure": .integer(own.unsure),
                                "agreement": figure(own.agreement),
                            ]
                        }
                    ),
                    "krippendorff_alpha": figure(reviewers.krippendorff),
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
            .init("thresholds", thresholds(theta)),
            .init("alpha", .number(report.alpha)),
            .init("buckets", .object(report.buckets.map { .init($0.bucket.name, bucket($0)) })),
            .init("sets", .object(report.selections.map { .init($0.bucket.name, set($0)) })),
            .init("sets_drawn_at", thresholds(report.drawnAt)),
            .init("by", KindsJSON.json(report.kinds)),
        ]
    }

    private static func bucket(_ audit: BucketAudit) -> OrderedJSON {
        [
            "items": .integer(audit.rows),
            "items_with_verdicts": .integer(audit.rowsWithVerdicts), "distinct_pairs": .integer(audit.size),
            "sampled": .integer(audit.sampled),
            "wrong": .integer(audit.wrong),
            "unsure": .integer(audit.unsure),
            "sampled_not_in_round": [
                "labels": .integer(audit.lost.checked), "wrong": .integer(audit.lost.wrong),
                "unsure": .integer(audit.lost.unsure),
            ],
            "gaps": .integer(audit.gapCount),
            "passed_over": .integer(audit.passedOver), "waiting": .integer(audit.waiting),
            "waiting_wrong": .integer(audit.waitingWrong),
            "hunted": .integer(audit.hunted), "hunted_wrong": .integer(audit.huntedWrong),
            "planned": integer(audit.planned.labels), "error_rate": figure(audit.errorRate),
            "error_rate_while_labelling": figure(audit.errorRateWhileLabelling),
            "error_rate_without_slips": SlipsJSON.json(audit.corrected),
            "exported_error_rate": exported(audit),
            "labels_to_certify_5_percent": audit.claim.map { integer($0.more) } ?? .integer(0),
            "at_most_5_percent": audit.claim.map { claim($0, audit.bucket) } ?? .null,
            "labels_to_know_to_5_points": .integer(audit.toEstimate),
            "design": audit.dense.map(DesignJSON.design) ?? .null,
            "denser_design_offered": audit.offer.map(DesignJSON.offer) ?? .null,
        ]
    }

    private static func claim(_ claim: LimitClaim, _ bucket: Bucket) -> OrderedJSON {
        let assumed: [FigureAssumption] = [.randomOrder, .rightVerdicts]
        return [
            "share": .number(claim.share), "level": .number(claim.level), "shown": .bool(claim.isShown),
            "labels": .integer(claim.labels), "wrong_or_unsure": .integer(claim.wrong),
            "upper": .number(claim.upperBound), "p": .number(claim.pValue), "shown_at": integer(claim.shownAt),
            "labels_missing": integer(claim.more), "method": .string(claim.method),
            "population": .string("\(bucket.name) bucket"), "population_size": integer(claim.population.size),
            "holds_at_any_time": .bool(true), "assumes": .array(assumed.map { .string($0.rawValue) }),
        ]
    }

    static func integer(_ value: Int?) -> OrderedJSON { value.map { .integer($0) } ?? .null }

    private static func set(_ selection: SelectionAudit) -> OrderedJSON {
        ["precision": figure(selection.precision), "recall": figure(selection.recall)]
    }

    static func thresholds(_ theta: Thresholds) -> OrderedJSON {
        ["adv": .number(theta.adv), "safety": .number(theta.safety), "help": .number(theta.help)]
    }

    /// What people's verdicts show.
    static func figure(_ figure: Figure) -> OrderedJSON {
        // Its method is about verdicts that are wrong.
        if case .estimate(let estimate) = figure, estimate.method == .langReiczigel { return ruleFigure(figure) }
        return with([.rightVerdicts], figure)
    }

    /// What calls alone show, and nobody's verdicts.
    static func ruleFigure(_ figure: Figure) -> OrderedJSON { with([], figure) }

    private static func with(_ more: [FigureAssumption], _ figure: Figure) -> OrderedJSON {
        let record = OrderedJSON(encoding: FigureRecord(figure))
        guard case .estimate(let estimate) = figure, case .object(let members) = record else { return record }
        return .object(members + [assumptions(estimate.method.assumptions + more)])
    }

    private static func assumptions(_ all: [FigureAssumption]) -> OrderedJSON.Member {
        .init("assumes", .array(all.map { .string($0.rawValue) }))
    }

    private static func exported(_ audit: BucketAudit) -> OrderedJSON {
        let record = OrderedJSON(encoding: ExportedErrorRecord(audit))
        guard case .estimate(let estimate) = audit.exported.wholeErrorRate, case .object(let members) = record else {
            return record
        }
        return .object(members + [assumptions(estimate.method.assumptions + [.rightVerdicts])])
    }
}
