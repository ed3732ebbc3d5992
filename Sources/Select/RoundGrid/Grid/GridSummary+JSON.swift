public import Basics
internal import RoundModel

extension GridSummary {
    /// The same for programs: each count with both ends, which are the same where it is exact.
    public var json: OrderedJSON {
        let record = grid.record
        func lines(_ axis: GridAxis) -> OrderedJSON {
            [
                "min": .number(axis.min), "max": .number(axis.max), "lines": .integer(axis.lines.count),
                "exact": .bool(axis.isExact),
            ]
        }
        func named<Value>(_ values: [Value], _ key: (Value) -> String, _ json: (Value) -> OrderedJSON) -> OrderedJSON {
            .object(values.map { OrderedJSON.Member(key($0), json($0)) })
        }
        let positions = ThresholdName.allCases
        return [
            "grid": ["name": .string(name), "engine": .string(record.engine), "plan": .string(record.plan)],
            "round": [
                "items": .integer(record.items), "invalid": .integer(record.invalid),
                "bytes": .integer(record.files.compactMap(\.bytes).reduce(0, +)),
                "files": .integer(record.files.count),
            ],
            "scores": ["safety": lines(grid.counts.safety), "helpfulness": lines(grid.counts.helpfulness)],
            "thresholds": named(positions, \.key) { .number(counts.tally.thresholds[$0]) },
            "thresholds_from": named(positions.filter { origins[$0] != nil }, \.key) {
                .string(origins[$0]?.rawValue ?? "")
            },
            "buckets": named(Bucket.allCases, \.name) { counts.tally[$0].json },
            "on_the_line": named(positions, \.key) { counts.tally[$0].on.json },
            "sets": [
                "adversarial_prompts": counts.adversarialPrompts.json, "accepted_pairs": counts.acceptedPairs.json,
            ],
            "exact": .bool(counts.isExact),
            "invalid_rows": .array(
                record.invalidRows.map { reason in
                    [
                        "reason": .string(reason.reason), "field": reason.field.map { .string($0) } ?? .null,
                        "rows": .integer(reason.rows),
                        "first": ["file": .string(reason.first.file), "text": .string(reason.first.text)],
                    ]
                }
            ),
        ]
    }
}

extension CountRange {
    /// Both ends.
    fileprivate var json: OrderedJSON { ["low": .integer(low), "high": .integer(high)] }
}
