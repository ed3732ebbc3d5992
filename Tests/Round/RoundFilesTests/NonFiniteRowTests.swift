import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// NaN and infinities in fields that nobody reads, which Python writes and JSON does not know.
@Suite struct NonFiniteRowTests {
    private static let rows = [
        jsonRow(), jsonRow(extra: #", "logprob": NaN"#), jsonRow("NaN"),
        jsonRow(extra: #", "NaN": ["NaN", -Infinity , {"a": nan}], "z": -1"#), jsonRow(extra: ", "),
    ]

    private func load(asNull: Bool) throws -> LoadedRound {
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", Self.rows.joined(separator: "\n"))
        return try RoundLoader.load(RoundRequest(paths: [path], nonFiniteAsNull: asNull))
    }

    @Test func `such a row is invalid, with its key and column`() throws {
        let round = try load(asNull: false)
        #expect(round.columns.count == 1)
        let reasons = round.report.invalidRows.map(\.reason.text)
        #expect(reasons[0] == "NaN is not JSON (logprob, column 84); --nan-as-null uses the row")
        #expect(reasons[1] == "safety score is NaN")
        #expect(reasons[2] == "Infinity is not JSON (NaN, column 88); --nan-as-null uses the row")
        #expect(reasons[3] == "not valid JSON at column 73")
    }

    @Test func `where it is used it is written with null`() throws {
        let round = try load(asNull: true)
        #expect(round.columns.count == 3)
        #expect(round.report.nonFiniteRows == 2)
        #expect(round.refused.map(\.line) == [3, 5])
        let lines = try (0..<3).map {
            String(decoding: try round.texts.rowLine(of: $0, in: round.columns), as: UTF8.self)
        }
        #expect(lines[0] == Self.rows[0])
        #expect(lines[1] == jsonRow(extra: #", "logprob": null"#))
        #expect(lines[2] == jsonRow(extra: #", "NaN": ["NaN", null , {"a": null}], "z": -1"#))
        // What is shown is what the file has.
        #expect(try round.text(1).fields.contains { $0.value == Array("NaN".utf8) })
    }

    /// A key goes into messages, and may be made to mislead.
    @Test func `a key that is told holds nothing that moves a terminal`() throws {
        let folder = try TestFolder()
        let key = "a\u{1B}[31m\u{202E}é" + String(repeating: "x", count: 100)
        let row = jsonRow(extra: ", \"\(key.replacing("\u{1B}", with: "\u{7F}"))\": NaN")
        let round = try load(try folder.write("x.jsonl", "\(jsonRow())\n\(row)\n"))
        let text = try #require(round.report.invalidRows.first?.reason.text)
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\u{202E}" })
        #expect(text.contains("é") && text.count < 120)
    }

    private func load(_ path: String) throws -> LoadedRound { try RoundLoader.load(RoundRequest(paths: [path])) }
}
