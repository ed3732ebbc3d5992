import Foundation
import RoundModel
import TestSupport
import Testing

/// `redsieve summary`: what is taken as a round, and what is said about it.
struct SummaryCommandTests {
    @Test func `the sample round`() throws {
        let summary = try Summary(of: Redsieve.sample)
        #expect(summary.text("round.name") == "round-2.jsonl")
        #expect(summary.buckets.reduce(0, +) == summary.count("round.items"))
        #expect(summary.count("round.items") > 1900)
        #expect(summary.text("round.fields.safety") == "safety_score")
        #expect(summary.number("thresholds.adv") == 0.5)
        let text = try Redsieve.run("summary", Redsieve.sample)
        #expect(text.status == 0)
        #expect(text.errorText.contains("thresholds: θ adv 0.5 (default)"), "\(text.errorText)")
        #expect(controls(in: text.output) == [])
        #expect(ShownCounts(text.outputText)?.buckets == summary.buckets)
    }

    /// The same rows, however they are packed.
    @Test func `every packing is the same round`() throws {
        let root = Redsieve.packageRoot + "/sample-data/"
        let plain = try Summary(of: root + "round-2.jsonl")
        for name in ["round-2.csv", "round-2.jsonl.gz"] {
            let other = try Summary(of: root + name)
            #expect(other.buckets == plain.buckets, "\(name)")
            #expect(other.count("sets.accepted_pairs") == plain.count("sets.accepted_pairs"), "\(name)")
        }
    }

    /// Counts alone need no place for what is inflated or streamed.
    @Test func `counts alone keep no text`() throws {
        let plain = try Summary(of: Redsieve.sample)
        let packed = Redsieve.packageRoot + "/sample-data/round-2.jsonl.gz"
        let input = try Array(Data(contentsOf: URL(fileURLWithPath: Redsieve.sample)))
        let none = ["TMPDIR": "/nonexistent"]
        for arguments in [["summary", packed, "--json"], ["summary", "-", "--json"]] {
            let counts = arguments + ["--no-sets", "--no-sha256"]
            let run = try Redsieve.run(counts, input: input, environment: none)
            #expect(run.status == 0, "\(run.errorText)")
            let counted = try Summary(run.output)
            #expect(counted.buckets == plain.buckets)
            // What reads texts again says what it lacks.
            for flags in [[], ["--no-sha256"]] {
                let whole = try Redsieve.run(arguments + flags, input: input, environment: none)
                #expect(whole.status == 74)
                #expect(whole.errorText.contains("/nonexistent"), "\(whole.errorText)")
            }
            let digested = try Redsieve.run(arguments + ["--no-sets"], input: input)
            let whole = try Summary(digested.output)
            #expect(whole.text("round.sha256") != nil)
        }
    }

    static let packings: [(name: String, command: String)] = [
        ("gzip", "gzip -c < \"$1\" > \"$2\""), ("zstd", "zstd -qc < \"$1\" > \"$2\""),
        ("gzip in two parts", "(head -n 1 \"$1\" | gzip -c; tail -n +2 \"$1\" | gzip -c) > \"$2\""),
    ]

    /// Told by content: the name says nothing.
    @Test(arguments: packings.indices) func `packed text is told by content`(_ index: Int) throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let packing = Self.packings[index]
        let made = try RunProgram("/bin/sh", ["-c", packing.command, "sh", round, folder("packed.jsonl")])
        try #require(made.status == 0, "\(made.errorText)")
        #expect(try Summary(of: folder("packed.jsonl")).buckets == [1, 1, 1], "\(packing.name)")
        let streamed = try Redsieve.run(["summary", "-", "--json"], input: folder.bytes("packed.jsonl"))
        #expect(try Summary(streamed.output).buckets == [1, 1, 1], "\(packing.name), streamed")
    }

    @Test func `standard input`() throws {
        let run = try Redsieve.run(["summary", "-", "--json"], input: Array(Rows.three.utf8))
        try #require(run.status == 0, "\(run.errorText)")
        #expect(try Summary(run.output).buckets == [1, 1, 1])
    }

    @Test func `separated values`() throws {
        let folder = try TestFolder()
        let csv = "prompt,response,safety,helpfulness\r\n\"a, \"\"b\"\"\nc\",r,0.1,0.5\r\np,r,0.9,0.5\r\n"
        #expect(try Summary(of: folder.write(csv, to: "round.csv")).buckets == [1, 1, 0])
        let tsv = "prompt\tresponse\tsafety\thelpfulness\na, b\tr\t0.1\t0.5\np\tr\t0.9\t0.1\n"
        #expect(try Summary(of: folder.write(tsv, to: "round.tsv")).buckets == [1, 0, 1])
    }

    /// Shards are one round, in their natural order, and a folder is its shards.
    @Test func `shards and folders`() throws {
        let folder = try TestFolder()
        var names: [String] = []
        for number in [1, 2, 10] {
            let row = Rows.json("p\(number)", "r", safety: "0.\(number)", help: "0.5")
            names.append(try folder.write(row + "\n", to: "shards/part-\(number).jsonl"))
        }
        try folder.write("not a round", to: "shards/notes.txt")
        for arguments in [names, [folder("shards")]] {
            let run = try Redsieve.run(["summary"] + arguments + ["--json"])
            try #require(run.status == 0, "\(run.errorText)")
            #expect(try Summary(run.output).count("round.items") == 3)
        }
        let exported = try Redsieve.run(
            ["select", folder("shards"), "--out", folder("out"), "--theta-adv", "1", "--theta-safety", "1"]
        )
        #expect(exported.status == 0, "\(exported.errorText)")
        let prompts = folder.lines("out/adversarial.jsonl").map { String(decoding: $0, as: UTF8.self).prefix(14) }
        #expect(prompts == [#"{"prompt":"p1""#, #"{"prompt":"p2""#, #"{"prompt":"p10"#])
    }

    @Test func `fields by path and direction`() throws {
        let folder = try TestFolder()
        let rows = [
            #"{"text":{"in":"p1","out":"r1"},"scores":{"tox":0.9,"rm":0.5}}"#,
            #"{"text":{"in":"p2","out":"r2"},"scores":{"tox":0.1,"rm":0.9}}"#,
        ]
        let round = try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl")
        let fields = ["prompt=text.in", "response=text.out", "safety=scores.tox", "helpfulness=scores.rm"]
        let summary = try Summary(
            of: round,
            at: Thresholds(adv: -0.5, safety: -0.2, help: 0.4),
            fields.flatMap { ["--field", $0] } + ["--lower-is-better", "safety"]
        )
        #expect(summary.buckets == [1, 1, 0])
        #expect(summary.text("round.fields.safety")?.contains("scores.tox") == true)
        #expect(summary.number("scores.safety.min") == -0.9)
    }

    @Test func `scores as strings are taken and reported`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.json(safety: "\" 0.25 \"") + "\n", to: "round.jsonl")
        #expect(try Summary(of: round).count("round.text_scores") == 1)
        #expect(try Redsieve.run("summary", round).outputText.contains("string"))
    }

    @Test func `duplicate ids are reported and kept`() throws {
        let folder = try TestFolder()
        let rows = (0..<3).map { Rows.json("p\($0)", more: #","id":"same""#) }.joined(separator: "\n")
        let round = try folder.write(rows, to: "round.jsonl")
        let summary = try Summary(of: round)
        #expect(summary.count("round.duplicate_ids") == 2)
        #expect(summary.count("round.items") == 3)
        #expect(try Redsieve.run("select", round, "--out", folder("out"), "--theta-adv", "1").status == 0)
        #expect(folder.lines("out/adversarial.jsonl").count == 3)
    }

    @Test func `crossed thresholds are said`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let run = try Redsieve.run("summary", round, "--theta-adv", "0.93", "--theta-safety", "0.2")
        #expect(run.outputText.contains("θ adv lies above θ safety"))
        #expect(ShownCounts(run.outputText)?.buckets == [2, 0, 1])
    }

    @Test func `items are counted by one field or two, with the share of each bucket`() throws {
        let folder = try TestFolder()
        let rows = (0..<60).map { row in
            let category = row % 5 == 4 ? "" : #","category":"\#(["fraud", "locks\\n\\u001b[31m"][row % 2])""#
            let more = category + #","style":"\#(["direct", "poem"][row % 3 / 2])","length":\#(row * 10)"#
            return Rows.json("p\(row)", safety: row % 4 == 0 ? "0.1" : "0.9", help: "0.9", more: more) + "\n"
        }
        let round = try folder.write(rows.joined(), to: "round.jsonl")
        func table(_ arguments: String...) throws -> (fields: [String], rows: [[String: Any]]) {
            let run = try Redsieve.run(["summary", round, "--json"] + arguments)
            #expect(run.status == 0, "\(run.errorText)")
            let json = try #require(JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
            let by = try #require(json["by"] as? [String: Any])
            return (by["fields"] as? [String] ?? [], by["rows"] as? [[String: Any]] ?? [])
        }
        let one = try table("--by", "category")
        #expect(one.fields == ["category"] && one.rows.map { $0["items"] as? Int } == [24, 24, 12])
        #expect(one.rows.last.map { ($0["values"] as? [Any])?.first is NSNull } == true)
        let buckets = one.rows.compactMap { $0["buckets"] as? [String: Int] }
        #expect(buckets.reduce(0) { $0 + $1.values.reduce(0, +) } == 60)
        let two = try table("--by", "category", "--by", "style")
        #expect(two.rows.reduce(0) { $0 + ($1["items"] as? Int ?? 0) } == 60 && two.rows.count == 6)
        for row in two.rows {
            let shares = try #require(row["shares"] as? [String: Double])
            #expect(abs(shares.values.reduce(0, +) - 1) < 1e-9)
        }
        let narrowed = try table("--by", "style", "--filter", "category = fraud")
        #expect(narrowed.rows.reduce(0) { $0 + ($1["items"] as? Int ?? 0) } == 24)
        let ranges = try table("--by", "length").rows
        let ends = ranges.compactMap { ($0["ranges"] as? [[String: Double]])?.first }
        #expect(ends.count == ranges.count && ends.first?["from"] == nil && ends.last?["below"] == nil)
        let text = try Redsieve.run("summary", round, "--by", "category", "--by", "style")
        #expect(text.outputText.contains("\nBy category") && !text.outputText.contains("\u{1B}"))
    }

    @Test(arguments: [
        (["--by", "nowhere"], "nowhere"), (["--by", "id"], "id"), (["--by", "style", "--by", "style"], "same field"),
    ]) func `a field that items cannot be counted by is told`(_ arguments: [String], _ word: String) throws {
        let folder = try TestFolder()
        let rows = (0..<400).map { Rows.json("p\($0)", more: #","id":"r\#($0)","style":"a""#) + "\n" }
        let round = try folder.write(rows.joined(), to: "round.jsonl")
        let run = try Redsieve.run(["summary", round] + arguments)
        #expect(run.status == 64 && run.errorText.contains("--by") && run.errorText.contains(word), "\(run.errorText)")
    }

    /// A bare machine's locale says nothing about what can be shown, and must not turn text into question marks.
    @Test func `a filter counts what passes, beside the whole round`() throws {
        let folder = try TestFolder()
        let round = try folder.write(
            Rows.json("a", more: #","category":"fraud""#) + "\n" + Rows.json("b", safety: "0.9", help: "0.9") + "\n"
                + Rows.json("c", safety: "0.25", more: #","category":"fraud""#) + "\n",
            to: "round.jsonl"
        )
        let run = try Redsieve.run("summary", round, "--json", "--filter", "category = fraud and safety < 0.22")
        #expect(run.status == 0, "\(run.errorText)")
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
        )
        let filter = try #require(json["filter"] as? [String: Any])
        #expect(filter["items"] as? Int == 1 && (filter["buckets"] as? [String: Int])?["adversarial"] == 1)
        #expect((json["buckets"] as? [String: Int])?["adversarial"] == 2)
        let text = try Redsieve.run("summary", round, "--filter", "category = fraud")
        #expect(text.outputText.contains("\nFilter"), "\(text.outputText)")
        #expect(try Redsieve.run("summary", round, "--json").outputText.contains("filter") == false)
    }

    @Test(arguments: [
        ("categry = fraud", "categry", "  ^^^^^^^"), ("safety < high", "number", "           ^^^^"),
        ("prompt ~ /(/", "parenthesis", "            ^"), ("prompt ~ /((a{999}){999}){999}/", "repeats", "^"),
        ("category < fraud", "category", "^"), ("safety ~ /0/", "safety", "^"), ("(safety < 1", "never closed", "^"),
        ("has:note", "--review", ""), ("moved", "--review", ""), ("", "empty", ""),
    ]) func `a filter that is none is told with its place`(_ filter: String, _ word: String, _ mark: String) throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.json(more: #","category":"fraud""#) + "\n", to: "round.jsonl")
        let run = try Redsieve.run("summary", round, "--filter", filter)
        #expect(run.status == 64 && run.output.isEmpty, "\(run.exit)")
        let lines = run.errorText.split(separator: "\n")
        #expect(
            lines.first?.hasPrefix("redsieve: --filter: ") == true && lines.first?.contains(word) == true,
            "\(run.errorText)"
        )
        if mark.isEmpty {
            #expect(lines.count == 1, "\(run.errorText)")
        } else {
            #expect(
                lines.count == 3 && lines[1] == "redsieve:   \(filter)" && lines[2].contains(mark),
                "\(run.errorText)"
            )
        }
    }

    @Test(arguments: ["C", "POSIX", "", "xx_YY.UTF-8"]) func `bare locales`(_ locale: String) throws {
        let run = try Redsieve.run(["summary", Redsieve.sample], environment: ["LC_ALL": locale, "LANG": locale])
        #expect(run.status == 0)
        #expect(run.outputText.contains("θ adv"))
        #expect(ShownCounts(run.outputText)?.buckets == (try Summary(of: Redsieve.sample).buckets))
    }
}
