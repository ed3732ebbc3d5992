import Basics
import Foundation
import ReviewAudit
import RoundExport
import RoundModel
import TestSupport
import Testing

struct ManifestTests {
    /// Manifests of exports that the first program to write them made, beside the rounds and reviews that they are of.
    static let earlier = ["rows", "messages", "prompt-completion", "shards", "certified"]

    private static func text(_ name: String) throws -> String {
        try Repository.text(of: "Tests/Program/ProgramTests/Earlier/\(name).json")
    }

    private static func manifest(_ name: String) throws -> Manifest { try Manifest(reading: Array(text(name).utf8)) }

    @Test(arguments: earlier) func `what was written before is read, and written with the same bytes`(
        _ name: String
    ) throws {
        #expect(try String(decoding: Self.manifest(name).bytes, as: UTF8.self) == Self.text(name))
    }

    @Test func `a manifest tells how its export came about`() throws {
        let shards = try Self.manifest("shards")
        let round = shards.selection.round
        #expect(round.fields.values[.helpfulness] == "reward")
        #expect(round.shardFields?.map { $0.values[.helpfulness] } == ["reward", "helpful"])
        #expect(round.lowerIsBetter == [.safety] && round.nonFiniteAsNull == true)
        #expect(shards.selection.thresholds.thresholds == Thresholds(adv: -8, safety: -2, help: 3))
        #expect(shards.selection.thresholds.suggested == true)
        #expect(shards.selection.verdicts.total == 0 && shards.selection.verdicts.entries == nil)
        #expect(shards.certificate == nil)
        let messages = try Self.manifest("messages")
        #expect(messages.format == .messages && messages.withoutParent == 0 && messages.replacedSurrogates == 1)
        #expect(messages.selection.scores.safety?.summary.max == 0.95)
        #expect(messages.selection.buckets.counts == BucketCounts(adversarial: 2, accepted: 4, discarded: 1))
        #expect(messages.files.map(\.name).prefix(2) == ["adversarial.jsonl", "accepted.jsonl"])
        #expect(messages.files.map(\.lines) == [1, 3, 1, 1] && messages.files.map(\.repeats) == [1, 1, 0, 0])
    }

    @Test func `a manifest tells what verdicts made of it, and what they certify`() throws {
        let manifest = try Self.manifest("certified")
        let verdicts = manifest.selection.verdicts
        #expect((verdicts.total, verdicts.agree, verdicts.override) == (4, 3, 1))
        #expect(verdicts.entries == 6 && verdicts.seed == "7" && verdicts.reviewers?.counts == ["ann": 3])
        #expect(verdicts.statedError?.adversarial?.figure == .missing(labels: 1))
        let certified = try #require(try manifest.certificate?.get())
        #expect(certified.claim.outcome == "certified" && certified.claim.labels == 4 && !certified.exported)
    }

    @Test func `a new manifest says its form, and one of a later form is refused`() throws {
        let folder = try TestFolder()
        let round = try loadRound(row("p", "a", -1, 0), in: folder)
        _ = try RoundExporter.export(round, ExportRequest(thresholds: zeroZeroTwo, directory: folder("out")))
        let text = folder.text("out/manifest.json")
        #expect(text.contains("\n  \"schema\": 2,\n"))
        #expect(try Manifest(reading: Array(text.utf8)).bytes == Array(text.utf8))
        #expect(try Self.manifest("rows").schema == nil)
        let later = Array(text.replacing("\"schema\": 2", with: "\"schema\": 99").utf8)
        let problem = #expect(throws: ManifestProblem.self) { try Manifest(reading: later) }
        #expect(problem?.message == "it was written by a newer redsieve (schema 99); use that one")
    }

    @Test func `keys of a later program are passed over`() throws {
        let text = try Self.text("rows").replacing("\n  \"format\":", with: "\n  \"colour\": [1, {}],\n  \"format\":")
        #expect(try Manifest(reading: Array(text.utf8)).bytes == Array(Self.text("rows").utf8))
    }

    @Test(arguments: [
        ("{", "not valid JSON at line 1, column 2"), ("[]", "JSON, but not an object"), ("{}", "\"files\" is missing"),
        (#"{"files":{}}"#, "\"thresholds\" is missing"),
        (#"{"files":{"a":{"lines":1}}}"#, "its record of a is incomplete"),
        (#"{"files":{"../a":{"lines":1,"sha256":""}}}"#, "its record of ../a is incomplete"),
        (#"{"files":{},"thresholds":{"adv":1,"safety":1,"help":1}}"#, "\"format\" is missing or unknown"),
        (#"{"files":{},"thresholds":{"adv":1,"safety":1,"help":1},"format":"rows"}"#, "\"round\" is missing"),
    ]) func `what is no manifest is refused, and why is said`(_ text: String, _ says: String) {
        let problem = #expect(throws: ManifestProblem.self) { try Manifest(reading: Array(text.utf8)) }
        #expect(problem?.message == says)
    }

    @Test(arguments: [
        ("\"record\": \"certificate\",\n      \"version\": 1", "\"record\": \"certificate\",\n      \"version\": 3"),
        ("\"judged\": 4", "\"judged\": \"four\""),
    ]) func `a certificate that cannot be read leaves the rest of a manifest as it is`(
        _ old: String,
        _ new: String
    ) throws {
        let text = try Self.text("certified")
        #expect(text.contains(old))
        let manifest = try Manifest(reading: Array(text.replacing(old, with: new).utf8))
        #expect(manifest.files.count == 4)
        #expect(throws: (any Error).self) { try manifest.certificate?.get() }
    }

    @Test func `files that differ from the manifest are told by name`() throws {
        let folder = try TestFolder()
        let round = try loadRound(
            [row("p", "a", -1, 0), row("q", "b", 1, 3), row("r", "c", 0, 0)].joined(separator: "\n"),
            in: folder
        )
        _ = try RoundExporter.export(round, ExportRequest(thresholds: zeroZeroTwo, directory: folder("out")))
        let manifest = try Manifest(reading: folder.bytes("out/manifest.json"))
        #expect(manifest.problems(in: folder("out")) == [])
        try folder.write(folder.text("out/accepted.jsonl").replacing("q", with: "z"), to: "out/accepted.jsonl")
        try folder.write("", to: "out/discarded.jsonl")
        try FileManager.default.removeItem(atPath: folder("out/invalid.jsonl"))
        #expect(
            manifest.problems(in: folder("out")) == [
                "accepted.jsonl was changed after the export", "discarded.jsonl has 0 lines, not 1",
                "invalid.jsonl is missing or cannot be read",
            ]
        )
    }

    @Test(arguments: [("rows", true), ("certified", true), ("{\"program\":{\"name\":\"other\"}}", false), ("{", false)])
    func `an export is known by what its manifest says, however it is laid out`(
        _ manifest: String,
        _ isOurs: Bool
    ) throws {
        let folder = try TestFolder()
        let text = isOurs ? try Self.text(manifest) : manifest
        for layout in [text, text.split(separator: "\n").joined()] {
            try folder.write(layout, to: "out/manifest.json")
            if isOurs {
                try RoundExporter.checkDestination(folder("out"), replace: true)
            } else {
                #expect(throws: ExportError.notAnExport(path: folder("out"))) {
                    try RoundExporter.checkDestination(folder("out"), replace: true)
                }
            }
        }
    }
}
