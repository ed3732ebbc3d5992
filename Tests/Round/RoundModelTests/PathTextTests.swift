import RoundModel
import TestSupport
import Testing

@Suite struct PathTextTests {
    /// Bytes of all kinds, and the characters that stand for bytes among them.
    @Test func `any bytes come back`() {
        var random = SeededGenerator(seed: 14)
        let pieces: [[UInt8]] = [
            Array("a/b".utf8), Array("é漢".utf8), Array("e\u{301}".utf8), [0xE9], [0xF4], [0xF4, 0x8F],
            [0xED, 0xA0, 0x80],
            Array("\u{10FFE9}".utf8), Array("\u{10FFFF}".utf8), [0xC0, 0xAF], [0xFF, 0xFE], Array(#"\xE9"#.utf8),
        ]
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<6, using: &random) {
                bytes +=
                    Bool.random(using: &random)
                    ? pieces.randomElement(using: &random) ?? [] : [UInt8.random(in: 1...255, using: &random)]
            }
            let text = PathText.text(bytes)
            #expect(PathText.bytes(of: text) == bytes)
            #expect(PathText.isUTF8(PathText.shown(text)))
        }
    }

    @Test func `what is UTF8 stays as it is`() {
        for path in ["", "round.jsonl", "/é漢/🙂", #"\xE9"#, "\u{FFFD}"] {
            #expect(PathText.text(Array(path.utf8)) == path)
            #expect(PathText.shown(path) == path)
            #expect(PathText.isUTF8(path))
        }
    }

    @Test func `other bytes are spelled`() {
        #expect(PathText.shown(PathText.text([0x61, 0xE9, 0x2F, 0xFF])) == #"a\xE9/\xFF"#)
        #expect(PathText.shown(PathText.text(Array("\u{10FFE9}".utf8))) == #"\xF4\x8F\xBF\xA9"#)
    }
}
