import Foundation
import RoundExport
import RoundFiles
import RoundModel
import TestSupport
import Testing

/// Delimited rounds: a line of the default format is the row as a JSON object.
struct DelimitedExportTests {
    private static let texts = [
        "", "p", "two\nlines", "two\r\nlines", "a,b;c\td", "\"quoted\"", "caf\u{E9}", "cafe\u{301}", "🙂 한글", " padded ",
        "\\u0041", "NaN", "\u{1B}[31m",
    ]

    private func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    @Test(arguments: 0..<10, [",", "\t"])
    func `every row is an object with its texts`(seed: UInt64, separator: String) throws {
        var random = SeededGenerator(seed: seed)
        var text = ["kind", "prompt", "response", "safety", "helpfulness"].joined(separator: separator) + "\r\n"
        var expected: [Bucket: [[String]]] = [.adversarial: [], .accepted: [], .discarded: []]
        var seen: Set<[[UInt8]]> = []
        for _ in 0..<Int.random(in: 1...150, using: &random) {
            let kind = Self.texts.randomElement(using: &random) ?? ""
            let prompt = Self.texts.randomElement(using: &random) ?? ""
            let response = Self.texts.prefix(4).randomElement(using: &random) ?? ""
            let scores = Scores(safety: [-1, 0, 1].randomElement(using: &random) ?? 0, helpfulness: 3)
            text +=
                [quoted(kind), quoted(prompt), quoted(response), "\(scores.safety)", "\(scores.helpfulness)"]
                .joined(separator: separator) + "\r\n"
            let bucket = zeroZeroTwo.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            let key = [Array(prompt.utf8)] + (bucket == .accepted ? [Array(response.utf8)] : [])
            if bucket == .discarded || seen.insert(key).inserted { expected[bucket]?.append([kind, prompt, response]) }
        }
        let folder = try TestFolder()
        let round = try loadRound(text, in: folder, named: separator == "," ? "round.csv" : "round.tsv")
        _ = try RoundExporter.export(
            round,
            ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"))
        )
        for bucket in Bucket.allCases {
            let rows = try folder.objects("out/\(bucket.name).jsonl").map { object in
                ["kind", "prompt", "response"].map { object[$0] as? String ?? "missing" }
            }
            #expect(rows.map { $0.map { Array($0.utf8) } } == expected[bucket]?.map { $0.map { Array($0.utf8) } })
        }
    }

    @Test func `a row that cannot be read is exported as it stands`() throws {
        let folder = try TestFolder()
        let text = "prompt,response,safety,helpfulness\n\"p\n1\",a,-1,0\n\"b\nad\",x\np,a,-1,0\n"
        _ = try RoundExporter.export(
            loadRound(text, in: folder, named: "round.csv"),
            ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"))
        )
        let invalid = try folder.objects("out/invalid.jsonl")
        #expect(invalid.count == 1)
        #expect(invalid.first?["line"] as? Int == 4)
        #expect(invalid.first?["reason"] as? String == "2 fields where the header has 4, from line 4 to line 5")
        #expect(invalid.first?["last_line"] as? Int == 5)
        #expect(invalid.first?["text"] as? String == "\"b\nad\",x")
        #expect(folder.lines("out/adversarial.jsonl").count == 2)
    }
}
