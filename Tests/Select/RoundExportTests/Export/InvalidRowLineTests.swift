import Foundation
import RoundModel
import Testing

@testable import RoundExport

struct InvalidRowLineTests {
    private func line(_ text: [UInt8], length: Int) -> String {
        let row = InvalidRow(
            place: RowPlace(shard: 0, offset: 0, length: length),
            line: 7,
            reason: .null(.safety)
        )
        return String(decoding: InvalidRowLine.bytes(row, file: "a\"b.jsonl", text: text), as: UTF8.self)
    }

    @Test func `a short row is there whole`() {
        let text = Array("{\"a\":\u{1B}}\r".utf8)
        #expect(
            line(text, length: text.count)
                == #"{"file":"a\"b.jsonl","line":7,"reason":"safety score is null","text":"{\"a\":\u001b}\r"}"# + "\n"
        )
    }

    @Test func `bytes that are no UTF8 are replaced`() {
        #expect(
            line([0x61, 0xFF, 0xED, 0xA0, 0x80], length: 5).contains("\"text\":\"a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\"}")
        )
    }

    @Test(
        arguments: [
            ([0x61, 0xE2, 0x82, 0xAC], "a€"), ([0x61, 0xE2, 0x82], "a"), ([0x61, 0xE2], "a"),
            ([0x61, 0xF0, 0x9F, 0x99], "a"),
            ([0x61, 0xC3], "a"), ([0x61], "a"), ([], ""), ([0xE2], ""),
        ] as [([UInt8], String)]
    )
    func `a cut text ends with a whole scalar and tells its length`(text: [UInt8], expected: String) {
        #expect(line(text, length: 900).hasSuffix("\"text\":\"\(expected)\",\"text_bytes\":900}\n"))
    }
}
