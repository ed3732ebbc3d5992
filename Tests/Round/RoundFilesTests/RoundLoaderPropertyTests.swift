import Foundation
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// A row and what a plain reading makes of it.
private struct Sample {
    var bytes: [UInt8]
    var item: (safety: Double, helpfulness: Double, prompt: String, response: String, id: String)?
    var reason: InvalidRow.Reason?
}

private struct Row: Decodable {
    var prompt: String
    var response: String
    var safety: Double
}

/// Rounds of random rows, read in blocks of random sizes by several threads, against what each row was made as.
@Suite struct RoundLoaderPropertyTests {
    private static let texts = [
        "", "plain", "왜 그런가요?", "two\nlines\r\n", "\"quoted\", and, commas", "tab\tand \\ backslash", "é😀\u{1}",
        "{\"a\": [1]}",
        String(repeating: "long ", count: 60),
    ]

    private static func number(_ random: inout SeededGenerator) -> Double {
        [Double.random(in: -5...5, using: &random), 0, 0.5, -3.25, 1e-9, 4].randomElement(using: &random) ?? 0
    }

    private static func quoted(_ text: String) throws -> String {
        let data = try JSONEncoder().encode(text)
        return String(decoding: data, as: UTF8.self)
    }

    private static func jsonSample(_ random: inout SeededGenerator) throws -> Sample {
        let broken: [(String, InvalidRow.Reason)] = [
            ("{\"prompt\": \"p\", ", .notJSON(column: 17)), ("]", .notJSON(column: 1)), ("\"", .notJSON(column: 1)),
            ("[1, 2]", .notAnObject),
            ("{}", .missing(.prompt)), (jsonRow("null"), .null(.safety)), (jsonRow("NaN"), .notANumberValue(.safety)),
            (jsonRow("1", "\"x\""), .notNumber(.helpfulness)),
        ]
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            let (row, reason) = broken.randomElement(using: &random) ?? broken[0]
            return Sample(bytes: Array(row.utf8), reason: reason)
        case 1: return Sample(bytes: Array(["", " ", "\t\r"][Int.random(in: 0..<3, using: &random)].utf8))
        case 2 where Bool.random(using: &random):
            let bytes = Array("{\"prompt\": \"".utf8) + [0xC0, 0x80] + Array("\"}".utf8)
            return Sample(bytes: bytes, reason: .notUTF8(byte: 0xC0, column: 13))
        default:
            let item = (
                number(&random), number(&random), texts.randomElement(using: &random) ?? "",
                texts.randomElement(using: &random) ?? "", "\(Int.random(in: 0..<50, using: &random))"
            )
            var fields = [
                "\"safety\": \(item.0)", "\"helpfulness\": \(item.1)", "\"prompt\": \(try quoted(item.2))",
                "\"response\": \(try quoted(item.3))", "\"id\": \"\(item.4)\"", "\"other\": {\"prompt\": [null, {}]}",
            ]
            fields.shuffle(using: &random)
            let blank = Bool.random(using: &random) ? " " : ""
            let row = "{\(fields.joined(separator: ",\(blank)"))}" + (Bool.random(using: &random) ? "\r" : "")
            return Sample(bytes: Array(row.utf8), item: item)
        }
    }

    private static func tableSample(_ random: inout SeededGenerator) -> Sample {
        func cell(_ text: String) -> String {
            let isPlain = !text.contains { "\",\n\r\r\n".contains($0) }
            if isPlain && Bool.random(using: &random) { return text }
            return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        }
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return Sample(bytes: Array("p,r,1,2".utf8), reason: .fieldCount(found: 4, expected: 5))
        case 1: return Sample(bytes: Array("p,\"r\n\",,2,7".utf8), reason: .missing(.safety))
        case 2: return Sample(bytes: [])
        case 3:
            let item = (1.0, 2.0, "a \"stray\" one", "and \"here", "7")
            return Sample(bytes: Array("a \"stray\" one,and \"here,1,2,7".utf8), item: item)
        case 4:
            return Sample(
                bytes: Array("p,\"and \"here\",1,\"two\nlines\",7".utf8),
                reason: .textBehindQuote(line: 1, column: 9)
            )
        default:
            let item = (
                number(&random), number(&random), texts.randomElement(using: &random) ?? "",
                texts.randomElement(using: &random) ?? "", "\(Int.random(in: 0..<50, using: &random))"
            )
            let cells = [cell(item.2), cell(item.3), "\(item.0)", cell("\(item.1)"), cell(item.4)]
            return Sample(bytes: Array(cells.joined(separator: ",").utf8), item: item)
        }
    }

    @Test(arguments: 0..<60) func `round is what its rows were made as`(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) &* 7919)
        let isTable = seed % 2 == 1
        let samples = try (0..<Int.random(in: 1...160, using: &random)).map { _ in
            isTable ? Self.tableSample(&random) : try Self.jsonSample(&random)
        }
        let lineEnd = isTable && seed % 3 == 0 ? "\r\n" : "\n"
        var text = Array((isTable ? "prompt,response,safety,helpfulness,id" + lineEnd : "").utf8)
        for (index, sample) in samples.enumerated() {
            text += sample.bytes
            if index + 1 < samples.count || Bool.random(using: &random) { text += Array(lineEnd.utf8) }
        }
        let folder = try TestFolder()
        let name = isTable ? "x.csv" : "x.jsonl"
        let path: String =
            switch seed / 2 % 3 {
            case 0: try folder.write(name, text)
            case 1: try folder.write(name + ".gz", try folder.filter(text, through: ["gzip"]))
            default: try folder.write(name + ".zst", try folder.filter(text, through: ["zstd", "-q"]))
            }
        let items = samples.compactMap(\.item)
        let refused = samples.compactMap(\.reason)
        let settings = LoadSettings.tiny(
            blockSize: Int.random(in: 1...300, using: &random),
            rowLimit: 1 << 16,
            workers: Int.random(in: 1...4, using: &random)
        )
        guard !items.isEmpty else {
            #expect(throws: RoundFilesError.self) { try load(path, settings: settings) }
            return
        }
        let round = try load(path, settings: settings)
        #expect(round.scores == items.map { Scores(safety: $0.safety, helpfulness: $0.helpfulness) })
        #expect(round.report.invalidRows.map(\.reason) == refused)
        #expect(round.report.duplicateIDs == items.count - Set(items.map(\.id)).count)
        #expect(round.report.emptyTexts == items.count { $0.prompt.isEmpty || $0.response.isEmpty })
        try expectPlaces(round, samples: samples, lineEnd: lineEnd, isTable: isTable)
    }

    /// Every row reads back by its place, decoded and not, one by one and block by block, with its line.
    private func expectPlaces(_ round: LoadedRound, samples: [Sample], lineEnd: String, isTable: Bool) throws {
        var line = isTable ? 2 : 1
        var item = 0
        var invalid = round.report.invalidRows[...]
        for sample in samples {
            if let expected = sample.item {
                let text = try round.text(item)
                #expect(text.line == line)
                #expect(text.prompt == Array(expected.prompt.utf8))
                #expect(text.response == Array(expected.response.utf8))
                #expect(text.value(of: .id) == Array(expected.id.utf8))
                #expect(try round.texts.rowBytes(at: round.columns.place(ofKnown: item)) == sample.bytes)
                item += 1
            } else if sample.reason != nil, let row = invalid.popFirst() {
                #expect(row.line == line)
                #expect(try round.texts.invalidRowText(row, limit: 1 << 20) == sample.bytes)
            }
            line += sample.bytes.count { $0 == 0x0A } + 1
        }
        let items = samples.compactMap(\.item)
        let reader = round.texts.makeRowReader()
        item = 0
        for block in round.columns.blocks {
            try reader.open(block)
            for index in 0..<block.count {
                let decoded = try reader.decode(reader.row(index), [.pair, .id])
                #expect(Array(decoded.prompt) == Array(items[item].prompt.utf8))
                #expect(Array(decoded.response) == Array(items[item].response.utf8))
                #expect(decoded.id.map { Array($0) } == Array(items[item].id.utf8))
                let line = try reader.jsonLine(reader.row(index))
                let row = try JSONDecoder().decode(Row.self, from: Data(line))
                #expect(row.prompt == items[item].prompt)
                #expect(row.response == items[item].response)
                #expect(row.safety == items[item].safety)
                item += 1
            }
        }
        #expect(item == items.count)
    }
}
