import Testing
import TextSafety

struct HostileCase: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var shown: String

    init(_ name: String, _ text: String, _ shown: String) { self.init(name, Array(text.utf8), shown) }

    init(_ name: String, _ bytes: [UInt8], _ shown: String) {
        self.name = name
        self.bytes = bytes
        self.shown = shown
    }

    var testDescription: String { name }
}

@Suite struct SafeTextTests {
    static let hostile: [HostileCase] = [
        .init("plain", "a b", "a b"),
        .init("escape sequence", "\u{1B}[31mred\u{1B}[0m", "␛[31mred␛[0m"),
        .init("window title", "\u{1B}]0;owned\u{7}", "␛]0;owned␇"),
        .init("NUL and friends", "\0\u{1}\u{1F}", "␀␁␟"),
        .init("DEL", "\u{7F}", "␡"),
        .init("C1 CSI", "\u{9B}31m", "⟨U+009B⟩31m"),
        .init("NEL", "\u{85}", "⟨U+0085⟩"),
        .init("line end in one line", "a\nb", "a␊b"),
        .init("carriage return", "safe\rfake", "safe␍fake"),
        .init("backspace", "a\u{8}b", "a␈b"),
        .init("tab in one line", "a\tb", "a b"),
        .init("override", "\u{202E}abc\u{202C}", "⟨U+202E⟩abc⟨U+202C⟩"),
        .init("isolate", "\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"),
        .init("direction marks", "\u{200E}\u{200F}\u{61C}", "⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩"),
        .init("zero-width", "a\u{200B}b\u{200C}c\u{2060}d", "a⟨U+200B⟩b⟨U+200C⟩c⟨U+2060⟩d"),
        .init("run of zero-width", String(repeating: "\u{200B}", count: 300), "⟨U+200B×300⟩"),
        .init("byte order mark", "\u{FEFF}a", "⟨U+FEFF⟩a"),
        .init("soft hyphen", "lock\u{AD}pick", "lock⟨U+00AD⟩pick"),
        .init("variation selectors", "a\u{FE0F}\u{E0100}", "a⟨U+FE0F⟩⟨U+E0100⟩"),
        .init("Mongolian selectors", "\u{180B}\u{180E}", "⟨U+180B⟩⟨U+180E⟩"),
        .init("tags", "a\u{E0068}\u{E0065}\u{E006C}\u{E006C}\u{E006F}b", "a⟨tag:hello⟩b"),
        .init("tag space and cancel", "\u{E0001}\u{E0061}\u{E0020}\u{E007F}", "⟨tag:␁a␠␡⟩"),
        .init("emoji flag of tags", "🏴\u{E0067}\u{E0062}\u{E007F}", "🏴⟨tag:gb␡⟩"),
        .init(
            "long run of tags",
            String(repeating: "\u{E0061}", count: 60),
            "⟨tag:" + String(repeating: "a", count: 48) + "…+12⟩"
        ),
        .init("private use", "\u{E000}\u{F8FF}\u{10FFFD}", "⟨U+E000⟩⟨U+F8FF⟩⟨U+10FFFD⟩"),
        .init(
            "noncharacters",
            [0xEF, 0xB7, 0x90, 0xEF, 0xBF, 0xBE, 0xF4, 0x8F, 0xBF, 0xBF],
            "⟨U+FDD0⟩⟨U+FFFE⟩⟨U+10FFFF⟩"
        ),
        .init("unassigned", "\u{378}\u{E0FFF}", "⟨U+0378⟩⟨U+E0FFF⟩"),
        .init("line separators", "a\u{2028}b\u{2029}", "a⟨U+2028⟩b⟨U+2029⟩"),
        .init("annotation", "\u{FFF9}a\u{FFFA}b\u{FFFB}", "⟨U+FFF9⟩a⟨U+FFFA⟩b⟨U+FFFB⟩"),
        .init("Hangul fillers", "\u{115F}\u{1160}\u{3164}\u{FFA0}", "⟨U+115F⟩⟨U+1160⟩⟨U+3164⟩⟨U+FFA0⟩"),
        .init("invisible operators", "\u{2061}\u{2064}\u{206A}\u{206F}", "⟨U+2061⟩⟨U+2064⟩⟨U+206A⟩⟨U+206F⟩"),
        .init("grapheme joiner", "a\u{34F}b", "a⟨U+034F⟩b"),
        .init("musical controls", "\u{1D173}", "⟨U+1D173⟩"),
        .init("invisible Khmer vowel", "\u{17B4}", "⟨U+17B4⟩"),
        .init("lone surrogates", [0xED, 0xA0, 0xBD, 0x61, 0xED, 0xB8, 0x80], "⟨U+D83D⟩a⟨U+DE00⟩"),
        .init("invalid bytes", [0x61, 0xFF, 0xC0, 0x80, 0x62], "a⟨xFF⟩⟨xC0⟩⟨x80⟩b"),
        .init("overlong escape", [0xE0, 0x80, 0x9B], "⟨xE0⟩⟨x80⟩⟨x9B⟩"),
        .init("beyond Unicode", [0xF4, 0x90, 0x80, 0x80], "⟨xF4⟩⟨x90⟩⟨x80⟩⟨x80⟩"),
        .init("cut at the end", [0x61, 0xE2, 0x82], "a⟨xE2⟩⟨x82⟩"),
        .init("raw C1 byte", [0x9B, 0x33, 0x31, 0x6D], "⟨x9B⟩31m"),
        .init("spaces", "a\u{A0}b\u{2003}c\u{202F}d\u{3000}e", "a b c d  e"),
        .init("ZWJ family", "👩\u{200D}👧", "👩⟨U+200D⟩👧"),
        .init("flag", "🇫🇷", "🇫🇷"),
        .init("skin tone", "👍🏽", "👍⟨U+1F3FD⟩"),
        .init("CJK", "漢字かな", "漢字かな"),
        .init("Hangul", "한글", "한글"),
        .init("Hebrew and Arabic", "שלום مرحبا", "שלום مرحبا"),
        .init("up to four marks", "e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}\u{303}\u{304}"),
        .init(
            "too many marks",
            "e" + String(repeating: "\u{301}", count: 16),
            "e\u{301}\u{301}\u{301}\u{301}⟨+12⟩"
        ),
        .init("mark alone", "\u{301}a", "\u{25CC}\u{301}a"),
        .init("mark behind a blank", " \u{301}", " \u{25CC}\u{301}"),
        .init("mark behind a token", "\u{1B}\u{301}", "␛\u{25CC}\u{301}"),
        .init("Devanagari", "नमस्ते", "नमस्ते"),
        .init("text that looks like a token", "⟨U+202E⟩", "⟨U+202E⟩"),
    ]

    @Test(arguments: hostile)
    func `shows what is there`(_ given: HostileCase) {
        // Scalar by scalar: string comparison would take canonically equivalent texts as one.
        #expect(Array(SafeText(given.bytes).string.unicodeScalars) == Array(given.shown.unicodeScalars))
    }

    @Test func `decomposed hangul is readable`() {
        #expect(SafeText("\u{1112}\u{1161}\u{11AB}").glyphs == [Glyph("한", width: 2)])
        #expect(SafeText("\u{1100}\u{1161}").glyphs == [Glyph("가", width: 2)])
        #expect(SafeText("\u{1161}").string == "⟨U+1161⟩")
        #expect(SafeText("\u{1100}a").glyphs.map(\.width) == [2, 1])
    }

    @Test func `tokens are told`() {
        #expect(SafeText("a\u{202E}").glyphs.map(\.isToken) == [false] + Array(repeating: true, count: 8))
        #expect(SafeText("⟨U+202E⟩").glyphs.allSatisfy { !$0.isToken })
    }

    @Test func `widths are counted`() {
        #expect(SafeText("a漢e\u{301}👍").width == 6)
        #expect(SafeText("").width == 0)
        #expect(SafeText("\u{3000}").width == 2)
    }

    @Test(arguments: [
        ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "…"), ("hello", 0, ""), ("hello", -3, ""),
        ("漢字漢", 6, "漢字漢"), ("漢字漢", 5, "漢字…"), ("漢字漢", 4, "漢…"), ("漢", 1, "…"), ("", 0, ""),
    ])
    func `truncates`(text: String, width: Int, expected: String) {
        let cut = SafeText(text).truncated(to: width)
        #expect(cut.string == expected)
        #expect(cut.width <= max(0, width))
        #expect(SafeText(Array(text.utf8), fitting: width) == cut)
    }

    @Test func `ASCII spells everything`() {
        #expect(SafeText("é\u{1B}…漢\u{301}").ascii().string == "<U+00E9>^[...<U+6F22><U+0301>")
        #expect(SafeText("a\u{200B}\u{200B}\u{200B}\u{0}").ascii().string == "a<U+200Bx3>^@")
        #expect(SafeText("\u{301}").ascii().string == "<U+0301>")
        #expect(SafeText.printable("é\u{1B}\u{7F}", asciiOnly: true) == "<U+00E9>^[^?")
        #expect(SafeText("plain").ascii() == SafeText("plain"))
    }

    @Test(arguments: hostile)
    func `ASCII is ASCII`(_ given: HostileCase) {
        let allowed: (Glyph) -> Bool = { (0x20..<0x7F).contains($0.base.value) && $0.marks == .zero && $0.width == 1 }
        #expect(SafeText(given.bytes).ascii().glyphs.allSatisfy(allowed))
        #expect(SafeText(given.bytes, asciiOnly: true).glyphs.allSatisfy(allowed))
    }
}
