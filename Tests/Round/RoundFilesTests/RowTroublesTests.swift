import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// What valid rows hold that some readers of JSON refuse is counted, whichever way a row is read.
@Suite struct RowTroublesTests {
    static let troubles: [(extra: String, kinds: [RowTroubles.Kind])] = [
        (#", "k": 1, "k": 2"#, [.keyTwice]), (#", "k": 1, "\u006b": 2"#, [.keyTwice]),
        (#", "o": {"k": 1, "k": 2}"#, [.keyTwiceInside]), (#", "o": [[{"a": {}, "b": 1, "a": 1}]]"#, [.keyTwiceInside]),
        (#", "o": {"k": 1, "x": 0, "K": 2}"#, [.keyCaseInside]),
        (#", "o": {"k": 1, "K": 2, "k": 3}, "o": 1"#, [.keyTwice, .keyTwiceInside, .keyCaseInside]),
        (#", "a\u0000b": 1"#, [.nulInKey]),
        (#", "k": "\ud83d""#, [.loneSurrogate]), (#", "k": ["\ude00\ud83d x"]"#, [.loneSurrogate]),
        (#", "k": "\uD83D\uD83D\uDE00""#, [.loneSurrogate]), (#", "\udfff": 1"#, [.loneSurrogate]),
        (#", "k": "\ud83d\\ude00""#, [.loneSurrogate]),
        // Long enough to be looked at many bytes together.
        (", \"k\": \"\(long)\\udc00\(long)\"", [.loneSurrogate]),
        (", \"k\": 18446744073709551616", [.longInteger]), (", \"k\": [-9223372036854775809]", [.longInteger]),
        (", \"k\": 100000000000000000000e-5", [.longInteger]), (", \"k\": 18446744073709551616.5", [.longInteger]),
        (", \"k\": 1e400", [.hugeNumber]), (", \"k\": -1E309", [.hugeNumber]),
        (", \"k\": 1\(String(repeating: "0", count: 400))", [.longInteger, .hugeNumber]),
        (", \"k\": \(nested(63))", [.deep]), (", \"k\": \(nested(127))", [.deep, .veryDeep]),
    ]

    /// What looks like one of them.
    static let fine = [
        #", "k": 1, "K": 2, "kk": {"k": 1}"#,
        #", "o": {"中": 1, "不": 2, "É": 1, "é": 2, "a_": 1, "b": [{"a_": 1}, {"a_": 1}]}"#,
        #", "o": {"a\u0000b": "\u0000"}"#, #", "k": "\ud83d\ude00\uD83D\uDE00 \\ud83d""#, #", "\ud83d\ude00": 1"#,
        ", \"k\": [18446744073709551615, -9223372036854775808, 1.\(String(repeating: "1", count: 400)), 1e308, 0.1e-999]",
        ", \"k\": \(nested(62))", ", \(keys(40))",
    ]

    private static let long = String(repeating: "x", count: 200)

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    private static func keys(_ count: Int) -> String { (0..<count).map { "\"key \($0)\": 1" }.joined(separator: ", ") }

    private static func parser() throws -> RowParser {
        let names: [(FieldRole, String)] = [
            (.prompt, "prompt"), (.response, "response"), (.safety, "safety"), (.helpfulness, "helpfulness"),
        ]
        return try RowParser(.json, paths: names.map { ($0, [Array($1.utf8)]) })
    }

    private static func row(_ extra: String) -> String {
        #"{"prompt": "p", "response": "r", "safety": 0.5, "helpfulness": 0.5\#(extra)}"# + "\n"
    }

    private static func troubles(_ text: String, _ parser: RowParser) throws -> RowTroubles {
        try Array(text.utf8).withUnsafeBytes {
            let block = try parser.parse($0, rowLimit: 1 << 20)
            #expect(block.invalid.isEmpty && block.safety.count == text.utf8.count { $0 == 0x0A })
            return block.troubles
        }
    }

    private static func troubles(_ kinds: [RowTroubles.Kind], of rows: Int) -> RowTroubles {
        kinds.reduce(into: RowTroubles()) { $0[$1] = rows }
    }

    @Test(arguments: troubles) func `a trouble is counted by row, known layout or not`(
        _ extra: String,
        _ kinds: [RowTroubles.Kind]
    ) throws {
        let row = Self.row(extra)
        #expect(try Self.troubles(row, Self.parser()) == Self.troubles(kinds, of: 1))
        #expect(try Self.troubles(String(repeating: row, count: 5), Self.parser()) == Self.troubles(kinds, of: 5))
        // Layouts of other rows in turn, and of rows whose texts were read before.
        let parser = try Self.parser()
        Array(row.dropLast().utf8).withUnsafeBytes { #expect(parser.decode($0, .prompt) != nil) }
        let among = (0..<9).map { Self.row(#", "k\#($0)": [1]"#) + row }.joined()
        #expect(try Self.troubles(among, parser) == Self.troubles(kinds, of: 9))
    }

    @Test(arguments: fine) func `what readers take is no trouble`(_ extra: String) throws {
        #expect(try Self.troubles(String(repeating: Self.row(extra), count: 3), Self.parser()).isEmpty)
    }

    /// A value's trouble is its row's alone, though the rows share a layout.
    @Test func `rows of one layout differ in their values`() throws {
        let values = ["\"x\"", "\"\\ud800\"", "1", "1e400", "99999999999999999999", "\"y\""]
        let rows = values.map { Self.row(", \"k\": \($0)") }
        let found = try Self.troubles(rows.joined() + rows.joined(), Self.parser())
        var expected = RowTroubles()
        for kind in [RowTroubles.Kind.loneSurrogate, .hugeNumber, .longInteger] { expected[kind] = 2 }
        #expect(found == expected)
    }

    @Test func `objects with many keys and invalid rows`() throws {
        let many = Self.row(", \(Self.keys(40)), \"key 7\": 2, \"o\": {\(Self.keys(40)), \"KEY 39\": 1}")
        #expect(try Self.troubles(many, Self.parser()) == Self.troubles([.keyTwice, .keyCaseInside], of: 1))
        let folder = try TestFolder()
        let invalid = jsonRow("true", extra: #", "k": 1, "k": "\ud800""#)
        let path = try folder.write("x.jsonl", "\(jsonRow())\n\(invalid)\n\(jsonRow(extra: #", "k": 1, "k": 1"#))\n")
        let report = try RoundLoader.load(RoundRequest(paths: [path])).report
        #expect(report.invalidRows.count == 1)
        #expect(report.troubles == Self.troubles([.keyTwice], of: 1))
    }

    /// Who speaks belongs to a layout.
    @Test func `turns of a chat`() throws {
        let folder = try TestFolder()
        func row(_ speaker: String) -> String {
            #"{"messages": [{"role": "\#(speaker)", "content": "s"}, {"role": "user", "content": "p"}, "#
                + #"{"role": "assistant", "content": "r"}], "safety": 0.5, "helpfulness": 0.5}"# + "\n"
        }
        let rows = (0..<4).map { _ in row("\\ud800") + row("system") }.joined()
        let report = try RoundLoader.load(RoundRequest(paths: [try folder.write("x.jsonl", rows)])).report
        #expect(report.invalidRows.isEmpty)
        #expect(report.troubles == Self.troubles([.loneSurrogate], of: 4))
    }
}
