import ItemFilter
import RoundModel
import TestSupport

@testable import RoundFiles

/// A round whose rows have all that a filter can ask for, and what makes it hard.
struct RandomFilterRound {
    let folder: TestFolder
    let round: LoadedRound

    init(seed: UInt64, rows: Int, isDelimited: Bool = false, blockSize: Int = 1500) throws {
        var random = SeededGenerator(seed: seed)
        folder = try TestFolder()
        var lines: [String] = isDelimited ? ["id,prompt,response,safety_score,helpfulness_score,category,model"] : []
        let words = [
            "lock", "Lock", "LOCK", "door", "caf\\u00e9", "café", "a/b", "two words", "\\\"quoted\\\"", "and", "3",
        ]
        for row in 0..<rows {
            func word() -> String { words.randomElement(using: &random) ?? "" }
            let (safety, help) = (Int.random(in: 0...20, using: &random), Int.random(in: 0...20, using: &random))
            let scores = "\(Double(safety) / 20),\(Double(help) / 20)"
            if isDelimited {
                let cells = [word(), word(), word()].map { $0.replacing("\\\"", with: "\"\"") }.map { "\"\($0)\"" }
                let category = Bool.random(using: &random) ? cells[2] : ""
                lines.append(
                    "r\(row),\(cells[0]) \(row),\(cells[1]),\(scores),\(category),m\(row % 3)".replacing(
                        "\" \(row)",
                        with: " \(row)\""
                    )
                )
                continue
            }
            var parts = [
                "\"id\": \"r\(row)\"", "\"prompt\": \"\(word()) \(word())\"", "\"response\": \"\(word())\"",
                "\"safety_score\": \(Double(safety) / 20)", "\"helpfulness_score\": \(Double(help) / 20)",
            ]
            if Int.random(in: 0..<4, using: &random) > 0 { parts.append("\"category\": \"\(word())\"") }
            if Int.random(in: 0..<8, using: &random) == 0 { parts.append("\"category2\": null") }
            parts.append("\"scores\": {\"toxicity\": \([0.25, 0.5, 1, 3][row % 4]), \"kind\": \"\(word())\"}")
            parts.append("\"turn\": \(row % 5)")
            parts.append("\"many\": \"v\(row)\"")
            if row % 7 == 0 { parts.append("\"flags\": [1, 2]") }
            if row % 11 == 0 { parts.shuffle(using: &random) }
            lines.append("{\(parts.joined(separator: ", "))}")
            if row % 50 == 17 { lines.append("{\"prompt\": \"lock, but no row\"}") }
        }
        let path = try folder.write(lines.joined(separator: "\n") + "\n", to: isDelimited ? "r.csv" : "r.jsonl")
        var settings = LoadSettings()
        settings.blockSize = blockSize
        round = try RoundLoader.load(RoundRequest(paths: [path]), settings: settings)
    }

    func text(_ item: UInt32) -> ItemText {
        (try? round.texts.itemText(of: Int(item), in: round.columns))
            ?? ItemText(prompt: [], response: [], fields: [], file: "", line: 0)
    }
}

extension FilterContext {
    /// Thresholds and notes that a filter may ask about.
    static func usual(_ round: LoadedRound) -> FilterContext {
        FilterContext(
            columns: round.columns,
            thresholds: Thresholds(adv: 0.3, safety: 0.6, help: 0.4),
            baseline: Thresholds(adv: 0.4, safety: 0.5, help: 0.4),
            given: [.note: [1, 5, 9]]
        )
    }
}
