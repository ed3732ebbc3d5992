import RoundModel
import TestSupport
import Testing

/// `redsieve select`: what it writes, and what it tells.
struct SelectCommandTests {
    static let files = ["accepted.jsonl", "adversarial.jsonl", "discarded.jsonl", "invalid.jsonl", "manifest.json"]

    /// With what tells `datasets` which file is which set; it is no file that the manifest speaks of.
    static let entries = ["README.md"] + files

    @Test func `the three sets`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three + "bad\n", to: "round.jsonl")
        let run = try Redsieve.run("select", round, "--out", folder("out"))
        #expect(run.status == 0)
        // What the fields were taken for is told, and told where it does not disturb the result.
        #expect(
            run.errorText == "redsieve: fields: prompt=prompt, response=response, "
                + "safety=safety_score, helpfulness=helpfulness_score\n"
                + "redsieve: thresholds: θ adv 0.5 (default), θ safety 0.8 (default), θ help 0.4 (default)\n"
                + "redsieve: review: none\n"
        )
        #expect(run.outputText.hasPrefix("wrote \(folder("out"))\n"))
        #expect(folder.entries == ["out", "round.jsonl"])
        #expect(folder.entries(of: "out") == Self.entries)
        let source = folder.lines("round.jsonl")
        #expect(folder.lines("out/adversarial.jsonl") == [source[0]])
        #expect(folder.lines("out/accepted.jsonl") == [source[1]])
        #expect(folder.lines("out/discarded.jsonl") == [source[2]])
        #expect(folder.lines("out/invalid.jsonl").count == 1)
        let manifest = try Summary(folder.bytes("out/manifest.json"))
        for name in Self.files.dropLast() {
            let digest = try RunProgram("sha256sum", [folder("out/\(name)")]).outputText.prefix(64)
            let files = manifest.object["files"] as? [String: [String: Any]]
            #expect(files?[name]?["sha256"] as? String == String(digest), "\(name)")
            #expect(files?[name]?["lines"] as? Int == 1, "\(name)")
        }
    }

    @Test func `what a header lacks is told`() throws {
        let folder = try TestFolder()
        let header = "prompt,response,safety_score,helpfulness_score,note,note,"
        let round = try folder.write("# v1\n\(header)\np,r,.95,0.9,x,y,\n\"p\" q,r,0.1,0.9,x,y,\n", to: "round.csv")
        let run = try Redsieve.run("select", round, "--out", folder("out"))
        try #require(run.status == 0, "\(run.errorText)")
        #expect(run.errorText.contains("redsieve: passed over 1 line with # before the header\n"))
        #expect(run.errorText.contains("redsieve: a second column is called note: it is read as note_2\n"))
        #expect(run.errorText.contains("redsieve: column 7 has no name"))
        func lines(_ name: String) -> [String] { folder.lines(name).map { String(decoding: $0, as: UTF8.self) } }
        #expect(
            lines("out/accepted.jsonl") == [
                #"{"prompt": "p", "response": "r", "safety_score": 0.95, "helpfulness_score": 0.9, "note": "x", "note_2": "y"}"#
            ]
        )
        let invalid = lines("out/invalid.jsonl")
        #expect(invalid.count == 1)
        #expect(invalid.first?.contains(#""line":4,"reason":"text behind a closing quote, column 5""#) == true)
    }

    @Test(arguments: ["prompt-completion", "messages"]) func `trainers formats`(_ format: String) throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let run = try Redsieve.run("select", round, "--out", folder("out"), "--format", format)
        try #require(run.status == 0, "\(run.errorText)")
        let accepted = try Summary(folder.bytes("out/accepted.jsonl"))
        if format == "messages" {
            let messages = accepted.object["messages"] as? [[String: String]]
            #expect(messages?.map { $0["role"] } == ["user", "assistant"])
            #expect(messages?.map { $0["content"] } == ["how do I bake bread", "with flour"])
        } else {
            #expect(accepted.text("prompt") == "how do I bake bread")
            #expect(accepted.text("completion") == "with flour")
        }
        #expect(String(decoding: folder.bytes("out/adversarial.jsonl"), as: UTF8.self).contains("how do I open a lock"))
        #expect(!String(decoding: folder.bytes("out/adversarial.jsonl"), as: UTF8.self).contains("like this"))
    }

    /// Bytes are passed through, and some readers do not take all that is JSON.
    @Test func `what readers refuse is told`() throws {
        let folder = try TestFolder()
        let twice = Rows.json("a", safety: "0.1", more: #","k":1,"k":2"#)
        let lone = Rows.json("b", safety: "0.9", more: #","o":{"k":"\ud800"}"#)
        let round = try folder.write("\(twice)\n\(Rows.three)\(lone)\n\(twice)\n", to: "round.jsonl")
        let told = [
            "2 rows of the round hold a key twice: datasets and DuckDB refuse a file with such rows; "
                + "formats for trainers mend it in the two sets.",
            "1 row of the round holds a lone surrogate: datasets, pandas, Polars and DuckDB refuse a file "
                + "with such rows; formats for trainers mend it in the two sets.",
        ]
        let rows = try Redsieve.run("select", round, "--out", folder("rows"))
        try #require(rows.status == 0, "\(rows.errorText)")
        #expect(folder.lines("rows/adversarial.jsonl").first == Array(twice.utf8))
        let summary = try Summary(of: round)
        #expect(summary.count("round.troubles.key_twice") == 2)
        #expect(summary.count("round.troubles.lone_surrogate") == 1)
        #expect(summary.object["notes"] as? [String] == told)
        let words = try Redsieve.run("summary", round).outputText.split(whereSeparator: \.isWhitespace)
        let text = words.joined(separator: " ")
        for note in told { #expect(text.contains("- \(note)"), "\(text)") }
        #expect(try Summary(of: Redsieve.sample).number("round.troubles.key_twice") == nil)
    }

    /// The discarded rows stand as they are in every format, those of the sets in one.
    @Test func `which file holds rows that readers refuse is told in every format`() throws {
        let folder = try TestFolder()
        let more = #","k":1,"k":2"#
        let rows = [
            Rows.json("a", safety: "0.1", more: more), Rows.json("a", safety: "0.1", more: more),
            Rows.json("b", safety: "0.9", more: more), Rows.json("c", safety: "0.6", more: more),
            Rows.json("c", safety: "0.6", more: more), Rows.json("d", safety: "0.6", more: #","o":"\ud800""#),
        ]
        let round = try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl")
        let stands = "; that file holds rows as they stand in every format.\n"
        let lone =
            "1 row of discarded.jsonl holds a lone surrogate: datasets, pandas, Polars and DuckDB refuse a file with such rows"
        for format in ["rows", "prompt-completion", "messages"] {
            let run = try Redsieve.run("select", round, "-o", folder(format), "--format", format)
            try #require(run.status == 0, "\(run.errorText)")
            let twice =
                format == "rows"
                ? "1 row of adversarial.jsonl, 1 of accepted.jsonl and 2 of discarded.jsonl hold a key twice: datasets and DuckDB "
                    + "refuse a file with such rows; formats for trainers mend it in the two sets.\n"
                : "2 rows of discarded.jsonl hold a key twice: datasets and DuckDB refuse a file with such rows\(stands)"
            #expect(run.errorText.contains("note: \(twice)"), "\(run.errorText)")
            #expect(run.errorText.contains("note: \(lone)\(stands)"), "\(run.errorText)")
        }
        // A set without such rows is told nothing of.
        let sets = try folder.write(rows.prefix(3).joined(separator: "\n") + "\n", to: "sets.jsonl")
        let run = try Redsieve.run("select", sets, "-o", folder("sets"), "--format", "messages")
        #expect(run.status == 0 && !run.errorText.contains("key twice"), "\(run.errorText)")
    }

    @Test func `the review without a screen tells of rows that readers refuse, at its start and of an export`() throws {
        let folder = try TestFolder()
        let rows = [Rows.json("a", safety: "0.1", more: #","k":1,"k":2"#), Rows.json("b", safety: "0.9")]
        let round = try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl")
        let run = try Redsieve.run(
            [round, "--plain", "--reviewer", "ann"],
            input: Array("export \(folder("out"))\nconfirm\nquit\n".utf8)
        )
        let told = "1 row with a key twice: datasets and DuckDB refuse a file with such"
        #expect(run.outputText.contains(" · \(told)"), "\(run.outputText) \(run.errorText)")
        #expect(run.outputText.contains(" · adversarial has \(told)"), "\(run.outputText)")
    }

    /// The adversarial model learns from the pair of a parent's prompt and the prompt that came of it.
    @Test func `parents make pairs`() throws {
        let folder = try TestFolder()
        let row = Rows.json("child", "r", safety: "0.1", more: #","parent_prompt":"mother""#)
        let round = try folder.write(row + "\n", to: "round.jsonl")
        #expect(try Redsieve.run("select", round, "--out", folder("out"), "--format", "prompt-completion").status == 0)
        let line = try Summary(folder.bytes("out/adversarial.jsonl"))
        #expect(
            line.text("prompt")
                == "Here is one question about the same topic: 'mother' Write a similar question about the same topic:"
        )
        #expect(line.text("completion") == "child")
    }

    /// A round from standard input, a folder with a slash behind its name, and a round's own folder.
    @Test func `standard input and names`() throws {
        let folder = try TestFolder()
        let run = try Redsieve.run(["select", "-", "--out", folder("out") + "/"], input: Array(Rows.three.utf8))
        #expect(run.status == 0, "\(run.errorText)")
        #expect(folder.entries == ["out"])
        let relative = try Redsieve.run(
            ["select", "-", "--out", "sets"],
            input: Array(Rows.three.utf8),
            folder: folder.path
        )
        #expect(relative.status == 0, "\(relative.errorText)")
        #expect(folder.bytes("sets/manifest.json") == folder.bytes("out/manifest.json"))
    }

    /// The hostile round goes through byte for byte.
    @Test func `hostile texts are exported as they are`() throws {
        let folder = try TestFolder()
        let run = try Redsieve.run("select", Redsieve.hostile, "--out", folder("out"), "--theta-adv", "0.5")
        try #require(run.status == 0, "\(run.errorText)")
        let text = try #require(try? TestFolder.read(Redsieve.hostile))
        var source = text.lines
        source[0].removeFirst(3)
        let lines = Set(source.map { $0.last == UInt8(ascii: "\r") ? Array($0.dropLast()) : $0 })
        var exported = 0
        for name in ["accepted", "adversarial", "discarded"] {
            for line in folder.lines("out/\(name).jsonl") {
                exported += 1
                let bare = line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : line
                #expect(lines.contains(bare), "\(name): \(String(decoding: line.prefix(80), as: UTF8.self))")
            }
        }
        let summary = try Summary(folder.bytes("out/manifest.json"))
        #expect(exported == summary.count("round.items"))
        #expect(summary.count("round.invalid") == folder.lines("out/invalid.jsonl").count)
        // Lines of JSON: whatever a reader makes of them, none of them is two lines.
        #expect(controls(in: folder.bytes("out/manifest.json")) == [])
    }

    /// The same command makes the same bytes.
    @Test func `exports are repeatable`() throws {
        let folder = try TestFolder()
        for name in ["one", "two"] {
            #expect(try Redsieve.run("select", Redsieve.sample, "--out", folder(name)).status == 0)
        }
        for file in Self.files { #expect(folder.bytes("one/\(file)") == folder.bytes("two/\(file)"), "\(file)") }
    }
}
