import Basics
import RoundExport
import RoundModel
import TextSafety

/// What commands print with `--json`.
enum ResultJSON {
    /// The number of the form of all of them, which grows when a key changes its meaning; new keys do not change it.
    static let schema = 1

    /// The text of a result: the number of its form, its members, and what else is to be told.
    static func text(_ result: OrderedJSON, _ more: OrderedJSON.Member...) -> String {
        guard case .object(let members) = result else { return SafeJSON.text(result.description(.pretty)) + "\n" }
        let all = OrderedJSON.object([.init("schema", .integer(schema))] + members + more)
        return SafeJSON.text(all.description(.pretty)) + "\n"
    }

    /// Why rows are invalid: each reason with its rows and the first of them, that with most rows first.
    ///
    /// - Complexity: O(invalid rows).
    static func invalidRows(_ report: LoadReport) -> OrderedJSON.Member {
        struct Key: Hashable {
            var kind: String
            var field: String?
        }
        var found: [Key: (rows: Int, first: InvalidRow)] = [:]
        for row in report.invalidRows {
            let key = Key(kind: row.reason.kind, field: row.reason.role?.rawValue)
            found[key, default: (0, row)].rows += 1
        }
        let reasons = found.sorted { one, other in
            if one.value.rows != other.value.rows { return one.value.rows > other.value.rows }
            return (one.key.kind, one.key.field ?? "") < (other.key.kind, other.key.field ?? "")
        }
        let names = ShardNames.short(report.shards)
        return .init(
            "invalid_rows",
            .array(
                reasons.map { key, value in
                    let first = value.first
                    let shard = first.place.shard
                    let file = names.indices.contains(shard) ? names[shard] : report.name
                    return [
                        "reason": .string(key.kind), "field": key.field.map { .string($0) } ?? .null,
                        "rows": .integer(value.rows),
                        "first": [
                            "file": .string(PathText.shown(file)), "line": .integer(first.line),
                            "text": .string(first.text),
                        ],
                    ]
                }
            )
        )
    }
}
