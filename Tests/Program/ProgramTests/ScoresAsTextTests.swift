import Foundation
import TestSupport
import Testing

/// Scores that are given as text, to every command.
struct ScoresAsTextTests {
    private static let scores = [".95", "+0.9", "1.", " .5", "-0", "1e-1", "007", "0,5", "1e", "nan", "", "1e400"]

    @Test func `a table and JSON with the same scores are the same round`() throws {
        let folder = try TestFolder()
        let rows = Self.scores.indices.map { item in
            (prompt: "p\(item)", safety: Self.scores[item], help: Self.scores[Self.scores.count - 1 - item])
        }
        let table =
            ["prompt,response,safety_score,helpfulness_score"]
            + rows.map { "\($0.prompt),r,\"\($0.safety)\",.75" } + rows.map { "\($0.prompt),r,.75,\"\($0.help)\"" }
        func row(_ prompt: String, _ safety: String, _ help: String) -> String {
            #"{"prompt":"\#(prompt)","response":"r","safety_score":"\#(safety)","helpfulness_score":"\#(help)"}"#
        }
        let lines = rows.map { row($0.prompt, $0.safety, ".75") } + rows.map { row($0.prompt, ".75", $0.help) }
        let files = [
            try folder.write(table.joined(separator: "\n") + "\n", to: "r.csv"),
            try folder.write(lines.joined(separator: "\n") + "\n", to: "r.jsonl"),
        ]
        var told: [[String: NSObject]] = []
        for (index, file) in files.enumerated() {
            let summary = try Redsieve.run("summary", file, "--json", "--theta-help", "0.5", "--theta-safety", "0.6")
            let json = try JSONSerialization.jsonObject(with: Data(summary.outputText.utf8)) as? [String: NSObject]
            told.append((json ?? [:]).filter { ["buckets", "scores"].contains($0.key) })
            #expect(told[index].count == 2, "\(summary.outputText)")
            let made = try Redsieve.run("select", file, "-o", folder("out\(index)"))
            try #require(made.status == 0, "\(made.errorText)")
            let verified = try Redsieve.run("verify", folder("out\(index)"), "--round", file)
            #expect(verified.status == 0, "\(verified.errorText)")
        }
        #expect(told[0] == told[1])
        // The sets and what is wrong with the other rows agree.
        func values(_ name: String, _ key: String) -> [[String?]] {
            [0, 1].map { index in
                folder.lines("out\(index)/\(name)").map { line in
                    (try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])?[key] as? String
                }
            }
        }
        for set in ["accepted.jsonl", "adversarial.jsonl"] {
            let prompts = values(set, "prompt")
            #expect(prompts[0] == prompts[1] && !prompts[0].contains(nil), "\(set): \(prompts)")
        }
        let reasons = values("invalid.jsonl", "reason")
        #expect(reasons[0] == reasons[1] && reasons[0].count == 10 && !reasons[0].contains(nil), "\(reasons)")
        // Rows of an export are a round again, whatever they were made from.
        let again = try [0, 1].map { try Summary(of: folder("out\($0)/accepted.jsonl")).buckets }
        #expect(again[0] == again[1])
    }
}
