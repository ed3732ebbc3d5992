import Basics
import Testing

@Suite struct JSONTextTests {
    private func written(_ bytes: [UInt8], escapingDelete: Bool = false) -> String {
        var output: [UInt8] = []
        bytes.withUnsafeBytes { JSONText.append($0, to: &output, escapingDelete: escapingDelete) }
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `controls with a letter have it, others their number`() {
        #expect(written(Array(0..<0x20)).hasPrefix(#""\u0000\u0001"#))
        #expect(written([8, 9, 10, 12, 13, 0x1B]) == #""\b\t\n\f\r\u001b""#)
        #expect(written(Array(#"a"b\c/"#.utf8)) == #""a\"b\\c/""#)
    }

    @Test func `DEL stands as it is unless it is to be escaped`() {
        #expect(written([0x61, 0x7F, 0x62]) == "\"a\u{7F}b\"")
        #expect(written([0x61, 0x7F, 0x62], escapingDelete: true) == #""a\u007fb""#)
        #expect(written(Array("é\u{7F}한".utf8), escapingDelete: true) == #""é\u007f한""#)
    }

    @Test func `a lone surrogate goes back to its escape, or is replaced and counted`() {
        let bytes: [UInt8] = [0x61, 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]
        #expect(written(bytes) == #""a\ud83d\ude00""#)
        var output: [UInt8] = []
        let count = bytes.withUnsafeBytes { JSONText.appendReplacing($0, to: &output) }
        #expect(count == 2 && String(decoding: output, as: UTF8.self) == "\"a\u{FFFD}\u{FFFD}\"")
    }

    @Test func `what has to be escaped is found at every place of a long text`() {
        let kinds: [(bytes: [UInt8], escaped: String)] = [
            ([0x22], #"\""#), ([0x5C], #"\\"#), ([0x1F], #"\u001f"#), ([0], #"\u0000"#), ([0x7F], #"\u007f"#),
            ([0xFF], "\u{FFFD}"),
            (Array("é".utf8), "é"), ([0x20], " "), ([0x7E], "~"), ([0x21], "!"), ([0x23], "#"), ([0x5B], "["),
            ([0x5D], "]"),
        ]
        for kind in kinds {
            for place in 0..<20 {
                let (front, back) = (String(repeating: "a", count: place), String(repeating: "~", count: 20 - place))
                let text = Array(front.utf8) + kind.bytes + Array(back.utf8)
                #expect(written(text, escapingDelete: true) == "\"\(front)\(kind.escaped)\(back)\"")
            }
        }
    }

    @Test func `a byte that is part of nothing is replaced`() {
        #expect(written([0xC3, 0x28, 0xFF]) == "\"\u{FFFD}(\u{FFFD}\"")
    }
}
