import Foundation
import TestSupport
import Testing

/// `-o`, wherever something is written.
struct OutputOptionTests {
    private func round(_ folder: TestFolder) throws -> String {
        try folder.write(
            Rows.three + "bad\n" + Rows.json(safety: "null") + "\n" + Rows.json(safety: "null") + "\n",
            to: "round.jsonl"
        )
    }

    @Test(arguments: ["-o", "--output", "--out"]) func `a file holds what standard output would`(_ option: String)
        throws
    {
        let folder = try TestFolder()
        let round = try round(folder)
        for arguments in [["summary", round], ["summary", round, "--json"], ["config", "--defaults"]] {
            let shown = try Redsieve.run(arguments)
            let dash = try Redsieve.run(arguments + [option, "-"])
            let kept = try Redsieve.run(arguments + [option, folder("result")])
            #expect(kept.status == 0 && dash.status == 0, "\(kept.errorText)")
            #expect(kept.output.isEmpty)
            #expect(folder.text("result") == shown.outputText && dash.outputText == shown.outputText)
            expectRefusal(try Redsieve.run(arguments + [option, folder("result")]), status: 73, says: ["--replace"])
            #expect(try Redsieve.run(arguments + [option, folder("result"), "--replace"]).status == 0)
            try FileManager.default.removeItem(atPath: folder("result"))
        }
    }

    @Test func `what a result is made from is never replaced`() throws {
        let folder = try TestFolder()
        let round = try round(folder)
        let before = folder.text("round.jsonl")
        let run = try Redsieve.run("summary", round, "-o", round, "--replace")
        expectRefusal(run, status: 73, says: ["the result is made from it"])
        let inFolder = try Redsieve.run("summary", folder.path, "-o", round, "--replace")
        expectRefusal(inFolder, status: 73, says: ["the result is made from it"])
        #expect(folder.text("round.jsonl") == before)
        expectRefusal(try Redsieve.run("summary", round, "--replace"), status: 64, says: ["--replace needs --output"])
    }

    @Test func `JSON says of what form it is, and why rows are invalid`() throws {
        let folder = try TestFolder()
        let run = try Redsieve.run("summary", try round(folder), "--json")
        #expect(run.outputText.hasPrefix("{\n  \"schema\": 1,"))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        let rows = try #require(json["invalid_rows"] as? [[String: Any]])
        #expect(rows.count == 2)
        #expect(rows[0]["reason"] as? String == "null" && rows[0]["field"] as? String == "safety")
        #expect(rows[0]["rows"] as? Int == 2)
        let first = try #require(rows[0]["first"] as? [String: Any])
        #expect(first["line"] as? Int == 5 && first["text"] as? String == "safety score is null")
        #expect(first["file"] as? String == "round.jsonl", "\(first)")
        #expect(rows[1]["reason"] as? String == "not_json" && rows[1]["field"] is NSNull)
    }

    @Test func `audits and certificates have the same head`() throws {
        let folder = try TestFolder()
        let review = ["--review", folder("r.review")]
        let plan = ["certify", Redsieve.sample, "--alpha", "0.05", "--delta", "0.05", "--json", "-o", folder("c.json")]
        let certified = try Redsieve.run(plan + review)
        #expect(certified.status == 0, "\(certified.errorText)")
        #expect(certified.output.isEmpty && folder.text("c.json").hasPrefix("{\n  \"schema\": 1,"))
        let audit = try Redsieve.run(["audit", Redsieve.sample, "--json"] + review)
        #expect(audit.outputText.hasPrefix("{\n  \"schema\": 1,"), "\(audit.errorText)")
        for text in [audit.outputText, folder.text("c.json")] { #expect(text.contains("\"invalid_rows\": [")) }
    }
}
