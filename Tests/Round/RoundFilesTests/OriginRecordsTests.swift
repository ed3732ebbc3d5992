import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// What the record of a round's scores says, is so.
@Suite struct OriginRecordsTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func record(_ better: String?, field: String = "safety", more: String = "") -> String {
        let word = better.map { "\"\($0)\"" } ?? "null"
        return #"{"schema": 1, "redsieve": "1.0", "servers": [{"name": "safety", "field": "\#(field)", "#
            + #""software": "vLLM 0.32.0", "model": "m", "better": \#(word)}]\#(more)}"#
    }

    private func round(_ name: String, _ record: String?) throws -> String {
        if let record { try folder.write(record, to: "\(name).scoring.json") }
        return try folder.write([jsonRow("0.5"), jsonRow("-2")].joined(separator: "\n"), to: "\(name).jsonl")
    }

    @Test func `a round tells where its scores came from`() throws {
        let round = try load(try round("x", record("higher")), settings: .tiny())
        let origin = try #require(round.report.scoreOrigins.first)
        #expect(origin.name == "x.scoring.json")
        #expect(origin.sha256.count == 64)
        #expect(origin.servers.map(\.text) == ["m (vLLM 0.32.0)"])
        #expect(round.scores.map(\.safety) == [0.5, -2])
        #expect(try load(try self.round("y", nil)).report.scoreOrigins == [])
    }

    @Test func `a score whose lower values are better by the record is turned round`() throws {
        let path = try round("x", record("lower"))
        let turned = try load(path, settings: .tiny())
        #expect(turned.scores.map(\.safety) == [-0.5, 2])
        #expect(turned.report.fields.lowerIsBetter == [.safety])
        // Whoever says otherwise is right.
        #expect(try load(path, lowerIsBetter: []).scores.map(\.safety) == [0.5, -2])
        #expect(try load(try round("z", record("lower", field: "other"))).scores.map(\.safety) == [0.5, -2])
    }

    @Test func `a record that goes on from another one tells of both`() throws {
        let more = #", "before": \#(record("lower"))"#
        let round = try load(try round("x", record("higher", field: "strict", more: more)))
        #expect(round.report.scoreOrigins.first?.servers.map(\.field) == ["safety", "strict"])
        #expect(round.scores.map(\.safety) == [-0.5, 2])
    }

    @Test func `records that contradict one another are told, and not chosen from`() throws {
        let (one, two) = (try round("x", record("lower")), try round("y", record("higher")))
        let error = #expect(throws: RoundFilesError.self) { try load(one, two) }
        #expect(error?.exitStatus == 65)
        #expect(error?.message.contains("x.scoring.json and y.scoring.json disagree") == true)
        #expect(try load(one, two, lowerIsBetter: [.safety]).scores.map(\.safety) == [-0.5, 2, -0.5, 2])
        // A file without a record goes by those that have one.
        let bare = try round("z", nil)
        #expect(try load(bare, one).scores.map(\.safety) == [-0.5, 2, -0.5, 2])
    }

    @Test(arguments: ["{", "[]", "{}", #"{"schema": 1}"#, #"{"redsieve": "9", "schema": 2}"#])
    func `a file that is no record is told, and means nothing`(text: String) throws {
        let round = try load(try round("x", text))
        #expect(round.report.scoreOrigins == [])
        #expect(round.report.notes.count == 1)
        #expect(round.report.notes.first?.hasPrefix("x.scoring.json ") == true)
    }

    @Test func `records and failed rows in a folder are no rows of its round`() throws {
        let inner = try TestFolder()
        try inner.write(record("lower"), to: "r/x.scoring.json")
        try inner.write(jsonRow("0.5"), to: "r/x.jsonl")
        try inner.write(#"{"row": 1, "file": "f", "line": 2, "problems": [], "item": {}}"#, to: "r/x.failed.jsonl")
        let round = try load(inner("r"))
        #expect(round.scores.map(\.safety) == [-0.5])
        #expect(round.report.notes.map { $0.hasSuffix("left out x.failed.jsonl") } == [true])
    }
}
