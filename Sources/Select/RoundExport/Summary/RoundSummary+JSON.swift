public import Basics
internal import RoundModel

extension RoundSummary {
    /// The keys that `summary --json` and the manifest share, in their order; `sets` and `sha256` only where they were
    /// counted. `notes` is the summary's alone.
    ///
    /// - Complexity: O(shards); O(1) in the items.
    public var json: OrderedJSON {
        var members: [OrderedJSON.Member] = [
            .init("round", round),
            .init("scores", ["safety": score(.safety), "helpfulness": score(.helpfulness)]),
            .init("thresholds", thresholdValues),
        ]
        if !origins.isEmpty { members.append(.init(Self.originsKey, thresholdOrigins)) }
        members += [
            .init(
                "buckets",
                .object(Bucket.allCases.map { .init($0.name, .integer(counts[$0])) })
            ),
            .init(
                "on_the_line",
                [
                    "adv": .integer(lines.adv.on), "safety": .integer(lines.safety.on),
                    "help": .integer(lines.help.on),
                ]
            ),
        ]
        if let filter { members.append(.init("filter", filter.json)) }
        if let sets { members.append(.init("sets", sets.json)) }
        let none: OrderedJSON = ["total": .integer(0), "agree": .integer(0), "override": .integer(0)]
        members.append(.init("verdicts", verdicts?.json(at: thresholds, in: columns) ?? none))
        let all = notes + troubleNotes + report.notes
        if !all.isEmpty { members.append(.init("notes", .array(all.map { .string($0) }))) }
        return .object(members)
    }

    private var round: OrderedJSON {
        var members: [OrderedJSON.Member] = [
            .init("name", .string(report.name)),
            .init("items", .integer(items)),
            .init("invalid", .integer(report.invalidRows.count)),
            .init("bytes", .integer(report.bytes)),
        ]
        if let sha256 { members.append(.init("sha256", .string(sha256))) }
        members.append(.init("fields", Self.fields(report.fields.paths)))
        if !report.fields.shards.isEmpty {
            members.append(.init("shard_fields", .array(report.fields.shards.map(Self.fields))))
        }
        let turned = ScoreName.allCases.filter(report.fields.lowerIsBetter.contains)
        if !turned.isEmpty {
            members.append(.init("lower_is_better", .array(turned.map { .string($0.rawValue) })))
        }
        members.append(.init("text_scores", .integer(report.textScores)))
        members.append(.init("duplicate_ids", .integer(report.duplicateIDs)))
        members.append(.init("empty_texts", .integer(report.emptyTexts)))
        if report.fields.nonFiniteAsNull {
            members.append(.init("non_finite_as_null", .bool(true)))
            members.append(.init("non_finite_rows", .integer(report.nonFiniteRows)))
        }
        if !report.troubles.isEmpty {
            let troubles = RowTroubles.Kind.allCases.filter { report.troubles[$0] > 0 }
            members.append(
                .init("troubles", .object(troubles.map { .init($0.rawValue, .integer(report.troubles[$0])) }))
            )
        }
        if report.shards.count > 1 {
            members.append(.init("shards", .array(ShardNames.short(report.shards).map { .string($0) })))
        }
        return .object(members)
    }

    private static func fields(_ paths: [FieldRole: String]) -> OrderedJSON {
        .object(FieldRole.allCases.compactMap { role in paths[role].map { .init(role.rawValue, .string($0)) } })
    }

    private func score(_ name: ScoreName) -> OrderedJSON {
        guard let summary = scores[name] else { return .null }
        let quantiles = zip(ScoreSummary.fractions, summary.quantiles).map { fraction, value in
            OrderedJSON.Member("\(fraction)", .number(value))
        }
        return [
            "min": .number(summary.min), "max": .number(summary.max), "mean": .number(summary.mean),
            "quantiles": .object(quantiles),
        ]
    }

    private var thresholdValues: OrderedJSON {
        var members: [OrderedJSON.Member] = [
            .init("adv", .number(thresholds.adv)),
            .init("safety", .number(thresholds.safety)),
            .init("help", .number(thresholds.help)),
        ]
        if origins.values.contains(.suggested) { members.append(.init("suggested", .bool(true))) }
        return .object(members)
    }
}

extension RoundSummary {
    /// The key of where thresholds came from.
    static let originsKey = "thresholds_from"

    private var thresholdOrigins: OrderedJSON {
        .object(
            ThresholdName.allCases.compactMap { name in
                origins[name].map { OrderedJSON.Member(name.key, .string($0.rawValue)) }
            }
        )
    }
}

extension DistinctSets {
    var json: OrderedJSON {
        [
            "adversarial_prompts": .integer(adversarialPrompts),
            "accepted_pairs": .integer(acceptedPairs),
            "prompts_in_both": .integer(promptsInBoth),
            "prompts_with_several_accepted": .integer(promptsWithSeveralAccepted),
        ]
    }
}
