import Foundation
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Delimited texts of quotes, separators and line ends at random, in blocks of random sizes, against a plain reader.
@Suite struct DelimitedTextPropertyTests {
    private static let pieces = [
        "\"", "\"", ",", ",", "\n", "\r\n", "\n", "a", "é", " ", "\"\"", "0.5", "2", "\"a,b\"", "\"x\"\"y\"",
        "\"two\nlines\"",
        "\"p\" b,r,1,2\n", "p,r,0.5,2\n", "\"p\",\"r\",\"0.5\",2\r\n", "say \"hi\",r,2,2\n", "the rest.\",r,2,2\n",
        "\"of\n\nthree\",\"r\r\n\",2,0.5\n", "\"never,r,1,2\n", "longer than sixteen plain bytes", "\n\n", "\r", "\t",
    ]

    struct Text {
        var bytes: [UInt8]
        var delimiter: UInt8
        var lineEnd: UInt8
    }

    /// A header, one sound row and whatever comes.
    private static func text(_ random: inout SeededGenerator) -> Text {
        let lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        var text = "prompt,response,safety,helpfulness\np,r,1,2\n"
        for _ in 0..<Int.random(in: 0...40, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
        if lineEnd != "\n" {
            text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
            text = text.replacingOccurrences(of: "\n", with: lineEnd)
        }
        let isTabbed = Int.random(in: 0..<4, using: &random) == 0
        if isTabbed {
            text = String(text.map { $0 == "," ? "\t" : $0 == "\t" ? "," : $0 })
        }
        return Text(
            bytes: Array(text.utf8),
            delimiter: UInt8(ascii: isTabbed ? "\t" : ","),
            lineEnd: lineEnd == "\r" ? 0x0D : 0x0A
        )
    }

    @Test(arguments: 0..<40) func `rows are those of a plain reader`(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) &* 104_729)
        let folder = try TestFolder()
        for _ in 0..<100 {
            let text = Self.text(&random)
            let settings = LoadSettings.tiny(
                blockSize: Int.random(in: 1...80, using: &random),
                rowLimit: 1 << 16,
                workers: Int.random(in: 1...3, using: &random)
            )
            let name = text.delimiter == 0x09 ? "x.tsv" : "x.csv"
            let path: String =
                switch Int.random(in: 0..<100, using: &random) {
                case 0: try folder.write(name + ".gz", try folder.filter(text.bytes, through: ["gzip"]))
                case 1: try folder.write(name + ".zst", try folder.filter(text.bytes, through: ["zstd", "-q"]))
                default: try folder.write(name, text.bytes)
                }
            let round = try load(path, settings: settings)
            let shown = String(decoding: text.bytes, as: UTF8.self).debugDescription
            try #require(try Self.told(round) == Self.expected(text), "\(shown)")
            try #require(
                try Self.bytesWithoutRow(round, in: text.bytes).allSatisfy { $0 == 0x0A || $0 == 0x0D },
                "\(shown)"
            )
        }
    }

    /// What became of one row.
    private struct Told: Equatable, CustomStringConvertible {
        var place: Range<Int>
        var line: Int
        /// Of an invalid row.
        var lastLine: Int?
        var reason: InvalidRow.Reason?
        /// Of an item.
        var texts: [[UInt8]] = []
        var scores: Scores?

        var description: String { "\(line)-\(lastLine ?? 0) \(reason.map { $0.text } ?? "item") \(place)" }
    }

    private static func told(_ round: LoadedRound) throws -> [Told] {
        let items = try (0..<round.columns.count).map { item in
            let (text, place) = (try round.text(item), round.columns.place(ofKnown: item))
            return Told(
                place: place.offset..<(place.offset + place.length),
                line: text.line,
                texts: [text.prompt, text.response],
                scores: round.columns.scores(ofKnown: item)
            )
        }
        let invalid = round.report.invalidRows.map { row in
            Told(
                place: row.place.offset..<(row.place.offset + row.place.length),
                line: row.line,
                lastLine: row.lastLine,
                reason: row.reason
            )
        }
        return (items + invalid).sorted { $0.place.lowerBound < $1.place.lowerBound }
    }

    private static func expected(_ text: Text) -> [Told] {
        let reader = PlainDelimitedReader(
            text: text.bytes,
            delimiter: text.delimiter,
            lineEnd: text.lineEnd,
            expected: 4
        )
        return reader.rows.dropFirst().map { row in
            var told = Told(place: row.place, line: row.line)
            switch scores(of: row) {
            case .success(let scores): (told.scores, told.texts) = (scores, Array(row.cells[..<2]))
            case .failure(let refusal): (told.reason, told.lastLine) = (refusal.reason, row.lastLine)
            }
            return told
        }
    }

    private struct Refusal: Error { var reason: InvalidRow.Reason }

    private static func scores(of row: PlainDelimitedReader.Row) -> Result<Scores, Refusal> {
        if let problem = row.problem { return .failure(Refusal(reason: problem)) }
        if row.cells.count != 4 {
            return .failure(Refusal(reason: .fieldCount(found: row.cells.count, expected: 4)))
        }
        var values: [Double] = []
        for (role, cell) in zip([FieldRole.safety, .helpfulness], row.cells[2...]) {
            let text = String(decoding: cell, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            if text.isEmpty { return .failure(Refusal(reason: .missing(role))) }
            guard text.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }), let value = Double(text) else {
                let near = NearNumber(cell).map { InvalidRow.Reason.nearNumber(role, $0) }
                return .failure(Refusal(reason: near ?? .notNumber(role)))
            }
            values.append(value)
        }
        return .success(Scores(safety: values[0], helpfulness: values[1]))
    }

    /// The bytes behind the header that no item and no invalid row names, where each is named once at most.
    private static func bytesWithoutRow(_ round: LoadedRound, in text: [UInt8]) throws -> [UInt8] {
        var named = [Int](repeating: 0, count: text.count)
        for row in try told(round) {
            for index in row.place { named[index] += 1 }
        }
        #expect(named.allSatisfy { $0 <= 1 })
        let header = text.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? 0
        return text.indices.filter { $0 >= header && named[$0] == 0 }.map { text[$0] }
    }
}

extension DelimitedTextPropertyTests {
    private static let program = """
        import csv, io, json, sys
        csv.field_size_limit(1 << 30)
        for text, delimiter in json.load(sys.stdin):
            rows = csv.reader(io.StringIO(text, newline=''), delimiter=delimiter)
            print(json.dumps([row for row in rows if row]))
        """

    private static let hasPython = LoadSettings().searchPath.split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/python3")
    }

    /// Python's reader takes a broken row's text as it comes, so that its rows begin and end where ours do, broken or not.
    @Test(.enabled(if: hasPython, "needs python3")) func `plain reader reads as python does`() throws {
        var random = SeededGenerator(seed: 31)
        let texts = (0..<3000).map { _ in Self.text(&random) }
        let input = texts.map { [String(decoding: $0.bytes, as: UTF8.self), $0.delimiter == 0x09 ? "\t" : ","] }
        let folder = try TestFolder()
        let output = try folder.filter(
            Array(try JSONEncoder().encode(input)),
            through: ["python3", "-c", Self.program]
        )
        let lines = output.split(separator: 0x0A)
        try #require(lines.count == texts.count)
        for (text, line) in zip(texts, lines) {
            let reader = PlainDelimitedReader(
                text: text.bytes,
                delimiter: text.delimiter,
                lineEnd: text.lineEnd,
                expected: 4
            )
            let rows = try JSONDecoder().decode([[String]].self, from: Data(line))
            let ours = reader.rows.map { $0.cells.map { String(decoding: $0, as: UTF8.self) } }
            try #require(
                ours.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } },
                "\(String(decoding: text.bytes, as: UTF8.self).debugDescription)"
            )
        }
    }
}
