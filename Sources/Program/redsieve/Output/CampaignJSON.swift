import AuditStatistics
import Basics
import CampaignFile
import PromptDiversity
import ReviewAudit
import RoundCampaign
import RoundExport
import RoundModel

/// A campaign as one JSON object.
enum CampaignJSON {
    /// The number of the form, which grows when a key changes its meaning; new keys do not change it.
    static let schema = 1

    static func json(_ figures: CampaignFigures, _ carries: CarriedCampaign?) -> OrderedJSON {
        let settings = figures.settings
        var members: [OrderedJSON.Member] = [
            .init("campaign_schema", .integer(schema)), .init("campaign", .string(settings.name)),
            .init("target_rate", .number(figures.question.target)),
            .init("last_rounds", .integer(figures.question.last)),
            .init("alpha", .number(figures.question.alpha)),
            .init("categories", .array(figures.categories.map { .text($0) })),
            .init("styles", .array(figures.styles.map { .text($0) })),
            .init("rounds", .array(settings.rounds.indices.map { round($0, figures) })),
            .init("changes", .array(figures.changes.map { change($0, figures) })),
            .init("methods", .array(figures.methods.map { method($0, figures) })),
            .init("series", .array(settings.series.map(series))),
            .init("sentences", .array(figures.sentences.map { .string($0) })),
        ]
        if let carries { members.append(.init("carried", carried(carries, figures))) }
        return .object(members)
    }

    private static func round(_ place: Int, _ figures: CampaignFigures) -> OrderedJSON {
        let listed = figures.settings.rounds[place]
        let head: [OrderedJSON.Member] = [
            .init("name", .string(listed.name)), .init("method", .string(listed.method)),
            .init("number", .integer(listed.number)),
            .init("files", .array(listed.files.map { .string(PathText.shown($0)) })),
            .init("split", .string(listed.split)), .init("target", .string(listed.target)),
            .init("adversary", .string(listed.adversary)),
        ]
        guard let round = figures.rounds[place] else {
            return .object(head + [.init("problem", .string(figures.failures[place] ?? "not read yet"))])
        }
        let theta = round.thresholds
        let counts = round.counts.buckets
        return .object(
            head + [
                .init("items", .integer(round.items)), .init("invalid_rows", .integer(round.invalidRows)),
                .init("thresholds", thresholds(theta.thresholds)),
                .init(
                    "threshold_origins",
                    .object(
                        ThresholdName.allCases.map { .init($0.key, .string(theta.origins[$0]?.rawValue ?? "")) }
                    )
                ),
                .init(
                    "counts",
                    [
                        "adversarial": .integer(counts.adversarial), "accepted": .integer(counts.accepted),
                        "discarded": .integer(counts.discarded), "uncertain": .integer(round.counts.uncertain),
                    ]
                ),
                .init("unsafe", AuditJSON.ruleFigure(.estimate(round.unsafe))),
                .init("unsafe_of_all_rows", .number(round.unsafeOfAllRows)),
                .init("people", round.people.map(people) ?? .null), .init("sets", sets(round.sets)),
                .init("cells", round.cells.map(cells) ?? .null),
                .init("diversity", round.diversity.map(diversity) ?? .null),
                .init("drift", .object(round.drift.map { .init($0.score.rawValue, ComparisonJSON.drift($0)) })),
                .init("lineage", round.lineage.map(lineage) ?? .null),
                .init("certificate", .array(round.certificate.map { .string($0) })),
                .init("certified", round.certified.map { certified($0, theta.thresholds) } ?? .null),
                .init("notices", .array(round.notices.map { .string($0) })),
            ]
        )
    }

    private static func certified(_ certified: KeptVerdicts.Certified, _ now: Thresholds) -> OrderedJSON {
        [
            "promise": .string(certified.promise), "thresholds": thresholds(certified.thresholds),
            "accepted": .integer(certified.size), "has_moved": .bool(certified.thresholds != now),
        ]
    }

    private static func thresholds(_ theta: Thresholds) -> OrderedJSON {
        ["adv": .number(theta.adv), "safety": .number(theta.safety), "help": .number(theta.help)]
    }

    private static func people(_ people: RoundFigures.PeopleFigures) -> OrderedJSON {
        [
            "review": .string(PathText.shown(people.path)), "unsafe": AuditJSON.figure(people.unsafe),
            "gap": AuditJSON.figure(people.gap), "decided": .integer(people.decided),
            "undecided": .integer(people.undecided), "drawn_at": thresholds(people.drawnAt),
            "judged": .integer(people.judged), "not_in_round": .integer(people.missing),
            "is_of_another_round": .bool(people.isOfAnotherRound),
        ]
    }

    private static func sets(_ sets: RoundFigures.SetFigures) -> OrderedJSON {
        [
            "prompts": .integer(sets.prompts), "pairs": .integer(sets.pairs),
            "adversarial_prompts": .integer(sets.adversarialPrompts), "accepted_pairs": .integer(sets.acceptedPairs),
            "yield": .number(sets.yield), "prompts_seen_before": sets.seenBefore.map { .integer($0) } ?? .null,
        ]
    }

    private static func cells(_ table: CellTable) -> OrderedJSON {
        [
            "cells": .integer(table.spread.counts.count), "occupied": .integer(table.spread.occupied),
            "coverage": .number(table.spread.coverage), "unsafe_coverage": .number(table.unsafeCoverage),
            "evenness": number(table.spread.evenness), "evenness_of_occupied": number(table.spread.evennessOfOccupied),
            "simpson": number(table.spread.simpson), "simpson_unbiased": number(table.spread.unbiasedSimpson),
            "unplaced": .integer(table.unplaced),
            "rates": .array(
                table.cells.map { cell in
                    [
                        "category": .text(table.categories[cell.category]), "style": .text(table.styles[cell.style]),
                        "items": .integer(cell.items), "unsafe_items": .integer(cell.unsafeItems),
                        "unsafe": AuditJSON.ruleFigure(.estimate(cell.unsafe)),
                    ]
                }
            ),
        ]
    }

    private static func diversity(_ figures: DiversityFigures) -> OrderedJSON {
        [
            "prompts": .integer(figures.prompts), "words": .integer(figures.words),
            "distinct": .object(
                zip(DiversityFigures.lengths, figures.distinct).map { .init("\($0)", number($1)) }
            ),
            "self_bleu": .object(
                zip(DiversityFigures.orders, figures.selfBLEU).map { .init("\($0)", .number($1)) }
            ),
            "mean_self_bleu": .number(figures.meanSelfBLEU), "mean_overlap": .number(figures.overlap),
        ]
    }

    private static func lineage(_ figures: LineageFigures) -> OrderedJSON {
        [
            "prompts_with_parent": .integer(figures.withParent), "of_round_before": .integer(figures.fromRoundBefore),
            "of_earlier_round": .integer(figures.fromEarlier), "of_later_round": .integer(figures.fromLater),
            "of_same_round": .integer(figures.fromSameRound), "of_themselves": .integer(figures.fromThemselves),
            "of_no_round": .integer(figures.fromNowhere), "of_several_rounds": .integer(figures.fromSeveral),
            "in_cycles": .integer(figures.inCycles), "barely_changed": .integer(figures.barelyChanged),
        ]
    }

    private static func change(_ change: RoundChange, _ figures: CampaignFigures) -> OrderedJSON {
        let pairs = change.pairs
        return [
            "from": .string(figures.settings.rounds[change.before].name),
            "to": .string(figures.settings.rounds[change.after].name),
            "difference": AuditJSON.ruleFigure(change.difference),
            "same_prompts": [
                "prompts": .integer(pairs.count), "unsafe_in_both": .integer(pairs.both),
                "turned_safe": .integer(pairs.onlyBefore), "turned_unsafe": .integer(pairs.onlyAfter),
                "unsafe_in_neither": .integer(pairs.neither), "mcnemar_p": .number(pairs.mcNemar),
                "is_paired": .bool(change.isPaired), "difference": AuditJSON.ruleFigure(change.pairedDifference),
            ],
            "cells": .array(
                change.cells.map { cell in
                    [
                        "category": .text(figures.categories[cell.category]),
                        "style": .text(figures.styles[cell.style]),
                        "unsafe_before": .integer(cell.before.count), "items_before": .integer(cell.before.trials),
                        "unsafe": .integer(cell.after.count), "items": .integer(cell.after.trials),
                        "difference": AuditJSON.ruleFigure(.estimate(cell.difference)), "is_clear": .bool(cell.isClear),
                    ]
                }
            ),
        ]
    }

    private static func method(_ method: MethodFigures, _ figures: CampaignFigures) -> OrderedJSON {
        [
            "method": .string(method.method),
            "rounds": .array(method.rounds.map { .string(figures.settings.rounds[$0].name) }),
            "trend": method.trend.map { ["z": number($0.z), "p": number($0.pValue)] } ?? .null,
            "broken": .array(
                method.broken.map { cell in
                    [
                        "category": .text(figures.categories[cell.category]),
                        "style": .text(figures.styles[cell.style]),
                        "unsafe": .array(cell.rates.map { AuditJSON.ruleFigure(.estimate($0)) }),
                    ]
                }
            ),
            "families": method.families.map { FamilyJSON.json($0, figures) } ?? .null,
        ]
    }

    private static func series(_ series: KnownSeries) -> OrderedJSON {
        [
            "method": .string(series.method), "judge": .string(series.judge.rawValue), "source": .string(series.source),
            "rates": .array(series.rates.map { ["number": .integer($0.number), "unsafe": .number($0.share)] }),
        ]
    }

    private static func carried(_ carries: CarriedCampaign, _ figures: CampaignFigures) -> OrderedJSON {
        [
            "from": .string(figures.settings.rounds[carries.source].name),
            "rounds": .array(
                carries.carried.map { place, carried in
                    [
                        "name": .string(figures.settings.rounds[place].name), "same_values": way(carried.values),
                        "same_quantiles": way(carried.quantiles), "certified": carried.certified.map(way) ?? .null,
                    ]
                }
            ),
        ]
    }

    private static func way(_ carried: CarriedThresholds.Carried) -> OrderedJSON {
        let counts = carried.counts.buckets
        return [
            "thresholds": thresholds(carried.thresholds), "adversarial": .integer(counts.adversarial),
            "accepted": .integer(counts.accepted), "discarded": .integer(counts.discarded),
            "uncertain": .integer(carried.counts.uncertain),
            "adversarial_prompts": .integer(carried.adversarialPrompts),
            "accepted_pairs": .integer(carried.acceptedPairs),
            "labels_needed": [
                "adversarial": carried.labels[0].map { .integer($0) } ?? .null,
                "accepted": carried.labels[1].map { .integer($0) } ?? .null,
            ],
        ]
    }

    private static func number(_ value: Double?) -> OrderedJSON { value.map { .number($0) } ?? .null }
}
