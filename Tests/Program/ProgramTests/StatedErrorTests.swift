import Foundation
import TestSupport
import Testing

/// What an export states of its error is about what its files hold.
struct StatedErrorTests {
    /// 80 accepted pairs in 120 rows, and 40 discarded ones in 60; each prompt of an accepted one has two responses.
    private func round(in folder: TestFolder, without deleted: Set<String> = []) throws -> String {
        var rows: [String] = []
        for content in 0..<120 where !deleted.contains("r\(content)") {
            let (prompt, safety) = content < 80 ? (content / 2, 0.9) : (content, 0.5)
            let row =
                #"{"prompt":"p\#(prompt)","response":"r\#(content)","safety_score":\#(safety),"helpfulness_score":0.9}"#
            rows += Array(repeating: row, count: content % 4 == 1 ? 3 : 1)
        }
        return try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl")
    }

    private func plain(_ round: String, _ lines: [String], in folder: TestFolder) throws {
        let theta = ["--theta-adv", "0.2", "--theta-safety", "0.6", "--theta-help", "0.4"]
        let run = try Redsieve.run(
            [round, "--plain", "--review", folder("r.review"), "--reviewer", "ann"] + theta,
            input: Array((lines.joined(separator: "\n") + "\n").utf8)
        )
        #expect(run.status == 0, "\(run.errorText)\(run.outputText)")
    }

    /// Twelve answers of a blind sample of the accepted bucket; every fourth finds a mistake.
    private static let sample =
        ["accepted", "queue", "1", "goal 12", "confirm"] + (1...12).map { $0 % 4 == 0 ? "unsafe" : "helpful" } + [
            "back"
        ]

    private func stated(_ name: String, in folder: TestFolder) throws -> [String: [String: Any]] {
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.bytes("\(name)/manifest.json"))) as? [String: Any]
        )
        let verdicts = try #require(manifest["verdicts"] as? [String: Any])
        return try #require(verdicts["stated_error"] as? [String: [String: Any]])
    }

    private func lines(_ file: String, in folder: TestFolder) -> Int {
        folder.text(file).utf8.count { $0 == UInt8(ascii: "\n") }
    }

    @Test func `its population is the lines of the file, whatever copies there are`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        try plain(round, Self.sample + ["export \(folder("out"))", "confirm", "quit"], in: folder)
        let stated = try stated("out", in: folder)
        #expect(lines("out/accepted.jsonl", in: folder) == 77)
        #expect(stated["accepted"]?["population_size"] as? Int == 77)
        #expect(stated["accepted"]?["labels"] as? Int == 12)
        #expect(stated["accepted"]?["unit"] as? String == "distinct pairs")
        let prompts = try #require(stated["adversarial"]?["prompts"] as? [String: Any])
        #expect(prompts["lines"] as? Int == lines("out/adversarial.jsonl", in: folder))
        #expect(stated["adversarial"]?["brought_in"] as? Int == 3)
        let verify = try Redsieve.run(["verify", folder("out"), "--round", round, "--review", folder("r.review")])
        #expect(verify.status == 0, "\(verify.errorText)")
    }

    @Test func `what nobody looked at is told apart`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        let bulk = ["discarded", "many", "helpful", "confirm", "60"]
        try plain(round, Self.sample + bulk + ["export \(folder("out"))", "confirm", "quit"], in: folder)
        let accepted = try #require(try stated("out", in: folder)["accepted"])
        #expect(lines("out/accepted.jsonl", in: folder) == 117)
        #expect(accepted["population_size"] as? Int == 117)
        #expect(accepted["not_looked_at"] as? Int == 40)
        #expect(accepted["upper"] as? Double ?? 0 > 40.0 / 117)
        let covered = try #require(accepted["without_not_looked_at"] as? [String: Any])
        #expect(covered["population_size"] as? Int == 77)
        let audit = try Redsieve.run(
            ["audit", round, "--review", folder("r.review"), "--theta-adv", "0.2", "--theta-safety", "0.6"]
                + ["--theta-help", "0.4"]
        )
        #expect(audit.outputText.contains("40 more pairs that verdicts brought in and nobody looked at"))
    }

    @Test func `mistakes that were deleted from the file leave no clean sample`() throws {
        let folder = try TestFolder()
        let round = try round(in: folder)
        try plain(round, Self.sample + ["export \(folder("out"))", "confirm", "quit"], in: folder)
        // What is left is exported; two mistakes may share a prompt, which adversarial.jsonl has once.
        let left = folder.text("out/accepted.jsonl").split(separator: "\n").compactMap { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["response"] as? String
        }
        let wrong = Set((0..<80).map { "r\($0)" }).subtracting(left)
        try #require(wrong.count == 3)
        _ = try self.round(in: folder, without: wrong)
        let run = try Redsieve.run(
            ["audit", round, "--review", folder("r.review"), "--json", "--theta-adv", "0.2", "--theta-safety", "0.6"]
                + ["--theta-help", "0.4"]
        )
        #expect(run.status == 0, "\(run.errorText)")
        let all = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        let accepted = try #require((all["buckets"] as? [String: [String: Any]])?["accepted"])
        #expect(accepted["sampled"] as? Int == 12 && accepted["wrong"] as? Int == 3)
        #expect((accepted["sampled_not_in_round"] as? [String: Any])?["wrong"] as? Int == 3)
        let rate = try #require(accepted["error_rate"] as? [String: Any])
        #expect(rate["value"] as? Double ?? 0 > 0.1)
    }
}
