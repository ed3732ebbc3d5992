import Testing

@testable import RoundSearch

@Suite struct TextPatternTests {
    struct Bad: CustomTestStringConvertible, Sendable {
        var pattern: String
        var reason: TextPatternError.Reason
        var part: String
        var character: Int
        var testDescription: String { pattern }
    }

    static let bad = [
        Bad(pattern: "", reason: .empty, part: "", character: 0),
        Bad(pattern: "a(b", reason: .openGroup, part: "(", character: 1),
        Bad(pattern: "é(a)(b", reason: .openGroup, part: "(", character: 4),
        Bad(pattern: #"[(](\("#, reason: .openGroup, part: "(", character: 3),
        Bad(pattern: "a)b", reason: .strayClosing, part: ")", character: 1),
        Bad(pattern: "(a))", reason: .strayClosing, part: ")", character: 3),
        Bad(pattern: "a[b-", reason: .openBracket, part: "[b-", character: 1),
        Bad(pattern: "[a-c][z-a]", reason: .backwardRange, part: "z-a", character: 6),
        Bad(pattern: "*a", reason: .nothingToRepeat, part: "*", character: 0),
        Bad(pattern: "a*|*", reason: .nothingToRepeat, part: "*", character: 3),
        Bad(pattern: "a**", reason: .repeatedRepeat, part: "**", character: 1),
        Bad(pattern: "a{2000}", reason: .repeatCount, part: "{2000}", character: 1),
        Bad(pattern: "((a{100}){100}){100}", reason: .repeatCount, part: "{100}", character: 9),
        Bad(pattern: #"é\q"#, reason: .unknownEscape, part: #"\q"#, character: 1),
        Bad(pattern: #"(a)\1"#, reason: .backReference, part: #"\1"#, character: 3),
        Bad(pattern: #"a\"#, reason: .trailingBackslash, part: #"\"#, character: 1),
        Bad(pattern: "a(?=b)", reason: .lookAround, part: "(?=", character: 1),
        Bad(pattern: "(?<!a)b", reason: .lookAround, part: "(?<", character: 0),
        Bad(pattern: "a(?z)", reason: .unknownGroup, part: "(?z", character: 1),
        Bad(pattern: "(?P<a b>c)", reason: .groupName, part: "(?P<a b>", character: 0),
        Bad(pattern: "[[:letters:]]", reason: .unknownClass, part: "[:letters:]", character: 1),
        Bad(pattern: #"\p{Nonsense}"#, reason: .unknownClass, part: #"\p{Nonsense}"#, character: 0),
    ]

    @Test(arguments: bad) func `says what is wrong with a pattern, and where`(_ bad: Bad) throws {
        let error = #expect(throws: TextPatternError.self) { try TextPattern(bad.pattern, isRegex: true) }
        #expect(error?.reason == bad.reason)
        #expect(error?.part == bad.part)
        #expect(error?.character == bad.character)
        #expect(error?.message.isEmpty == false)
    }

    @Test(arguments: [
        #"\pL{900}"#, #"[^a]{1000}[^b]{1000}[^c]{1000}"#, "(?:\(String(repeating: "\\pN", count: 30))){30}",
    ]) func `refuses what would take too much to match`(_ pattern: String) throws {
        let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern, isRegex: true) }
        #expect(error?.reason == .tooLarge || error?.reason == .repeatCount)
    }

    @Test(arguments: [true, false]) func `refuses a pattern that is too long`(_ isRegex: Bool) throws {
        let error = #expect(throws: TextPatternError.self) {
            try TextPattern(String(repeating: "a", count: 5000), isRegex: isRegex)
        }
        #expect(error?.reason == .tooLong(limit: 4096))
    }

    @Test func `groups may be nested deep and do no harm`() throws {
        let deep = String(repeating: "(", count: 1500) + "a" + String(repeating: ")", count: 1500)
        // Versions of RE2 differ in how deep they go.
        guard let pattern = try? TextPattern(deep, isRegex: true) else { return }
        #expect(TextMatcher.ranges(of: pattern, in: Array("bab".utf8)) == [1..<2])
    }

    @Test func `half a pair is one character`() throws {
        // Models write them; Foundation's view of such bytes is three characters, so the property test leaves them out.
        let text: [UInt8] = [0x61, 0xED, 0xA0, 0xBD, 0x62]
        #expect(TextMatcher.ranges(of: try TextPattern("a[^c]b", isRegex: true), in: text) == [0..<5])
        #expect(TextMatcher.ranges(of: try TextPattern("a[^c]{3}b", isRegex: true), in: text).isEmpty)
    }

    @Test(arguments: bad.dropFirst()) func `a plain text is never wrong`(_ bad: Bad) throws {
        #expect(TextMatcher.ranges(of: try TextPattern(bad.pattern), in: Array("x\(bad.pattern)".utf8)).count == 1)
    }

    @Test func `patterns are equal byte by byte`() throws {
        #expect(try TextPattern("a") == TextPattern("a"))
        #expect(try TextPattern("a") != TextPattern("a", isRegex: true))
        #expect(try TextPattern("\u{E9}") != TextPattern("e\u{301}"))
    }
}
