import Foundation
import TestSupport
import Testing

/// Where the scores of a round came from is told wherever the round is.
@Suite struct ScoreOriginTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private static let record = """
        {"schema": 1, "redsieve": "1.0", "servers": [
          {"name": "safety", "field": "safety_score", "software": "vLLM 0.32.0", "model": "cost\\u001b[31m", "better": "lower"}
        ]}
        """

    private func round() throws -> String {
        try folder.write(Self.record, to: "round.scoring.json")
        return try folder.write(Rows.three, to: "round.jsonl")
    }

    @Test func `a summary tells of the record and of its digest`() throws {
        let path = try round()
        let json = try Redsieve.run("summary", path, "--json")
        let summary = try Summary(json.output)
        #expect(summary.text("round.name") == "round.jsonl")
        let sum = try RunProgram("/usr/bin/env", ["sha256sum", folder("round.scoring.json")]).outputText.prefix(64)
        #expect(json.outputText.contains(#""file": "round.scoring.json""#))
        #expect(json.outputText.contains(String(sum)))
        let text = try Redsieve.run("summary", path)
        #expect(text.outputText.contains("round.scoring.json  sha256 \(sum)"))
        #expect(text.outputText.contains("safety by cost"))
        #expect(text.outputText.contains("safety_score (lower is better, negated)"))
        #expect(controls(in: text.output) == [])
        let plain = try Redsieve.run(["summary", path, "--lower-is-better", "none"])
        #expect(!plain.outputText.contains("negated"))
    }

    @Test func `an export names the record, and verify finds one that was changed or lost`() throws {
        let path = try round()
        let made = try Redsieve.run("select", path, "-o", folder("out"))
        try #require(made.status == 0, "\(made.errorText)")
        let manifest = String(decoding: folder.bytes("out/manifest.json"), as: UTF8.self)
        #expect(manifest.contains("round.scoring.json"))
        #expect(try Redsieve.run("verify", folder("out"), "--round", path).status == 0)
        try folder.write(Self.record + " ", to: "round.scoring.json")
        let changed = try Redsieve.run("verify", folder("out"), "--round", path)
        #expect(changed.status == 65)
        #expect(changed.errorText.contains("round.scoring.json was changed after the export"), "\(changed.errorText)")
        try FileManager.default.removeItem(atPath: folder("round.scoring.json"))
        let lost = try Redsieve.run("verify", folder("out"), "--round", path)
        #expect(lost.status == 65)
        #expect(lost.errorText.contains("round.scoring.json, which says"), "\(lost.errorText)")
    }

    @Test func `an export that was made before its round had a record verifies still`() throws {
        let path = try folder.write(Rows.three, to: "round.jsonl")
        try #require(try Redsieve.run("select", path, "-o", folder("out")).status == 0)
        _ = try round()
        let run = try Redsieve.run("verify", folder("out"), "--round", path)
        #expect(run.status == 0, "\(run.errorText)")
    }

    @Test func `a review tells it`() throws {
        let run = try Redsieve.run([try round(), "--plain", "--no-review"], input: Array("quit\n".utf8))
        #expect(run.outputText.contains("safety_score was scored by cost"), "\(run.outputText)")
        #expect(run.outputText.contains("(vLLM 0.32.0)"))
        #expect(controls(in: run.output) == [])
    }
}
