import TerminalCanvas
import TestSupport
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderTests {
    static let cases: [(bytes: String, events: [TerminalEvent])] = [
        ("aZ é漢", "aZ é漢".unicodeScalars.map { .key(.character($0)) }),
        ("\r\n\t\u{7F}\u{8}", [.enter, .enter, .tab, .backspace, .backspace].map { .key(KeyPress($0)) }),
        ("\u{3}\u{1A}\u{1C}\0", [.key(.control("c")), .key(.control("z")), .key(.control("\\")), .key(.control(" "))]),
        ("\u{1B}[A\u{1B}OB", [.key(KeyPress(.up)), .key(KeyPress(.down))]),
        ("\u{1B}[1;2C\u{1B}[1;5D", [.key(KeyPress(.right, .shift)), .key(KeyPress(.left, .control))]),
        ("\u{1B}[1;8H", [.key(KeyPress(.home, [.shift, .alt, .control]))]),
        ("\u{1B}[3~\u{1B}[5;2~", [.key(KeyPress(.delete)), .key(KeyPress(.pageUp, .shift))]),
        ("\u{1B}[24~\u{1B}[[E", [.key(KeyPress(.function(12))), .key(KeyPress(.function(5)))]),
        ("\u{1B}[Z", [.key(KeyPress(.tab, .shift))]),
        ("\u{1B}x\u{1B}\u{1B}[A", [.key(KeyPress(.character("x"), .alt)), .key(KeyPress(.up, .alt))]),
        ("\u{1B}é", [.key(KeyPress(.character("é"), .alt))]),
        ("\u{1B}[97;5u\u{1B}[27u", [.key(.control("a")), .key(KeyPress(.escape))]),
        ("\u{1B}[200~a\u{1B}[Ab\nc\u{1B}[201~d", [.paste(Array("a\u{1B}[Ab\nc".utf8)), .key(.character("d"))]),
        // Unknown sequences and reports are dropped whole: the digits in them are no keys.
        ("\u{1B}[<0;12;3Xq", [.key(.character("q"))]),
        ("\u{1B}[?64;1;2cq", [.key(.character("q"))]),
        ("\u{1B}[1;2;3;4yq", [.key(.character("q"))]),
        ("\u{1B}P1+r5463\u{1B}\\q", [.key(.character("q"))]),
        ("\u{1B}]11;rgb:1/2/3\u{7}q", [.key(.character("q"))]),
        ("\u{1B}[99999999999999999999~q", [.key(.character("q"))]),
        ("\u{1B}[12\u{3}", [.key(.control("c"))]),
        ("\u{9B}1~q", [.key(.character("1")), .key(.character("~")), .key(.character("q"))]),
    ]

    @Test(arguments: cases.indices)
    func `decodes, at once and in pieces`(_ index: Int) {
        let (bytes, events) = Self.cases[index]
        expectDecoded(bytes, events)
    }

    @Test func `text that comes all at once was pasted, and so was its end`() {
        var decoder = KeyDecoder()
        let text = Array(String(repeating: "quit the review, please\r", count: 20).utf8)
        #expect(decoder.feed(text).isEmpty)
        #expect(decoder.feed(Array("q".utf8)).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == [.paste(text + Array("q".utf8))])
        #expect(decoder.feed(Array("q".utf8)) == [.key(.character("q"))])
    }

    @Test(arguments: [
        String(repeating: "j", count: 1000), String(repeating: "\u{1B}[C", count: 300),
        "a path of less than 256 bytes\r",
    ]) func `held keys and short texts are keys`(_ text: String) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array(text.utf8)).count > 1)
        #expect(!decoder.isWaiting)
    }

    @Test func `a flood of escapes is so many Escape keys`() {
        var decoder = KeyDecoder()
        var events = decoder.feed([UInt8](repeating: 0x1B, count: 200_000))
        events += decoder.flush()
        #expect(events == Array(repeating: .key(KeyPress(.escape)), count: 200_000))
    }

    @Test(arguments: [
        ("\u{1B}", [KeyPress(.escape)]), ("\u{1B}\u{1B}", [KeyPress(.escape), KeyPress(.escape)]),
        ("\u{1B}[", [KeyPress(.character("["), .alt)]), ("\u{1B}O", [KeyPress(.character("O"), .alt)]),
        ("\u{1B}]", [KeyPress(.character("]"), .alt)]), ("\u{1B}[1;", []), ("\u{1B}[[", []),
    ])
    func `what waits is decided in the end`(bytes: String, keys: [KeyPress]) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array(bytes.utf8)).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == keys.map { .key($0) })
        #expect(!decoder.isWaiting)
        #expect(decoder.feed(Array("q".utf8)) == [.key(.character("q"))])
    }

    @Test func `the terminals own sequences come first`() {
        var decoder = KeyDecoder(described: [
            Array("\u{1B}[A".utf8): KeyPress(.pageUp), Array("\u{1B}xyz".utf8): KeyPress(.function(9)),
        ])
        #expect(decoder.feed(Array("\u{1B}[A".utf8)) == [.key(KeyPress(.pageUp))])
        #expect(decoder.feed(Array("\u{1B}xy".utf8)).isEmpty)
        #expect(decoder.feed(Array("z".utf8)) == [.key(KeyPress(.function(9)))])
    }

    @Test func `invalid bytes are no keys`() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0xFF, 0xC0, 0x80, 0x61, 0xE2, 0x82]) == [.key(.character("a"))])
        #expect(decoder.isWaiting)
        #expect(decoder.feed([0xAC]) == [.key(.character("€"))])
    }

    @Test func `a paste is bounded`() {
        var decoder = KeyDecoder()
        var events = decoder.feed(Array("\u{1B}[200~".utf8))
        for _ in 0..<40 { events += decoder.feed([UInt8](repeating: 0x61, count: 50_000)) }
        events += decoder.feed(Array("\u{1B}[201~".utf8))
        #expect(events == [.paste([UInt8](repeating: 0x61, count: KeyDecoder.mostPastedBytes))])
    }

    @Test func `a paste without an end ends`() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("\u{1B}[200~ab\u{1B}[20".utf8)).isEmpty)
        #expect(decoder.isPasting)
        #expect(decoder.flush() == [.paste(Array("ab".utf8))])
        #expect(!decoder.isPasting)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `any bytes are decoded to the end`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet: [UInt8] = Array("\u{1B}\u{1B}\u{1B}[[OP]0129;~ABuM\\\u{7}qé".utf8) + [0x9B, 0xFF, 0xF0]
        let bytes = (0..<60).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        var whole = KeyDecoder()
        let atOnce = whole.feed(bytes) + whole.flush()
        var parts = KeyDecoder()
        let inPieces = bytes.flatMap { parts.feed([$0]) } + parts.flush()
        #expect(atOnce == inPieces)
        #expect(!whole.isWaiting)
    }
}
