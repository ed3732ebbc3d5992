import Testing

@testable import RoundSearch

@Suite struct TextMatcherTests {
    private func ranges(_ pattern: String, isRegex: Bool = false, _ text: String, limit: Int = 1000) throws -> [Range<
        Int
    >] {
        TextMatcher.ranges(of: try TextPattern(pattern, isRegex: isRegex), in: Array(text.utf8), limit: limit)
    }

    @Test func `gives every place without overlaps`() throws {
        #expect(try ranges("aa", "aaaaa b AA") == [0..<2, 2..<4, 8..<10])
        #expect(try ranges("é", "É, é") == [0..<2, 4..<6])
        #expect(try ranges("d.?r", isRegex: true, "door dr dir") == [5..<7, 8..<11])
        #expect(try ranges("x", "").isEmpty)
    }

    @Test func `leaves out empty matches and goes on behind them`() throws {
        #expect(try ranges("a*", isRegex: true, "éaa한a") == [2..<4, 7..<8])
        #expect(try ranges("^", isRegex: true, "a\nb").isEmpty)
    }

    @Test func `sees what stands before a place`() throws {
        #expect(try ranges(#"\bb"#, isRegex: true, "ab b bb") == [3..<4, 5..<6])
        #expect(try ranges("^b", isRegex: true, "bb\nb") == [0..<1, 3..<4])
        #expect(try ranges(#"\Ab"#, isRegex: true, "bb\nb") == [0..<1])
    }

    @Test func `gives no more than it is asked for`() throws {
        #expect(try ranges("a", String(repeating: "a", count: 50), limit: 3).count == 3)
        #expect(try ranges("a", "a", limit: 0).isEmpty)
    }

    @Test func `half a pair and a NUL are bytes like others`() throws {
        let text: [UInt8] = [0, 0x61, 0xED, 0xA0, 0xBD, 0x61, 0]
        #expect(TextMatcher.ranges(of: try TextPattern("a"), in: text) == [1..<2, 5..<6])
        #expect(TextMatcher.ranges(of: try TextPattern("a.a", isRegex: true), in: text) == [1..<6])
    }
}
