import Basics
import CRowReader
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Scores in text, as people and programs write them: in a cell of a table or a string of JSON.
@Suite struct ScoreSpellingTests {
    private static func load(_ cell: String) throws -> LoadedRound {
        let folder = try TestFolder()
        let text = "prompt,response,safety,helpfulness\np,r,1,1\np,r,\"\(cell)\",1\n"
        return try RoundFilesTests.load(try folder.write("x.csv", text))
    }

    @Test(arguments: [
        (".95", 0.95, "0.95"), ("5.", 5, "5"), ("+0.5", 0.5, "0.5"), ("-.5", -0.5, "-0.5"), (" 0.5\t", 0.5, "0.5"),
        ("1e-3", 0.001, "1e-3"), (".5E+2", 50, "0.5E+2"), ("5.e1", 50, "5e1"), ("007", 7, "7"),
        ("-00.50", -0.5, "-0.50"),
        ("+.0", 0, "0.0"), ("0", 0, "0"), ("1.0", 1, "1.0"),
    ])
    func `number is taken and written as JSON`(_ cell: String, _ value: Double, _ written: String) throws {
        let round = try Self.load(cell)
        try #require(round.columns.count == 2)
        #expect(round.columns.scores(ofKnown: 1).safety == value)
        let line = String(decoding: try round.texts.rowLine(of: 1, in: round.columns), as: UTF8.self)
        #expect(line == #"{"prompt": "p", "response": "r", "safety": \#(written), "helpfulness": 1}"#)
    }

    @Test(arguments: [
        ("0,95", "0,95 has a comma; write numbers with a decimal point, as 0.95"),
        ("1,000.5", "1,000.5 has a comma; write numbers with a decimal point, as 0.95"),
        ("95%", "95% is a percentage; write it as a number, as 0.95"),
        ("0x1", "0x1 is hexadecimal; write it in decimal, as 0.95"),
        ("4/5", "4/5 is a fraction; write it as a number, as 0.8"),
        ("1_000", "1_000 is not a number; write it in decimal, as 0.95"),
        ("0.5.1", "0.5.1 is not a number; write it in decimal, as 0.95"),
        ("--1", "--1 is not a number; write it in decimal, as 0.95"),
        ("very bad", "is not a number"), (".", "is not a number"), ("+", "is not a number"), ("e5", "is not a number"),
        ("my secret prompt of 1999", "is not a number"),
    ])
    func `what is no number is said`(_ cell: String, _ problem: String) throws {
        #expect(try Self.load(cell).report.invalidRows.first?.text == "safety score \(problem)")
        let folder = try TestFolder()
        let round = try RoundFilesTests.load(
            try folder.write("x.jsonl", "\(jsonRow())\n\(jsonRow("\"\(cell)\""))\n")
        )
        #expect(round.report.invalidRows.first?.text == "safety score \(problem)")
    }

    /// Each with what it is read as; nil where that is no score.
    private static let spellings: [(text: String, value: Double?)] = [
        ("0.95", 0.95), (".95", 0.95), ("+1", 1), ("1.", 1), ("1e", nil), ("1e+", nil), ("1e5", 1e5), ("1E-2", 0.01),
        ("1.e2", 100), (".5e1", 5), (".e1", nil), (".", nil), ("+", nil), ("-", nil), ("-0", -0.0), ("+0", 0),
        ("-.5", -0.5),
        ("--1", nil), ("+-1", nil), ("- 1", nil), ("007", 7), ("-00.50", -0.5), (" 0.5", 0.5), ("0.5 ", 0.5),
        ("\t0.5\t", 0.5), (" .5 ", 0.5), ("\u{B}0.5\u{C}", 0.5), ("\u{A0}0.5", nil), ("0. 5", nil), ("0x10", nil),
        ("0x1p3", nil), ("inf", nil), ("-inf", nil), ("Infinity", nil), (" infinity ", nil), ("nan", nil),
        (" NaN", nil),
        ("-nan", nil), ("nan(1)", nil), ("1_000", nil), ("１", nil), ("٠.٥", nil), ("0,95", nil), ("1,000.5", nil),
        ("1e400", nil), ("-1e400", nil), ("+1e400", nil), ("0e999", 0), (".0e999", 0), ("1e-999", 0), ("", nil),
        (" ", nil),
        ("95%", nil), ("1/2", nil), ("1 000", nil), ("1f", nil), ("true", nil), ("null", nil), ("−1", nil), ("½", nil),
        ("0.1e1.5", nil), ("1e99999999999999999999", nil), ("1\u{0}", nil), ("\u{FEFF}1", nil), ("0.5\"", nil),
        (String(repeating: " ", count: 300) + "+2", 2), ("." + String(repeating: "3", count: 300), 1.0 / 3),
        (String(repeating: " ", count: 300) + "0,95", nil), (String(repeating: "9", count: 300), 1e300),
        (String(repeating: "7x", count: 200), nil),
    ]

    @Test(arguments: spellings)
    func `the same text is the same score in a table and in JSON`(_ text: String, _ value: Double?) throws {
        let folder = try TestFolder()
        let doubled = text.replacing("\"", with: "\"\"")
        let table = "prompt,response,safety,helpfulness\nhow,so,1,0.25\nhow,so,\"\(doubled)\",0.25\n"
        var string: [UInt8] = []
        JSONText.append(Array(text.utf8), to: &string)
        let escaped = text.utf16.map { unit in
            "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count) + String(unit, radix: 16)
        }
        let rows = [String(decoding: string, as: UTF8.self), "\"" + escaped.joined() + "\""].map { jsonRow($0) }
        let rounds = [
            try RoundFilesTests.load(try folder.write("x.csv", table)),
            try RoundFilesTests.load(try folder.write("x.jsonl", "\(jsonRow("1"))\n\(rows[0])\n")),
            try RoundFilesTests.load(try folder.write("y.jsonl", "\(jsonRow("1"))\n\(rows[1])\n")),
        ]
        let invalid = rounds.map { $0.report.invalidRows.map(\.reason) }
        #expect(invalid.allSatisfy { $0 == invalid[0] }, "\(invalid)")
        for round in rounds {
            #expect(round.scores.dropFirst().map(\.safety.bitPattern) == (value.map { [$0.bitPattern] } ?? []))
        }
        #expect(invalid[0].count == (value == nil ? 1 : 0))
        // Filters and plots read the fields of rows once more.
        let read = Array(text.utf8).withUnsafeBytes { RowField.number($0) }
        #expect(read?.bitPattern == value?.bitPattern)
    }

    /// What is spelled is a number of JSON with the same digits, whatever bytes come.
    @Test(arguments: 0..<20) func `spelling is a number of JSON`(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet = Array("00.5+-e1 9".utf8)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            var out = [UInt8](repeating: 0, count: text.count + 2)
            let count = row_spell_decimal(text, text.count, &out)
            var value = 0.0
            let known = row_parse_number(text, text.count, &value)
            guard count > 0 else {
                #expect(known != ROW_FINE)
                continue
            }
            var spelled = 0.0
            let result = row_parse_number(out, count, &spelled)
            #expect(result == ROW_FINE || result == ROW_INFINITE)
            let plain = String(decoding: text, as: UTF8.self).split(separator: " ").joined()
            #expect(Double(plain) == spelled || result == ROW_INFINITE, "\(plain)")
        }
    }
}
