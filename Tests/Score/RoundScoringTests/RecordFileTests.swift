import Basics
import JSONTree
import RoundScoring
import TestSupport
import Testing

@Suite struct RecordFileTests {
    private func record(scored: Int, failed: Int) -> ScoringRecord {
        ScoringRecord(
            version: "1",
            started: "a",
            ended: "b",
            files: ["f"],
            output: "round.jsonl",
            result: ScoringResult(rows: 10, scored: scored, failed: failed, failedPath: nil, bounds: [:], digest: "d"),
            before: 0,
            servers: []
        )
    }

    @Test func `rows that were scored later are counted with the others, and by themselves`() throws {
        let folder = try TestFolder()
        let file = RecordFile(of: folder("round.jsonl"))
        let retry = OrderedJSON.object([.init("started", .string("c"))])
        // Where the record was lost, half of one would say something wrong.
        #expect(file.adding(retry, scored: 1, failed: 0) == nil)
        try file.write(record(scored: 7, failed: 3).json)
        try file.write(try #require(file.adding(retry, scored: 2, failed: 1)))
        try file.write(try #require(file.adding(retry, scored: 1, failed: 0)))
        let tree = try JSONTree(folder.bytes("round.scoring.json"))
        #expect(tree["scored"]?.integer == 10)
        #expect(tree["failed"]?.integer == 0)
        #expect(tree["rows"]?.integer == 10)
        #expect(tree["retries"]?.elements?.map { $0["started"]?.text } == ["c", "c"])
        // The rest is as it was.
        #expect(tree["schema"]?.integer == 1)
        #expect(tree["rows_sha256"]?.text == "d")
    }

    @Test func `a score that is added keeps the record of those before`() throws {
        let folder = try TestFolder()
        let first = RecordFile(of: folder("round.jsonl"))
        try first.write(record(scored: 9, failed: 1).json)
        var added = record(scored: 2, failed: 0)
        added.earlier = first.contents
        added.chosen = .init(rows: 2, filter: "safety < 0.5", near: 0.05, thresholds: [0.5, 0.6, 0.7])
        try RecordFile(of: folder("more.jsonl")).write(added.json)
        let tree = try JSONTree(folder.bytes("more.scoring.json"))
        #expect(tree["before"]?["scored"]?.integer == 9)
        #expect(tree["chosen"]?["near"] == .number("0.05"))
        #expect(tree["chosen"]?["filter"]?.text == "safety < 0.5")
    }
}
