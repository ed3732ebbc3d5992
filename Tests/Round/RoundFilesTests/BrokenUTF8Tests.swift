import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Rows that are not UTF-8: the message names the column, as for all that is wrong with a row, and the byte.
@Suite struct BrokenUTF8Tests {
    /// What is no UTF-8, and its first byte that begins no character.
    private static let broken: [(bytes: [UInt8], byte: UInt8, before: Int)] = [
        ([0xE9], 0xE9, 0), ([0xC3, 0xA9, 0xFF], 0xFF, 1), ([0x80], 0x80, 0), ([0xC0, 0x80], 0xC0, 0),
        ([0xED, 0xA0, 0x80], 0xED, 0), ([0xF0, 0x9F, 0x98], 0xF0, 0), ([0xF5, 0x80, 0x80, 0x80], 0xF5, 0),
        ([0x61, 0xE2, 0x82, 0x61], 0xE2, 1), ([0xF0, 0x9F, 0x98, 0x80, 0xC3], 0xC3, 1), ([0x09, 0x7F, 0x85], 0x85, 2),
    ]

    private static func load(
        _ text: [UInt8],
        _ name: String,
        _ program: (ending: String, command: [String])
    ) throws -> LoadedRound {
        let folder = try TestFolder()
        return try RoundFilesTests.load(
            try folder.write("\(name).\(program.ending)", try folder.filter(text, through: program.command)),
            settings: .tiny()
        )
    }

    private static let programs = [("", ["cat"])] + InflatingSourceTests.programs

    @Test(arguments: programs)
    func `the column and the byte of a row that is no UTF-8 are told, in JSON`(
        _ program: (ending: String, command: [String])
    ) throws {
        // What JSON does not allow either is no matter: the bytes come first.
        for (bytes, byte, before) in Self.broken {
            let start = Array(#"{"prompt": "é""#.utf8).dropLast()
            let text = Array("\(jsonRow())\n".utf8) + start + bytes + Array("\", }\n\(jsonRow())".utf8)
            let round = try Self.load(text, "x.jsonl", program)
            #expect(round.columns.count == 2)
            #expect(round.refused == [Refused(line: 2, reason: .notUTF8(byte: byte, column: 14 + before))])
        }
    }

    @Test(arguments: programs, ["\n", "\r\n", "\r"])
    func `and in tables, with the line where the row has several`(
        _ program: (ending: String, command: [String]),
        _ lineEnd: String
    ) throws {
        for (bytes, byte, before) in Self.broken {
            let header = "prompt,response,safety,helpfulness\(lineEnd)p,r,1,1\(lineEnd)"
            let text =
                Array("\(header)é,".utf8) + bytes + Array(",1,1\(lineEnd)p,\"é\(lineEnd)\(lineEnd)é".utf8) + bytes
                + Array("\",1,1\(lineEnd)p,r,1,1\(lineEnd)".utf8)
            let round = try Self.load(text, "x.csv", program)
            #expect(round.columns.count == 2)
            #expect(
                round.refused == [
                    Refused(line: 3, reason: .notUTF8(byte: byte, column: 3 + before)),
                    Refused(line: 4, reason: .notUTF8(byte: byte, line: 3, column: 2 + before)),
                ]
            )
        }
    }

    @Test func `the message tells them as the file has them`() {
        let text = Array("p,\"r\nd".utf8) + [0x0C, 0xE9] + Array("\",1,1".utf8)
        text.withUnsafeBytes { text in
            let reason = InvalidRow.Reason.brokenUTF8(in: text, lineEnd: 0x0A)
            #expect(reason.text == #"not valid UTF-8, line 2 of the row, column 3 (byte \xE9)"#)
            let told = #"not valid UTF-8, line 8, column 3 (byte \xE9), from line 7 to line 8"#
            #expect(reason.text(from: 7, to: 8) == told)
            let plain = InvalidRow.Reason.brokenUTF8(in: UnsafeRawBufferPointer(rebasing: text[5...]))
            #expect(plain.text == #"not valid UTF-8 at column 3 (byte \xE9)"#)
        }
    }
}
