import TestSupport
import Testing
import TextSafety

@Suite struct WrappedTextTests {
    static let cases: [(name: String, text: String, width: Int, rows: [String])] = [
        ("fits", "one two", 7, ["one two"]),
        ("breaks at a blank", "one two", 6, ["one", "two"]),
        ("drops all blanks at a break", "one    two", 4, ["one", "two"]),
        ("keeps blanks inside", "a  b c", 4, ["a  b", "c"]),
        ("a long word is cut", "abcdefgh", 3, ["abc", "def", "gh"]),
        ("a long word behind a short one", "a bcdefgh", 3, ["a", "bcd", "efg", "h"]),
        ("indentation stays", "    word more", 9, ["    word", "more"]),
        ("indentation that leaves no room", "   words", 5, ["   wo", "rds"]),
        ("indentation wider than a row", "      word", 4, ["    ", "word"]),
        ("blanks only", "      ", 4, ["    "]),
        ("wide glyphs break anywhere", "漢字漢字", 5, ["漢字", "漢字"]),
        ("wide after a word", "ab漢字", 5, ["ab漢", "字"]),
        ("exact", "abc def", 3, ["abc", "def"]),
        ("a per cent sign stays with its number", "between 3 % and", 9, ["between", "3 % and"]),
        ("a per cent sign behind a full row", "up to 30 % of it", 8, ["up to", "30 % of", "it"]),
        ("a per cent sign behind two blanks", "of 3  % and", 5, ["of 3", "% and"]),
        ("a per cent sign behind a long word", "abcdef % g", 6, ["abcdef", "% g"]),
        ("a mark stays on its base", "aae\u{301}b", 3, ["aae\u{301}", "b"]),
        ("a token goes to the next row whole", "ab \u{202E}", 8, ["ab", "⟨U+202E⟩"]),
        ("a token longer than a row is cut", "\u{202E}x", 5, ["⟨U+20", "2E⟩x"]),
    ]

    @Test(arguments: cases.indices)
    func `breaks`(_ index: Int) {
        let (name, text, width, rows) = Self.cases[index]
        #expect(SafeText(text).wrapped(to: width).map(\.string) == rows, "\(name)")
        #expect(strings(WrappedText(Array(text.utf8), width: width)) == rows, "\(name), by bytes")
    }

    static let lineCases: [(text: String, lines: [String])] = [
        ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\n", ["a", ""]), ("a\nb", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b"]), ("a\rb\r\r\n", ["a␍b␍"]), ("a\tb", ["a   b"]), ("abcd\tb", ["abcd    b"]),
        ("漢\tb", ["漢  b"]), ("\r\n", [""]), ("a\r", ["a␍"]),
    ]

    @Test(arguments: lineCases.indices)
    func `splits lines`(_ index: Int) {
        let (text, lines) = Self.lineCases[index]
        #expect(SafeText.lines(of: Array(text.utf8)).map(\.string) == lines)
        #expect(strings(WrappedText(Array(text.utf8), width: 20)) == lines)
    }

    @Test func `tabs fill within the row`() {
        let text = WrappedText(Array("word\tx\ty another\tz".utf8), width: 12)
        #expect(strings(text) == ["word    x", "y another", "z"])
    }

    @Test func `rows outside are empty`() {
        let text = WrappedText(Array("a".utf8), width: 5)
        #expect(text[-1].isEmpty)
        #expect(text[1].isEmpty)
        #expect(WrappedText([], width: 5).count == 0)
    }

    @Test func `a place is found again at another width`() {
        let bytes = Array(String(repeating: "some words of a text ", count: 200).utf8)
        let wide = WrappedText(bytes, width: 61)
        let narrow = WrappedText(bytes, width: 17)
        let row = narrow.row(showing: wide.byteOffset(ofRow: 20))
        #expect(narrow.byteOffset(ofRow: row) <= wide.byteOffset(ofRow: 20))
        #expect(narrow.byteOffset(ofRow: row + 1) > wide.byteOffset(ofRow: 20))
        #expect(wide.row(showing: -5) == 0)
        #expect(wide.row(showing: .max) == wide.count - 1)
        #expect(WrappedText([], width: 4).row(showing: 3) == 0)
    }

    /// A million bytes in one line: only a pass that is linear ends in sensible time.
    @Test(arguments: ["word ", "x", "漢", "\u{202E}", " ", "e\u{301}", "\u{301}", "\u{E0041}", "a\t", "\u{FF}"])
    func `long lines wrap in one pass`(piece: String) {
        let bytes = Array(String(repeating: piece, count: 1_000_000 / piece.utf8.count).utf8)
        let text = WrappedText(bytes, width: 37)
        #expect(text.count > 0)
        #expect(text[text.count / 2].width <= 37)
        #expect(text[text.count - 1].width <= 37)
    }

    private func strings(_ text: WrappedText) -> [String] { (0..<text.count).map { text[$0].string } }
}
