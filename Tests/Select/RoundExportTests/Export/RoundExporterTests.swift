import Foundation
import RoundExport
import RoundFiles
import RoundModel
import TestSupport
import Testing

struct RoundExporterTests {
    private let files = ["accepted.jsonl", "adversarial.jsonl", "discarded.jsonl", "invalid.jsonl", "manifest.json"]

    /// A round with a repeat in each set, an invalid row, an id that only the source row has.
    private let round = [
        row("p", "a", -1, 0, more: #","id":"first","nested":{"x": [1,  2]}"#),
        row("q", "a", 1, 3),
        row("p", "b", -2, 0),
        row(#"q"#, #"\u0061"#, 1, 4),
        row("q", "b", 1, 3),
        row("r", "c", 0, 3),
        "not json",
        row("r", "c", 0, 3),
    ]

    private func export(
        _ round: LoadedRound,
        to folder: TestFolder,
        _ name: String = "out",
        format: ExportFormat = .rows,
        template: AttackTemplate = .usual
    ) throws -> ExportResult {
        var request = ExportRequest(thresholds: zeroZeroTwo, directory: folder(name), format: format)
        request.training.attackTemplate = template
        return try RoundExporter.export(round, request)
    }

    @Test func `the default format holds the source rows of first appearances`() throws {
        let folder = try TestFolder()
        let result = try export(loadRound(round.joined(separator: "\n"), in: folder), to: folder)
        #expect(folder.entries == ["out", "round.jsonl"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder("out")).sorted() == ["README.md"] + files
        )
        #expect(folder.text("out/adversarial.jsonl") == round[0] + "\n")
        #expect(folder.text("out/accepted.jsonl") == round[1] + "\n" + round[4] + "\n")
        #expect(folder.text("out/discarded.jsonl") == round[5] + "\n" + round[7] + "\n")
        let invalid = try folder.objects("out/invalid.jsonl")
        #expect(invalid.count == 1)
        #expect(invalid.first?["file"] as? String == "round.jsonl")
        #expect(invalid.first?["line"] as? Int == 7)
        #expect(invalid.first?["reason"] as? String == "not valid JSON at column 1")
        #expect(invalid.first?["text"] as? String == "not json")
        #expect(result.place == folder("out"))
        #expect(!result.replaced)
        #expect(result.withoutParent == nil)
        #expect(result.files.map(\.name).sorted() == ["README.md"] + files)
    }

    @Test func `the manifest holds the contracts keys in order`() throws {
        let folder = try TestFolder()
        let result = try export(loadRound(round.joined(separator: "\n"), in: folder), to: folder)
        let manifest = try folder.object("out/manifest.json")
        let text = folder.text("out/manifest.json")
        let keys = [
            "round", "scores", "thresholds", "buckets", "on_the_line", "sets", "verdicts", "program", "schema",
            "format", "training", "files",
        ]
        #expect(manifest.keys.sorted() == keys.sorted())
        let places = keys.map { text.range(of: "\n  \"\($0)\": ")?.lowerBound }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(manifest["buckets"] as? [String: Int] == ["adversarial": 2, "accepted": 3, "discarded": 2])
        #expect(
            manifest["sets"] as? [String: Int] == [
                "adversarial_prompts": 1, "accepted_pairs": 2, "prompts_in_both": 0, "prompts_with_several_accepted": 1,
            ]
        )
        #expect(manifest["program"] as? [String: String] == ["name": "redsieve", "version": ProgramVersion.current])
        #expect(manifest["format"] as? String == "rows")
        let records = try #require(manifest["files"] as? [String: [String: Any]])
        #expect(records.keys.sorted() == ["README.md"] + files.dropLast())
        let lines = try #require(records["adversarial.jsonl"])
        #expect(lines["lines"] as? Int == 1 && lines["rows"] as? Int == 2 && lines["repeats"] as? Int == 1)
        for name in files.dropLast() {
            #expect(records[name]?["sha256"] as? String == sha256(of: folder("out/\(name)")), "\(name)")
            #expect(records[name]?["lines"] as? Int == folder.lines("out/\(name)").count, "\(name)")
        }
        let described = try #require(manifest["round"] as? [String: Any])
        #expect(described["sha256"] as? String == sha256(of: folder("round.jsonl")))
        for file in result.files {
            #expect(file.sha256 == sha256(of: folder("out/\(file.name)")))
            #expect(file.bytes == folder.bytes("out/\(file.name)").count)
        }
        #expect(!text.contains(folder.path), "a manifest names no place")
    }

    @Test func `the same selection gives the same bytes everywhere`() throws {
        let first = try TestFolder()
        let second = try TestFolder()
        let text = round.joined(separator: "\n")
        _ = try export(loadRound(text, in: first), to: first, "one")
        _ = try export(loadRound(text, in: second), to: second, "another")
        for name in files { #expect(first.bytes("one/\(name)") == second.bytes("another/\(name)"), "\(name)") }
    }

    @Test func `bytes of a row stay as they are`() throws {
        let folder = try TestFolder()
        let rows = [
            row("e\u{301}", "a", -1, 0), row("\u{E9}", "a", -1, 0),  // canonically equal, and two prompts
            "  " + row("spaces", "a", -1, 0) + "  ", row(#"\u0000\ud83d\ude42"#, "a", -1, 0),
        ]
        // A byte order mark before the first row, CR before each line end, no end after the last line.
        _ = try export(loadRound("\u{FEFF}" + rows.joined(separator: "\r\n"), in: folder), to: folder)
        #expect(
            folder.bytes("out/adversarial.jsonl") == Array((rows.joined(separator: "\r\n") + "\n").utf8)
        )
    }

    @Test(arguments: [
        (
            ExportFormat.promptCompletion, false,
            [
                #"{"prompt":[{"role":"user","content":"p \"1\"\n"}]}"#,
                #"{"prompt":[{"role":"user","content":"p2"}]}"#,
            ],
            [#"{"prompt":"q","completion":"é\\"}"#]
        ),
        (
            .promptCompletion, true,
            [#"{"prompt":"ask: seed (the same topic)","completion":"p \"1\"\n"}"#],
            [#"{"prompt":"q","completion":"é\\"}"#]
        ),
        (
            .messages, false,
            [
                #"{"prompt":[{"role":"user","content":"p \"1\"\n"}]}"#,
                #"{"prompt":[{"role":"user","content":"p2"}]}"#,
            ],
            [#"{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"é\\"}]}"#]
        ),
        (
            .messages, true,
            [
                #"{"messages":[{"role":"user","content":"ask: seed (the same topic)"},"#
                    + #"{"role":"assistant","content":"p \"1\"\n"}]}"#
            ],
            [#"{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"é\\"}]}"#]
        ),
    ])
    func `trainers formats`(format: ExportFormat, parents: Bool, adversarial: [String], accepted: [String]) throws {
        let folder = try TestFolder()
        let discarded = row("d", "d", 0, 0)
        let rows = [
            row(#"p \"1\"\n"#, "x", -1, 0, more: parents ? #","parent":"seed""# : ""),
            row("p2", "x", -1, 0, more: parents ? #","parent":null"# : ""),
            row("q", #"\u00e9\\"#, 1, 3, more: parents ? #","parent":"seed""# : ""),
            row("p2", "y", -1, 0, more: parents ? #","parent":"too late""# : ""),
            discarded,
        ]
        let template = try #require(AttackTemplate("ask: {prompt} ({category})"))
        let result = try export(
            loadRound(rows.joined(separator: "\n"), in: folder),
            to: folder,
            format: format,
            template: template
        )
        #expect(folder.text("out/adversarial.jsonl") == adversarial.map { $0 + "\n" }.joined())
        #expect(folder.text("out/accepted.jsonl") == accepted.map { $0 + "\n" }.joined())
        #expect(folder.text("out/discarded.jsonl") == discarded + "\n")
        let manifest = try folder.object("out/manifest.json")
        #expect(manifest["format"] as? String == format.rawValue)
        #expect(manifest["without_parent"] as? Int == (parents ? 1 : nil))
        #expect(result.withoutParent == (parents ? 1 : nil))
    }

    @Test func `lone surrogates stay apart and become replacement characters`() throws {
        let folder = try TestFolder()
        let rows = [row(#"\ud83d"#, "a", -1, 0), row(#"\ude42"#, "a", -1, 0), row(#"\uD83D"#, "a", -1, 0)]
        let result = try export(
            loadRound(rows.joined(separator: "\n"), in: folder),
            to: folder,
            format: .promptCompletion
        )
        #expect(result.summary.counts.adversarial == 3)
        let line = "{\"prompt\":[{\"role\":\"user\",\"content\":\"\u{FFFD}\"}]}\n"
        #expect(folder.text("out/adversarial.jsonl") == line + line)
        #expect(result.replacedTexts == 2)
    }

    @Test func `an empty parent is none`() throws {
        let folder = try TestFolder()
        let text = row("p", "x", -1, 0, more: #","parent":"""#) + "\n" + row("q", "x", -1, 0, more: #","parent":"s""#)
        let result = try export(
            loadRound(text, in: folder),
            to: folder,
            format: .promptCompletion,
            template: try #require(AttackTemplate("{prompt}"))
        )
        #expect(folder.text("out/adversarial.jsonl") == #"{"prompt":"s","completion":"q"}"# + "\n")
        #expect(result.withoutParent == 1)
    }

    @Test func `suggested thresholds are said to be`() throws {
        let folder = try TestFolder()
        let request = ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"), origins: [.help: .suggested])
        _ = try RoundExporter.export(loadRound(round.joined(separator: "\n"), in: folder), request)
        let thresholds = try folder.object("out/manifest.json")["thresholds"] as? [String: Any]
        #expect(thresholds?["suggested"] as? Bool == true)
    }

    @Test func `an export is replaced only when asked`() throws {
        let folder = try TestFolder()
        let loaded = try loadRound(round.joined(separator: "\n"), in: folder)
        _ = try export(loaded, to: folder)
        let before = folder.bytes("out/manifest.json")
        var request = ExportRequest(
            thresholds: Thresholds(adv: 9, safety: 9, help: 9),
            directory: folder("out/")
        )
        let error = #expect(throws: ExportError.self) { try RoundExporter.export(loaded, request) }
        #expect(error == .exists(path: folder("out")))
        #expect(error?.message.contains("--replace") == true)
        #expect(folder.bytes("out/manifest.json") == before)
        request.replace = true
        let result = try RoundExporter.export(loaded, request)
        #expect(result.replaced)
        #expect(folder.lines("out/adversarial.jsonl").count == 3)
        #expect(folder.entries == ["out", "round.jsonl"])
    }

    @Test func `several shards are one round`() throws {
        let folder = try TestFolder()
        let paths = [
            try folder.write(row("p", "a", -1, 0) + "\n" + "broken\n", to: "b.jsonl"),
            try folder.write("\n" + row("p", "b", -1, 0) + "\n[]\n" + row("q", "b", -1, 0), to: "a.jsonl"),
        ]
        let round = try RoundLoader.load(RoundRequest(paths: paths))
        _ = try export(round, to: folder)
        #expect(folder.lines("out/adversarial.jsonl").count == 2)
        let invalid = try folder.objects("out/invalid.jsonl")
        #expect(invalid.map { $0["file"] as? String } == ["b.jsonl", "a.jsonl"])
        #expect(invalid.map { $0["line"] as? Int } == [2, 3])
        let described = try folder.object("out/manifest.json")["round"] as? [String: Any]
        #expect(described?["shards"] as? [String] == ["b.jsonl", "a.jsonl"])
    }

    @Test func `progress goes through its stages`() throws {
        let folder = try TestFolder()
        let loaded = try loadRound(round.joined(separator: "\n"), in: folder)
        let seen = Latest<[ExportProgress]>([])
        _ = try RoundExporter.export(
            loaded,
            ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"))
        ) { seen.set(seen.value + [$0]) }
        #expect(seen.value.first == ExportProgress(stage: .rows, rows: 0, total: 7))
        #expect(seen.value.last == ExportProgress(stage: .syncing, rows: 7, total: 7))
        #expect(seen.value.map(\.rows) == seen.value.map(\.rows).sorted())
        #expect(seen.value.last?.fraction == 1)
    }
}
