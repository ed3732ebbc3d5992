import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// One row after a good one, and what becomes of it.
struct JSONRowCase: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var row: [UInt8]
    var reason: InvalidRow.Reason?

    init(_ name: String, _ row: String, _ reason: InvalidRow.Reason?) {
        self.init(name, bytes: Array(row.utf8), reason)
    }

    init(_ name: String, bytes: [UInt8], _ reason: InvalidRow.Reason?) {
        testDescription = name
        row = bytes
        self.reason = reason
    }
}

@Suite struct JSONRowTests {
    static let deep = String(repeating: "[", count: 999) + String(repeating: "]", count: 999)

    static let rows: [JSONRowCase] = [
        .init("no JSON", "hello", .notJSON(column: 1)),
        .init("cut short", #"{"prompt": "how", "response"#, .notJSON(column: 19)),
        .init("missing comma", #"{"prompt": "how" "response": "so"}"#, .notJSON(column: 18)),
        .init("trailing comma", jsonRow(extra: ","), .notJSON(column: 72)),
        .init("two values", jsonRow() + jsonRow(), .notJSON(column: 72)),
        .init("a value behind", jsonRow() + " 1", .notJSON(column: 73)),
        .init("single quotes", "{'prompt': 1}", .notJSON(column: 2)),
        .init("bad escape in a field nobody needs", jsonRow(extra: #", "x": "\q""#), .notJSON(column: 79)),
        .init("bad number in a field nobody needs", jsonRow(extra: #", "x": 01"#), .notJSON(column: 78)),
        .init("bad literal in a field nobody needs", jsonRow(extra: #", "x": nul"#), .notJSON(column: 78)),
        .init("bad array in a field nobody needs", jsonRow(extra: #", "x": [1,]"#), .notJSON(column: 81)),
        .init("mixed brackets", jsonRow(extra: #", "x": [1}"#), .notJSON(column: 80)),
        .init(
            "NaN in a field nobody needs",
            jsonRow(extra: #", "x": NaN"#),
            .carriedNonFinite(key: "x", isNaN: true, column: 78)
        ),
        .init(
            "-Infinity in a list nobody needs",
            jsonRow(extra: #", "é": {"y\u0068": [1, -Infinity, NaN]}"#),
            .carriedNonFinite(key: "y\\u0068", isNaN: false, column: 94)
        ),
        .init("half a unicode escape", jsonRow(extra: #", "x": "\u12""#), .notJSON(column: 79)),
        .init("a bare tab in a string", jsonRow(extra: ", \"x\": \"a\tb\""), .notJSON(column: 80)),
        .init("a NUL", bytes: Array(jsonRow().utf8) + [0], .notJSON(column: 72)),
        .init("a byte order mark in front", bytes: [0xEF, 0xBB, 0xBF] + Array(jsonRow().utf8), nil),
        .init("array", "[1, 2]", .notAnObject),
        .init("number", "42", .notAnObject),
        .init("string", #""prompt""#, .notAnObject),
        .init("null", "null", .notAnObject),
        .init(
            "invalid UTF-8",
            bytes: Array(#"{"prompt": ""#.utf8) + [0xFF] + Array(#""}"#.utf8),
            .notUTF8(byte: 0xFF, column: 13)
        ),
        .init(
            "surrogate as UTF-8",
            bytes: Array(#"{"x": ""#.utf8) + [0xED, 0xA0, 0x80] + Array(#""}"#.utf8),
            .notUTF8(byte: 0xED, column: 8)
        ),
        .init(
            "invalid UTF-8 and cut short",
            bytes: Array(#"{"prompt": ""#.utf8) + [0xC3],
            .notUTF8(byte: 0xC3, column: 13)
        ),
        .init("1,000 levels", jsonRow(extra: #", "x": "# + deep), nil),
        .init("1,001 levels", jsonRow(extra: #", "x": ["# + deep + "]"), .tooDeep(limit: 1000)),
        .init("100,000 levels", String(repeating: "[", count: 100_000), .tooDeep(limit: 1000)),
        .init(
            "100,000 objects",
            String(repeating: #"{"a":"#, count: 100_000) + "1" + String(repeating: "}", count: 100_000),
            .tooDeep(limit: 1000)
        ),
        .init("empty object", "{}", .missing(.prompt)),
        .init("no response", #"{"prompt": "how", "safety": 1, "helpfulness": 2}"#, .missing(.response)),
        .init("no safety", #"{"prompt": "how", "response": "so", "helpfulness": 2}"#, .missing(.safety)),
        .init("no helpfulness", #"{"prompt": "how", "response": "so", "safety": 2}"#, .missing(.helpfulness)),
        .init("prompt null", #"{"prompt": null, "response": "so", "safety": 1, "helpfulness": 2}"#, .null(.prompt)),
        .init(
            "prompt number",
            #"{"prompt": 7, "response": "so", "safety": 1, "helpfulness": 2}"#,
            .notText(.prompt, found: .number)
        ),
        .init(
            "response list",
            #"{"prompt": "", "response": ["so"], "safety": 1, "helpfulness": 2}"#,
            .notText(.response, found: .list)
        ),
        .init("prompt twice", jsonRow(extra: #", "prompt": "again""#), .repeated(.prompt)),
        .init("safety twice, the same", jsonRow(extra: #", "safety": 0.5"#), .repeated(.safety)),
        .init("safety twice, escaped", jsonRow(extra: #", "saf\u0065ty": 0.5"#), .repeated(.safety)),
        .init("another field twice", jsonRow(extra: #", "x": 1, "x": 2"#), nil),
        .init("score null", jsonRow("null"), .null(.safety)),
        .init("score true", jsonRow("true"), .notNumber(.safety, found: .boolean)),
        .init("score object", jsonRow("0", "{}"), .notNumber(.helpfulness, found: .object)),
        .init("score text", jsonRow(#""high""#), .notNumber(.safety)),
        .init("score empty text", jsonRow(#""""#), .missing(.safety)),
        .init("score text with a plus", jsonRow(#""+1""#), nil),
        .init("score hexadecimal text", jsonRow(#""0x10""#), NearNumber("0x10".utf8).map { .nearNumber(.safety, $0) }),
        .init("score with a plus", jsonRow("+1"), .notJSON(column: 47)),
        .init("score without a digit before the point", jsonRow(".95"), .notJSON(column: 47)),
        .init("score NaN", jsonRow("NaN"), .notANumberValue(.safety)),
        .init("score nan text", jsonRow(#""nan""#), .notANumberValue(.safety)),
        .init("score Infinity", jsonRow("0", "Infinity"), .infinite(.helpfulness)),
        .init("score -Infinity", jsonRow("-Infinity"), .infinite(.safety)),
        .init("score inf text", jsonRow(#""-inf""#), .infinite(.safety)),
        .init("score 1e400", jsonRow("1e400"), .infinite(.safety)),
        .init("score 1e400 text", jsonRow(#""-1e400""#), .infinite(.safety)),
        .init("score text of a number", jsonRow(#"" 0.5 ""#), nil),
        .init("empty texts", #"{"prompt": "", "response": "", "safety": 1, "helpfulness": 2}"#, nil),
        .init("lone surrogate", #"{"prompt": "\ud83d", "response": "\udc00x", "safety": 1, "helpfulness": 2}"#, nil),
        .init("escaped NUL", #"{"prompt": "\u0000", "response": "", "safety": 1, "helpfulness": 2}"#, nil),
        .init("blanks around", "  \t" + jsonRow() + " \r", nil),
        .init("escaped name", #"{"pr\u006fmpt": "", "response": "", "safety": 1, "helpfulness": 2}"#, nil),
        .init(
            "a needed name further in only",
            #"{"prompt": "", "response": "", "x": {"safety": 1}, "helpfulness": 2}"#,
            .missing(.safety)
        ),
    ]

    @Test(arguments: rows) func `row is taken or refused`(_ test: JSONRowCase) throws {
        let folder = try TestFolder()
        let good = Array(jsonRow().utf8) + [0x0A]
        for (name, text) in [
            ("last", good + test.row), ("ended", good + test.row + [0x0A]),
            ("followed", good + test.row + [0x0A] + good),
        ] {
            let round = try load(try folder.write("\(name).jsonl", text))
            #expect(round.refused == (test.reason.map { [Refused(line: 2, reason: $0)] } ?? []), "\(name)")
            #expect(round.columns.count == (name == "followed" ? 2 : 1) + (test.reason == nil ? 1 : 0), "\(name)")
        }
    }

    @Test(arguments: [
        ("0", 0.0), ("-0", -0.0), ("1", 1), ("-3.25", -3.25), ("3.25390625", 3.253_906_25), ("0.1", 0.1),
        ("1e2", 100), ("1E-2", 0.01), ("123456789012345678901234567890", 1.234_567_890_123_456_8e29),
        ("2.2250738585072014e-308", 2.225_073_858_507_201_4e-308), ("5e-324", .leastNonzeroMagnitude),
        ("1e-400", 0),
        ("1.7976931348623157e308", 1.797_693_134_862_315_7e308), ("0.30000000000000004", 0.1 + 0.2),
        ("9007199254740993", 9_007_199_254_740_992), ("0.0000000000000000000000000000001", 1e-31),
    ])
    func `number is the nearest double`(_ text: String, _ value: Double) throws {
        let folder = try TestFolder()
        let round = try load(try folder.write("x.jsonl", jsonRow(text) + "\n" + jsonRow("\"\(text)\"") + "\n"))
        #expect(round.scores.map(\.safety.bitPattern) == [value.bitPattern, value.bitPattern])
        #expect(round.report.textScores == 1)
    }

    @Test func `random numbers read as swift reads them`() throws {
        var random = SeededGenerator(seed: 11)
        let values = (0..<20_000).map { _ in
            let any = Double(bitPattern: random.next())
            return any.isFinite ? any : Double.random(in: -5...5, using: &random)
        }
        let folder = try TestFolder()
        let round = try load(try folder.write("x.jsonl", values.map { jsonRow("\($0)") }.joined(separator: "\n")))
        #expect(round.scores.map(\.safety.bitPattern) == values.map(\.bitPattern))
    }

    @Test func `blank lines are no rows but count`() throws {
        let folder = try TestFolder()
        let round = try load(try folder.write("x.jsonl", "\n  \n\(jsonRow())\r\n\r\n\t\noops\n\n"))
        #expect(round.columns.count == 1)
        #expect(round.refused == [Refused(line: 6, reason: .notJSON(column: 1))])
        #expect(try round.text(0).line == 3)
    }

    @Test func `byte order mark is not part of the row`() throws {
        let folder = try TestFolder()
        let round = try load(try folder.write("x.jsonl", [0xEF, 0xBB, 0xBF] + Array(jsonRow().utf8)))
        #expect(try round.texts.rowBytes(at: round.columns.place(ofKnown: 0)) == Array(jsonRow().utf8))
    }
}
