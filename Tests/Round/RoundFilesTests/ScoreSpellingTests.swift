import CSimdJSON
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Scores of delimited text, as people and programs write them.
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
    func numberIsTakenAndWrittenAsJSON(_ cell: String, _ value: Double, _ written: String) throws {
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
    func whatIsNoNumberIsSaid(_ cell: String, _ problem: String) throws {
        #expect(try Self.load(cell).report.invalidRows.first?.text == "safety score \(problem)")
    }

    /// What is spelled is a number of JSON with the same digits, whatever bytes come.
    @Test(arguments: 0..<20) func spellingIsANumberOfJSON(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet = Array("00.5+-e1 9".utf8)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            var out = [UInt8](repeating: 0, count: text.count + 2)
            let count = json_spell_decimal(text, text.count, &out)
            var value = 0.0
            let known = json_parse_number(text, text.count, &value)
            guard count > 0 else {
                #expect(known != JSON_FINE)
                continue
            }
            var spelled = 0.0
            let result = json_parse_number(out, count, &spelled)
            #expect(result == JSON_FINE || result == JSON_INFINITE)
            let plain = String(decoding: text, as: UTF8.self).split(separator: " ").joined()
            #expect(Double(plain) == spelled || result == JSON_INFINITE, "\(plain)")
        }
    }
}
