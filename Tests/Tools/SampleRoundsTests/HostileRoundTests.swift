import Testing

@testable import SampleRounds

@Suite struct HostileRoundTests {
    private static let bytes = HostileRound.bytes()

    /// A class of hostile content, and bytes of the file that show it.
    struct Sign: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        var testDescription: String { name }

        init(_ name: String, _ text: String) {
            self.name = name
            bytes = Array(text.utf8)
        }

        init(_ name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    private static let signs = [
        Sign("CSI", #"\u001b["#), Sign("OSC title", #"\u001b]0;"#), Sign("OSC 8", #"\u001b]8;;"#),
        Sign("OSC 52", #"\u001b]52;c;"#), Sign("DCS", #"\u001bP"#), Sign("full reset", #"\u001bc"#),
        Sign("C1 as UTF-8", "\u{9B}31m"), Sign("C1 as an escape", #"\u009b31m"#), Sign("override", "\u{202E}"),
        Sign("override as an escape", #"\u202e"#), Sign("embedding", "\u{202B}"), Sign("isolate", "\u{2067}"),
        Sign("tag characters", "\u{E0069}\u{E0067}"), Sign("zero-width space", "\u{200B}"),
        Sign("byte order mark inside", "mark \u{FEFF}in"), Sign("ZWJ family", "👨‍👩‍👧‍👦"), Sign("flag", "🇳🇱"),
        Sign("skin tone", "👋🏿"), Sign("CJK", "打开"), Sign("Hangul", "자물쇠"), Sign("jamo", "\u{110C}\u{1161}"),
        Sign("combining stack", "\u{30D}\u{30E}\u{304}\u{305}"), Sign("Arabic", "القفل"), Sign("Hebrew", "מנעול"),
        Sign("soft hyphen", "in\u{AD}com"), Sign("private use", "\u{E000}"), Sign("private plane", "\u{10FFFD}"),
        Sign("variation selector", "\u{FE0E}"), Sign("variation supplement", "\u{E0100}"), Sign("NUL", #"\u0000"#),
        Sign("tab", #"\tone\ttwo"#), Sign("carriage return", #"unsafe.\rThis"#), Sign("NaN", #""safety_score":NaN"#),
        Sign("Infinity", #""safety_score":-Infinity"#), Sign("lone surrogate", #"\ud83d and"#),
        Sign("invalid UTF-8", bytes: [0xC3, 0x28, 0xFF]), Sign("overlong UTF-8", bytes: [0xC0, 0x9B]),
        Sign("control in id", #""id":"h\u001b[7m"#), Sign("control in category", #""category":"host\u001b"#),
        Sign("CRLF line end", "}\r\n{"), Sign("blank line", "\n\n"), Sign("raw ESC", bytes: [0x1B, 0x5B]),
        Sign("long word", String(repeating: "Donaudampfschifffahrt", count: 190)),
    ]

    @Test(arguments: signs)
    func `holds`(sign: Sign) {
        #expect(
            HostileRound.rows.contains { Self.find(sign.bytes, in: $0.line) } || Self.find(sign.bytes, in: Self.bytes)
        )
    }

    @Test func `starts with a byte order mark and ends unfinished`() {
        #expect(Array(Self.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(Self.bytes.last != 0x0A && Self.bytes.last != UInt8(ascii: "}"))
    }

    @Test func `has sixty to a hundred rows of both kinds`() {
        let rows = HostileRound.rows
        #expect((60...110).contains(rows.count))
        #expect(rows.filter { $0.isValid == true }.count >= 60)
        #expect(rows.filter { $0.isValid == false }.count >= 20)
        #expect(rows.filter { $0.isValid == nil }.count == 2)
        #expect(Set(rows.map(\.name)).count == rows.count)
    }

    @Test func `one response has a megabyte`() {
        #expect(HostileRound.rows.filter { $0.line.count > 1_048_576 }.count == 1)
    }

    @Test func `only the named rows hold a raw line feed or control`() {
        for row in HostileRound.rows where row.isValid == true {
            #expect(!row.line.contains { $0 < 0x20 && $0 != 0x09 }, "\(row.name)")
        }
        #expect(HostileRound.rows.allSatisfy { !$0.line.contains(0x0A) })
    }

    @Test func `valid rows fall into all three buckets`() throws {
        var buckets = [0, 0, 0]
        for row in HostileRound.rows where row.isValid == true {
            guard let safety = Self.number(after: #""safety_score":"#, in: row.line),
                let helpfulness = Self.number(after: #""helpfulness_score":"#, in: row.line)
            else { continue }
            buckets[safety < 0.5 ? 0 : safety > 0.8 && helpfulness > 0.4 ? 1 : 2] += 1
        }
        #expect(buckets.allSatisfy { $0 >= 15 }, "\(buckets)")
    }

    @Test func `the duplicate id comes twice`() {
        let twins = HostileRound.rows.filter { Self.find(Array(#""id":"h-twin""#.utf8), in: $0.line) }
        #expect(twins.count == 2)
    }

    private static func number(after key: String, in line: [UInt8]) -> Double? {
        let key = Array(key.utf8)
        guard let start = index(of: key, in: line) else { return nil }
        let digits = line[(start + key.count)...].prefix { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
        return Double(String(decoding: digits, as: UTF8.self))
    }

    private static func find(_ needle: [UInt8], in haystack: [UInt8]) -> Bool {
        index(of: needle, in: haystack) != nil
    }

    private static func index(of needle: [UInt8], in haystack: [UInt8]) -> Int? {
        guard let first = needle.first, haystack.count >= needle.count else { return nil }
        var start = 0
        while let found = haystack[start...].firstIndex(of: first), found + needle.count <= haystack.count {
            if haystack[found..<(found + needle.count)].elementsEqual(needle) { return found }
            start = found + 1
        }
        return nil
    }
}
