/// Texts, rows and needles made at random from characters that searches stumble over.
struct RandomTexts {
    /// UTF-16 units, so that half a surrogate pair can stand alone.
    typealias Text = [UInt16]

    /// Letters with two, three and differently long spellings, what JSON and CSV escape, what looks like an escape.
    static let bits: [Text] =
        [
            "a", "A", "b", "B", "k", "K", "\u{212A}", "s", "S", "\u{17F}", "é", "É", "e\u{301}", "σ", "ς", "Σ", "ж",
            "Ж", "ü", "Ü", "å", "\u{212B}", "ß", "\u{1E9E}", "\"", "\\", "/", "\n", "\r\n", "\t", "\u{0}", "🙂", "𐐀",
            "𐐨",
            "한", " ", " ", "u", "0", "\\u0061", "bomb", "Bomb", "ask", "prompt", "\u{2028}", ",", "\u{7F}",
        ].map { Array($0.utf16) } + [[0xD83D], [0xDE42]]

    static func text<Random: RandomNumberGenerator>(using random: inout Random) -> Text {
        (0..<Int.random(in: 0..<40, using: &random)).flatMap { _ in bits.randomElement(using: &random) ?? [] }
    }

    /// Part of a text, in any case, or something of the kind that may stand nowhere.
    static func needle<Random: RandomNumberGenerator>(in texts: [Text], using random: inout Random) -> String {
        let text = texts.randomElement(using: &random) ?? []
        var part: Text = []
        if !text.isEmpty, Int.random(in: 0..<5, using: &random) > 0 {
            let start = Int.random(in: 0..<text.count, using: &random)
            part = Array(text[start..<min(text.count, start + Int.random(in: 1..<8, using: &random))])
        } else {
            part = (0..<3).flatMap { _ in bits.randomElement(using: &random) ?? [] }
        }
        // A pattern is typed, so it has no halves of pairs.
        let needle = String(decoding: part, as: UTF16.self).filter { $0 != "\u{FFFD}" }
        return Bool.random(using: &random) ? needle.lowercased() : needle
    }

    /// A JSON string, each character in one of its spellings.
    static func json<Random: RandomNumberGenerator>(_ text: Text, using random: inout Random) -> String {
        let short: [UInt16: String] = [
            0x22: "\\\"", 0x5C: "\\\\", 0x2F: "\\/", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t", 0x08: "\\b", 0x0C: "\\f",
        ]
        let escapes = Int.random(in: 1..<8, using: &random)
        var result = "\""
        var at = 0
        while at < text.count {
            let unit = text[at]
            let isPair =
                UTF16.isLeadSurrogate(unit) && at + 1 < text.count && UTF16.isTrailSurrogate(text[at + 1])
            let units = isPair ? [unit, text[at + 1]] : [unit]
            let isLone = !isPair && (UTF16.isLeadSurrogate(unit) || UTF16.isTrailSurrogate(unit))
            at += units.count
            let mustEscape = isLone || unit < 0x20 || unit == 0x22 || unit == 0x5C
            if let escape = short[unit], mustEscape || Bool.random(using: &random),
                Int.random(in: 0..<4, using: &random) > 0
            {
                result += escape
            } else if mustEscape || Int.random(in: 0..<escapes, using: &random) == 0 {
                for unit in units {
                    let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result += String(decoding: units, as: UTF16.self)
            }
        }
        return result + "\""
    }

    /// A field of delimited text, quoted where it must be and sometimes where it need not.
    static func delimited<Random: RandomNumberGenerator>(_ text: Text, using random: inout Random) -> String {
        let field = String(decoding: text, as: UTF16.self)
        let mustQuote = text.contains { [0x22, 0x2C, 0x09, 0x0A, 0x0D].contains($0) }
        guard mustQuote || Bool.random(using: &random) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
