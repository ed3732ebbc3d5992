import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Marks in the midst of a text, as `cat a b` leaves them.
@Suite struct ByteOrderMarkTests {
    private static let mark = "\u{FEFF}"

    @Test(arguments: [1, 50]) func `rows behind a mark are read`(_ count: Int) throws {
        let folder = try TestFolder()
        let part = (0..<count).map { Self.mark + jsonRow("\($0)") + "\n" }.joined()
        let text =
            part + part + Self.mark + jsonRow("7", extra: #", "note": "é"#) + "\n" + Self.mark
            + jsonRow("8", extra: #", "id": 5"#)
        for packed in [nil, "gzip", "zstd", "xz", "bzip2"] {
            let bytes = Array(text.utf8)
            let path = try folder.write("x.jsonl", try packed.map { try folder.filter(bytes, through: [$0]) } ?? bytes)
            for settings in [LoadSettings(), .tiny()] {
                let round = try load(path, settings: settings)
                #expect(round.columns.count == 2 * count + 1)
                #expect(round.refused.map(\.line) == [2 * count + 1])
                let last = try round.text(2 * count)
                #expect(last.line == 2 * count + 2)
                // What is exported would break the reader of any line that it lands in.
                #expect(try round.texts.rowLine(of: 1, in: round.columns).first == UInt8(ascii: "{"))
            }
        }
    }

    @Test func `rows of a table too`() throws {
        let folder = try TestFolder()
        let header = Self.mark + "prompt,response,safety,helpfulness\n"
        let text = header + "a,r,1,0\n" + header + "b,r,2,0\n" + Self.mark + "\"c\n,\",r,3,0\n" + Self.mark
        for settings in [LoadSettings(), .tiny(blockSize: 16)] {
            let round = try load(try folder.write("x.csv", text), settings: settings)
            #expect(round.scores.map(\.safety) == [1, 2, 3])
            #expect(
                try (0..<3).map { String(decoding: try round.text($0).prompt, as: UTF8.self) } == ["a", "b", "c\n,"]
            )
            #expect(round.refused.map(\.line) == [3])
        }
    }
}
