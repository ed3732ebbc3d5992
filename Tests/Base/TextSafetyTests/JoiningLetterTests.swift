import Testing

@testable import TextSafety

/// U+200C is drawn as people write it, and shown where it changes nothing that is seen.
@Suite struct JoiningLetterTests {
    @Test(arguments: [
        "می\u{200C}خواهم", "کتاب\u{200C}ها", "نمی\u{200C}\u{062F}انم", "क्\u{200C}ष", "ক্\u{200C}ষ", "بِ\u{200C}ها",
    ])
    func `between letters that would join it is no token`(_ text: String) {
        let shown = SafeText(text)
        #expect(!shown.glyphs.contains { $0.isToken })
        #expect(Array(shown.string.utf8) == Array(text.utf8))
        // It takes no column.
        #expect(
            shown.width
                == SafeText(String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{200C}" }))).width
        )
    }

    @Test(arguments: [
        "a\u{200C}b", "\u{200C}", "\u{200C}ه", "د\u{200C}ر", "ه\u{200C}", "ه\u{200C} ه", "ه\u{200C}a", "क\u{200C}ष",
        "क्\u{200C}a",
        "क्\u{200D}ष", "ه\u{200D}ه", "漢\u{200C}字",
    ]) func `elsewhere it is seen`(_ text: String) {
        #expect(SafeText(text).string.contains("⟨U+200"))
    }

    @Test func `a second one is seen`() {
        #expect(SafeText("ه\u{200C}\u{200C}ه").string.contains("⟨U+200C⟩"))
    }

    @Test func `ASCII spells it out`() {
        #expect(SafeText(Array("ه\u{200C}ه".utf8), asciiOnly: true).string == "<U+0647><U+200C><U+0647>")
        #expect(SafeText("ه\u{200C}ه").ascii().string == "<U+0647><U+200C><U+0647>")
    }
}
