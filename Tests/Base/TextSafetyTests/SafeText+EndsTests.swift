import Testing
import TextSafety

@Suite struct SafeTextEndsTests {
    @Test(arguments: [
        ("r3-000123", 9, "r3-000123"), ("round-3-000123", 9, "roun…0123"), ("round-3-000124", 9, "roun…0124"),
        ("abcdef", 2, "…f"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("", 5, ""),
        // Two columns a glyph: none is halved, so a column may stay free.
        ("漢字漢字漢字", 7, "漢…漢字"), ("漢字漢字漢字", 8, "漢…漢字"), ("漢字漢字漢字", 5, "漢…字"),
        ("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}…e\u{301}"),
    ]) func `the middle is left out`(_ text: String, _ width: Int, _ shown: String) {
        let safe = SafeText(Array(text.utf8), keepingEnds: width)
        #expect(safe.string.unicodeScalars.elementsEqual(shown.unicodeScalars), "\(safe.string)")
        #expect(safe.width <= max(0, width))
    }

    @Test func `a long name costs no more than its ends, and shows that it was cut`() {
        let name = Array(("begin" + String(repeating: "é", count: 500_000) + "-end").utf8)
        #expect(SafeText(name, keepingEnds: 12).string == "begin…éé-end")
    }
}
