import Basics
import RoundExport
import RoundFiles
import RoundModel
import TestSupport
import Testing

struct RoundSummaryJSONTests {
    /// The keys of an object and of the objects in it, in order: `round.fields.prompt`.
    private func keys(_ value: OrderedJSON, _ path: String = "") -> [String] {
        guard case .object(let members) = value else { return [path] }
        return members.flatMap { keys($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }

    private func loaded(_ folder: TestFolder, change: (inout LoadReport) -> Void = { _ in }) throws -> LoadedRound {
        let rows = [row("p", "a", -1, 0), row("p", "b", 0, 2), row("q", "a", 1, 3), row("q", "b", 0.5, 2)]
        let round = try loadRound(rows.joined(separator: "\n"), in: folder)
        var report = round.report
        change(&report)
        return LoadedRound(columns: round.columns, texts: round.texts, report: report, progress: round.progress)
    }

    @Test func `the contracts keys in their order`() throws {
        let folder = try TestFolder()
        let json = try RoundSummary.count(loaded(folder), at: zeroZeroTwo).json
        #expect(
            keys(json) == [
                "round.name", "round.items", "round.invalid", "round.bytes", "round.sha256", "round.fields.prompt",
                "round.fields.response", "round.fields.safety", "round.fields.helpfulness", "round.text_scores",
                "round.duplicate_ids", "round.empty_texts", "scores.safety.min", "scores.safety.max",
                "scores.safety.mean", "scores.safety.quantiles.0.05", "scores.safety.quantiles.0.25",
                "scores.safety.quantiles.0.5", "scores.safety.quantiles.0.75", "scores.safety.quantiles.0.95",
                "scores.helpfulness.min", "scores.helpfulness.max", "scores.helpfulness.mean",
                "scores.helpfulness.quantiles.0.05", "scores.helpfulness.quantiles.0.25",
                "scores.helpfulness.quantiles.0.5", "scores.helpfulness.quantiles.0.75",
                "scores.helpfulness.quantiles.0.95", "thresholds.adv", "thresholds.safety", "thresholds.help",
                "buckets.adversarial", "buckets.accepted", "buckets.discarded", "on_the_line.adv",
                "on_the_line.safety", "on_the_line.help", "sets.adversarial_prompts", "sets.accepted_pairs",
                "sets.prompts_in_both", "sets.prompts_with_several_accepted", "verdicts.total", "verdicts.agree",
                "verdicts.override",
            ]
        )
    }

    @Test func `the figures`() throws {
        let folder = try TestFolder()
        let json = try RoundSummary.count(loaded(folder), at: zeroZeroTwo).json
        #expect(json["round"]?["name"] == .string("round.jsonl"))
        #expect(json["round"]?["items"] == .integer(4))
        #expect(json["round"]?["bytes"] == .integer(folder.bytes("round.jsonl").count))
        #expect(json["round"]?["sha256"] == .string(sha256(of: folder("round.jsonl"))))
        #expect(json["scores"]?["safety"]?["mean"] == .number(0.125))
        #expect(json["scores"]?["helpfulness"]?["quantiles"]?["0.5"] == .number(2))
        #expect(json["thresholds"] == ["adv": .number(0), "safety": .number(0), "help": .number(2)])
        #expect(json["buckets"] == ["adversarial": .integer(1), "accepted": .integer(1), "discarded": .integer(2)])
        #expect(json["on_the_line"] == ["adv": .integer(1), "safety": .integer(1), "help": .integer(2)])
    }

    @Test func `what is rare is there when it is needed`() throws {
        let folder = try TestFolder()
        let round = try loaded(folder) { report in
            report.fields.lowerIsBetter = [.helpfulness, .safety]
            report.fields.paths[.category] = "meta.kind"
            report.shards = ["/x/1.jsonl", "/x/2.jsonl"]
            report.textScores = 3
            report.duplicateIDs = 2
            report.emptyTexts = 1
        }
        let json = RoundSummary(of: round, at: zeroZeroTwo, origins: [.adv: .suggested]).json
        #expect(json["round"]?["fields"]?["category"] == .string("meta.kind"))
        #expect(json["round"]?["lower_is_better"] == .array([.string("safety"), .string("helpfulness")]))
        #expect(json["round"]?["shards"] == .array([.string("1.jsonl"), .string("2.jsonl")]))
        #expect(json["round"]?["text_scores"] == .integer(3))
        #expect(json["round"]?["duplicate_ids"] == .integer(2))
        #expect(json["round"]?["empty_texts"] == .integer(1))
        #expect(json["thresholds"]?["suggested"] == .bool(true))
        #expect(json["sets"] == nil && json["round"]?["sha256"] == nil)
    }

    @Test(arguments: [
        (RoundSummary.Parts.all, true, true), (.sets, true, false), (.sha256, false, true),
        (RoundSummary.Parts(), false, false),
    ])
    func `only the asked parts are counted`(parts: RoundSummary.Parts, sets: Bool, digest: Bool) throws {
        let folder = try TestFolder()
        let summary = try RoundSummary.count(loaded(folder), at: zeroZeroTwo, parts: parts)
        #expect((summary.sets != nil) == sets)
        #expect((summary.sha256 != nil) == digest)
    }

    @Test func `a summary equals the manifests keys`() throws {
        let folder = try TestFolder()
        let round = try loaded(folder)
        let result = try RoundExporter.export(
            round,
            ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"))
        )
        let shared = try RoundSummary.count(round, at: zeroZeroTwo).json
        #expect(result.summary.json == shared)
        let text = shared.description(.pretty)
        #expect(folder.text("out/manifest.json").hasPrefix(text.dropLast(2) + ",\n  \"program\""))
    }

    @Test func `a round that changed is not summarised`() throws {
        let folder = try TestFolder()
        let round = try loaded(folder)
        try folder.write(folder.text("round.jsonl") + " ", to: "round.jsonl")
        let error = #expect(throws: ExportError.self) { try RoundSummary.count(round, at: zeroZeroTwo) }
        #expect(error?.isSource == true)
    }
}
