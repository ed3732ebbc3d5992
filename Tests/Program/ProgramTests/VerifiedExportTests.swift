import Foundation
import TestSupport
import Testing

/// Whatever was just exported is what `verify` makes again.
struct VerifiedExportTests {
    /// Scores as files have them: negative, tiny, huge, of 17 digits, tied, as text.
    private static func score(_ random: inout SeededGenerator, _ kind: Int) -> String {
        switch kind {
        case 0: "\(Double(Int.random(in: -4000...4000, using: &random)) / 1000)"
        case 1: "\(Double.random(in: -5...5, using: &random))"
        case 2: "\(Double.random(in: -1...1, using: &random) * 1e-250)"
        case 3: "\(Double.random(in: -1...1, using: &random) * 1e300)"
        case 4: "\(Int.random(in: 1...5, using: &random))"
        default: "\(Double(Float.random(in: 0...1, using: &random)))"
        }
    }

    @Test(arguments: 0..<24) func `an export that was just made verifies`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let folder = try TestFolder()
        let kinds = (Int(seed % 6), Int.random(in: 0..<6, using: &random))
        let isText = seed % 4 == 3
        let isDelimited = seed % 3 == 1
        var lines = isDelimited ? ["prompt,response,safety_score,helpfulness_score"] : []
        for item in 0..<Int.random(in: 1...40, using: &random) {
            let (safety, help) = (Self.score(&random, kinds.0), Self.score(&random, kinds.1))
            let prompt = "p\(item % 7)\(isDelimited ? "" : [#"\ud83d"#, "", "é"][item % 3])"
            if isDelimited {
                lines.append("\(prompt),r\(item % 3),\(safety),\(help)")
            } else {
                let quote = isText ? "\"" : ""
                lines.append(
                    #"{"prompt":"\#(prompt)","response":"r\#(item % 3)","safety_score":\#(quote)\#(safety)\#(quote),"#
                        + #""helpfulness_score":\#(help),"redsieve_verdict":1}"#
                )
            }
        }
        let round = try folder.write(lines.joined(separator: "\n") + "\n", to: isDelimited ? "r.csv" : "r.jsonl")
        let formats = ["rows", "prompt-completion", "messages"]
        var options = ["--format", formats[Int(seed) % 3]]
        if seed % 5 == 2 { options += ["--lower-is-better", "safety"] }
        if seed % 7 == 3 { options += ["--theta-adv", "-0.30000000000000004"] }
        if seed % 2 == 0 {
            // A review with verdicts, made without a screen.
            let review = try Redsieve.run(
                [round, "--plain", "--reviewer", "ann"],
                input: Array("unsafe\nagree\n".utf8)
            )
            #expect([0, 64].contains(review.status), "\(review.errorText)")
            options += ["--review", "auto"]
        }
        let made = try Redsieve.run(["select", round, "-o", folder("out")] + options)
        try #require(made.status == 0, "\(made.errorText)")
        let run = try Redsieve.run("verify", folder("out"), "--round", round)
        #expect(run.status == 0, "\(lines.prefix(3)) \(options): \(run.errorText)")
    }

    @Test(arguments: [true, false]) func `shards whose fields the configuration names verify`(_ isNamed: Bool) throws {
        let folder = try TestFolder()
        let text = "[fields]\nsafety = [\"tox\", \"scores.tox\"]\n"
        let place = try folder.write(text, to: isNamed ? "c.toml" : "redsieve/config.toml")
        let config = isNamed ? ["--config", place] : []
        let one = try folder.write(#"{"prompt":"a","response":"b","tox":0.1,"helpfulness":1}"# + "\n", to: "1.jsonl")
        let row = #"{"prompt":"c","response":"d","scores":{"tox":0.9},"helpfulness":3}"#
        let other = try folder.write(row + "\n", to: "2.jsonl")
        let environment = ["XDG_CONFIG_HOME": folder.path]
        let made = try Redsieve.run(["select", one, other, "-o", folder("out")] + config, environment: environment)
        try #require(made.status == 0, "\(made.errorText)")
        let again = ["verify", folder("out"), "--round", one, other] + config
        let run = try Redsieve.run(again, environment: environment)
        #expect(run.status == 0, "\(run.errorText)")
    }

    @Test(
        arguments: [
            ["--field", "safety=scores.rm.0"], ["--field", "safety=scores.rm.0", "--lower-is-better", "safety"],
            ["--field", "safety=scores.rm.0", "--field", "helpfulness=scores.rm.1"],
            ["--field", "safety=a.b", "--field", "prompt=messages.user.content"],
            ["--field", "safety=a.b", "--field", "response=messages.assistant.-1.content"],
            ["--field", "safety=helpfulness"],
        ]
    ) func `an export of fields named by paths verifies without naming them`(_ options: [String]) throws {
        let folder = try TestFolder()
        _ = try folder.makeFolder("shards")
        for shard in 0..<3 {
            let rows = (0..<9).map { item in
                let score = [0.1, 0.9, 0.6][item % 3]
                let system = item % 2 == 0 ? "" : #"{"role":"system","content":"s"},"#
                return #"{"messages":[\#(system){"role":"user","content":"p\#(shard)\#(item)"},"#
                    + #"{"role":"assistant","content":"r"}],"scores":{"rm":[\#(score),0.9]},"a.b":\#(score),"helpfulness":0.9}"#
            }
            _ = try folder.write(rows.joined(separator: "\n") + "\n", to: "shards/\(shard).jsonl")
        }
        for format in ["rows", "prompt-completion", "messages"] {
            let out = folder(format)
            let made = try Redsieve.run(["select", folder("shards"), "-o", out, "--format", format] + options)
            try #require(made.status == 0, "\(made.errorText)")
            #expect(try Redsieve.run("verify", out).status == 0)
            let run = try Redsieve.run("verify", out, "--round", folder("shards"))
            #expect(run.status == 0, "\(format): \(run.errorText)")
        }
    }

    @Test func `shards that call their fields otherwise verify`() throws {
        let folder = try TestFolder()
        let one = try folder.write("prompt,response,safety,reward\na,b,-3.25,0.1\n", to: "1.csv")
        let other = try folder.write(
            #"{"input":"c","output":"d","harmlessness":7.0000000000000009,"helpful":3}"# + "\n",
            to: "2.jsonl"
        )
        #expect(try Redsieve.run("select", one, other, "-o", folder("out")).status == 0)
        let run = try Redsieve.run("verify", folder("out"), "--round", one, other)
        #expect(run.status == 0, "\(run.errorText)")
    }

    /// Shards of which a later one has the first one's field too, and `select` took another there.
    private static let shardSets: [(config: String?, options: [String], shards: [String])] = [
        (
            "[fields]\nsafety = [\"tox\", \"scores.tox\"]\n", [],
            [
                #"{"prompt":"a","response":"b","scores":{"tox":0.1},"helpfulness":1}"#,
                #"{"prompt":"c","response":"d","tox":0.95,"scores":{"tox":0.2},"helpfulness":1}"#,
            ]
        ),
        (
            nil, [],
            [
                #"{"messages":[{"role":"user","content":"x"},{"role":"assistant","content":"y"}],"safety":0.1,"helpfulness":1}"#,
                #"{"prompt":"c","response":"d","messages":[{"role":"user","content":"x"},"#
                    + #"{"role":"assistant","content":"y"}],"safety":0.95,"helpfulness":1}"#,
            ]
        ),
        // A role that each shard alone has a field for.
        (
            "[fields]\ncategory = [\"kind\", \"meta.kind\"]\n", [],
            [
                #"{"prompt":"a","response":"b","safety":0.1,"helpfulness":1,"kind":"x"}"#,
                #"{"prompt":"c","response":"d","safety":0.9,"helpfulness":1,"id":7}"#,
            ]
        ),
        // No row of the first shard can be used.
        (
            nil, ["--field", "safety=s.t"],
            ["not a row", #"{"prompt":"c","response":"d","safety":0.95,"s":{"t":0.2},"helpfulness":1}"#]
        ),
    ]

    @Test(arguments: shardSets.indices, ["rows", "messages"])
    func `an export verifies whatever each of its shards calls its fields`(_ set: Int, _ format: String) throws {
        let (config, options, shards) = Self.shardSets[set]
        let folder = try TestFolder()
        let round = try shards.enumerated().map { try folder.write($1 + "\n", to: "\($0 + 1).jsonl") }
        let names = try config.map { ["--config", try folder.write($0, to: "c.toml")] } ?? []
        let made = try Redsieve.run(
            ["select"] + round + ["-o", folder("out"), "--format", format] + options + names
        )
        try #require(made.status == 0, "\(made.errorText)")
        // Without the configuration too: the manifest says it all.
        for settings in [names, []] {
            let run = try Redsieve.run(["verify", folder("out"), "--round"] + round + settings)
            #expect(run.status == 0, "\(run.errorText)")
        }
    }

    /// Names that a configuration got later mean nothing to an export of before.
    @Test func `an export verifies whatever the configuration names since`() throws {
        let folder = try TestFolder()
        let row = #"{"prompt":"a","response":"b","safety":0.1,"helpfulness":1,"kind":"x","tox":0.9}"#
        let round = try folder.write(row + "\n", to: "r.jsonl")
        #expect(try Redsieve.run("select", round, "-o", folder("out")).status == 0)
        let config = try folder.write("[fields]\ncategory = [\"kind\"]\nsafety = [\"tox\"]\n", to: "c.toml")
        let run = try Redsieve.run("verify", folder("out"), "--round", round, "--config", config)
        #expect(run.status == 0, "\(run.errorText)")
    }

    /// `--field` settles which of two columns with one name is meant, and so does the manifest.
    @Test func `an export of a column whose name stands twice verifies`() throws {
        let folder = try TestFolder()
        let round = try folder.write("prompt,response,safety,safety,reward\na,b,0.1,0.9,1\n", to: "r.csv")
        let made = try Redsieve.run("select", round, "-o", folder("out"), "--field", "safety=safety")
        try #require(made.status == 0, "\(made.errorText)")
        let run = try Redsieve.run("verify", folder("out"), "--round", round)
        #expect(run.status == 0, "\(run.errorText)")
    }

    /// Manifests of before name the fields of the first shard that has them, and say nothing of the others.
    @Test func `a manifest without the fields of each shard verifies as before`() throws {
        let folder = try TestFolder()
        let one = try folder.write("prompt,response,safety,reward\na,b,-3.25,0.1\n", to: "1.csv")
        let row = #"{"input":"c","output":"d","harmlessness":7,"helpful":3,"id":"x"}"#
        let other = try folder.write(row + "\n", to: "2.jsonl")
        #expect(try Redsieve.run("select", one, other, "-o", folder("out")).status == 0)
        let text = String(decoding: folder.bytes("out/manifest.json"), as: UTF8.self)
        let start = try #require(text.range(of: "    \"shard_fields\": ["))
        let end = try #require(text.range(of: "\n    ],\n", range: start.upperBound..<text.endIndex))
        let before = text.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
        try folder.write(before, to: "out/manifest.json")
        let run = try Redsieve.run("verify", folder("out"), "--round", one, other)
        #expect(run.status == 0, "\(run.errorText)")
    }

    @Test func `the manifest names the fields of each shard where they differ, and else those of all once`() throws {
        let folder = try TestFolder()
        let one = try folder.write("prompt,response,safety,reward\na,b,0.1,0.1\n", to: "1.csv")
        let other = try folder.write("prompt,response,safety,helpful,id\nc,d,0.2,0.1,7\n", to: "2.csv")
        let same = try folder.write("prompt,response,safety,reward\ne,f,0.3,0.1\n", to: "3.csv")
        let run = try Redsieve.run("select", one, other, same, "-o", folder("out"))
        #expect(run.status == 0)
        let round = try #require(try Summary(folder.bytes("out/manifest.json")).object["round"] as? [String: Any])
        let usual = ["prompt": "prompt", "response": "response", "safety": "safety", "helpfulness": "reward"]
        let second = usual.merging(["helpfulness": "helpful", "id": "id"]) { $1 }
        #expect(round["shard_fields"] as? [[String: String]] == [usual, second, usual])
        #expect(run.errorText.contains("helpfulness=reward"), "\(run.errorText)")
        #expect(run.errorText.contains("/1.csv and 1 more shard: no id\n"), "\(run.errorText)")
        #expect(run.errorText.contains("/2.csv: helpfulness=helpful\n"), "\(run.errorText)")
        #expect(try Redsieve.run("select", one, same, "-o", folder("alike")).status == 0)
        let alike = try #require(try Summary(folder.bytes("alike/manifest.json")).object["round"] as? [String: Any])
        #expect(alike["shard_fields"] == nil)
    }
}
