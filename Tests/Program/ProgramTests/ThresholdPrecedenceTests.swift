import Foundation
import RoundModel
import TestSupport
import Testing

/// Command line, review, configuration, scores: in this order for every command, and every command says which it was.
struct ThresholdPrecedenceTests {
    /// A round whose review was left at θ safety 0.3, with one verdict.
    private func reviewed(_ folder: TestFolder) throws -> String {
        let rows = (0..<40).map { item in
            Rows.json("p\(item)", "r", safety: "\(Double(item) / 40)", help: "0.9")
        }
        let round = try folder.write(rows.joined(separator: "\n") + "\n", to: "r.jsonl")
        let run = try Redsieve.run(
            [round, "--plain", "--reviewer", "ann"],
            input: Array("threshold.type safety 0.3\nunsafe\n".utf8)
        )
        try #require(run.status == 0, "\(run.outputText) \(run.errorText)")
        return round
    }

    @Test func `select, summary, audit and report take the thresholds of the review beside the round`() throws {
        let folder = try TestFolder()
        let round = try reviewed(folder)
        let line = "thresholds: θ adv 0.5 (review), θ safety 0.3 (review), θ help 0.4 (review)"
        for arguments in [
            ["select", round, "-o", folder("out")], ["summary", round], ["audit", round],
            ["report", round, "-o", folder("r.html")],
        ] {
            let run = try Redsieve.run(arguments)
            #expect(run.status == 0, "\(run.errorText)")
            #expect(run.errorText.contains(line), "\(arguments[0]): \(run.errorText)")
            #expect(run.errorText.contains("review: "), "\(arguments[0])")
        }
        let summary = try Summary(of: round)
        #expect(summary.number("thresholds.safety") == 0.3)
        #expect(summary.text("thresholds_from.safety") == "review")
        #expect(try Summary(folder.bytes("out/manifest.json")).number("thresholds.safety") == 0.3)
    }

    @Test func `the command line goes before the review, and the rest stays the review's`() throws {
        let folder = try TestFolder()
        let round = try reviewed(folder)
        let summary = try Summary(of: round, at: nil, ["--theta-help", "0.1"])
        #expect(summary.number("thresholds.safety") == 0.3)
        #expect(summary.number("thresholds.help") == 0.1)
        #expect(summary.text("thresholds_from.help") == "command line")
    }

    @Test func `a review goes before the configuration, and can be left out`() throws {
        let folder = try TestFolder()
        let round = try reviewed(folder)
        let config = try folder.write("[thresholds]\nsafety = 0.6\nhelpfulness = 0.2\n", to: "c.toml")
        #expect(try Summary(of: round, at: nil, ["--config", config]).number("thresholds.safety") == 0.3)
        let without = try Summary(of: round, at: nil, ["--config", config, "--no-review"])
        #expect(without.number("thresholds.safety") == 0.6)
        #expect(without.text("thresholds_from.help") == "configuration")
        #expect(without.text("thresholds_from.adv") == "usual")
    }

    @Test func `verdicts count where they are asked for, and are told where they are not`() throws {
        let folder = try TestFolder()
        let round = try reviewed(folder)
        let unasked = try Redsieve.run("select", round, "-o", folder("unasked"))
        #expect(unasked.errorText.contains("do not count here; --review auto counts them"), "\(unasked.errorText)")
        #expect(try Summary(folder.bytes("unasked/manifest.json")).count("verdicts.total") == 0)
        for asked in ["auto", round + ".review"] {
            let run = try Redsieve.run("select", round, "--review", asked, "-o", folder("asked"), "--replace")
            #expect(run.errorText.contains("its verdicts on 1 item count"), "\(run.errorText)")
            #expect(try Summary(folder.bytes("asked/manifest.json")).count("verdicts.total") == 1)
        }
        // The review that lies there is found again.
        let verified = try Redsieve.run("verify", folder("asked"), "--round", round)
        #expect(verified.status == 0, "\(verified.errorText)")
    }

    @Test func `a review that cannot be read is no reason to fall back in silence`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.json(safety: "0.9", help: "0.9") + "\n", to: "r.jsonl")
        try folder.write("notes\n", to: "r.jsonl.review")
        let run = try Redsieve.run("summary", round)
        #expect(run.status == 65)
        #expect(run.errorText.contains("--no-review leaves the review out"), "\(run.errorText)")
        #expect(try Redsieve.run("summary", round, "--no-review").status == 0)
        #expect(
            try Redsieve.run(["summary", round, "--theta-adv", "0", "--theta-safety", "0", "--theta-help", "0"]).status
                == 0
        )
    }

    @Test func `crossed lines and lines outside of all scores are told`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.json(safety: "0.9", help: "0.9") + "\n", to: "r.jsonl")
        let options = ["--theta-adv", "0.7", "--theta-safety", "0.6", "--theta-help", "600"]
        for arguments in [["select", round, "-o", folder("out")], ["summary", round]] {
            let run = try Redsieve.run(arguments + options)
            let text = (run.outputText + run.errorText).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(text.contains("θ adv lies above θ safety"), "\(text)")
            #expect(text.contains("θ help 600 lies above all helpfulness scores (0.9 to 0.9)"), "\(text)")
            #expect(text.contains("No item is accepted"), "\(text)")
        }
    }

    @Test func `one field for both scores is allowed and told, by either name of helpfulness`() throws {
        let folder = try TestFolder()
        let round = try folder.write(#"{"prompt":"p","response":"r","score":0.9}"# + "\n", to: "r.jsonl")
        for name in ["help", "helpfulness"] {
            let fields = ["--field", "safety=score", "--field", "\(name)=score", "--lower-is-better", name]
            let run = try Redsieve.run(["select", round, "-o", folder(name)] + fields)
            #expect(run.status == 0, "\(run.errorText)")
            #expect(run.errorText.contains("score is read for both scores"), "\(run.errorText)")
            let json = try Redsieve.run(["summary", round, "--json"] + fields).outputText
            #expect(json.contains("is read for both scores"))
        }
        let twice = try Redsieve.run(["summary", round, "--field", "help=a", "--field", "helpfulness=b"])
        #expect(twice.status == 64)
    }
}
