internal import Basics

/// How what is not allowed on a screen is spelled: every spelling is made of harmless characters without a blank.
struct Token {
    /// True where only ASCII can be shown: `<U+202E>` and `^[` instead of `⟨U+202E⟩` and `␛`.
    let asciiOnly: Bool

    /// At most this many characters of a run of tags are spelled out.
    static let spelledTags = 48

    /// A C0 control or DEL, by its picture or in caret notation.
    func control(_ value: UInt32, _ emit: (Glyph) -> Void) {
        if asciiOnly {
            put("^", emit)
            put(Unicode.Scalar(UInt8(truncatingIfNeeded: value ^ 0x40)), emit)
        } else {
            put(Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value) ?? "␦", emit)
        }
    }

    /// A value by its number: `⟨U+202E⟩`, or `⟨U+200B×12⟩` for a run of the same.
    func number(_ value: UInt32, times: Int = 1, _ emit: (Glyph) -> Void) {
        let digits = Hexadecimal.text(value, digits: 4, uppercase: true)
        bracketed("U+" + digits + (times > 1 ? "\(asciiOnly ? "x" : "×")\(times)" : ""), emit)
    }

    /// A byte that is no UTF-8: `⟨xFF⟩`.
    func byte(_ value: UInt8, _ emit: (Glyph) -> Void) {
        bracketed("x" + Hexadecimal.text(value, digits: 2, uppercase: true), emit)
    }

    /// Marks beyond the four that a cell can hold: `⟨+12⟩`.
    func furtherMarks(_ count: Int, _ emit: (Glyph) -> Void) {
        bracketed("+\(count)", emit)
    }

    /// A run of tag characters by what it spells: `⟨tag:hello⟩`.
    ///
    /// - Parameters:
    ///   - spelled: the first tags of the run as values 0 to 127.
    ///   - count: how many tags the run has.
    func tags(_ spelled: [UInt8], count: Int, _ emit: (Glyph) -> Void) {
        put(asciiOnly ? "<" : "⟨", emit)
        for character in "tag:".unicodeScalars { put(character, emit) }
        for value in spelled {
            switch value {
            case 0x21...0x7E: put(Unicode.Scalar(value), emit)
            case 0x20: put(asciiOnly ? "_" : "␠", emit)
            default: control(UInt32(value), emit)
            }
        }
        if count > spelled.count {
            for character in (asciiOnly ? "..." : "…").unicodeScalars { put(character, emit) }
            for character in "+\(count - spelled.count)".unicodeScalars { put(character, emit) }
        }
        put(asciiOnly ? ">" : "⟩", emit)
    }

    private func bracketed(_ text: String, _ emit: (Glyph) -> Void) {
        put(asciiOnly ? "<" : "⟨", emit)
        for character in text.unicodeScalars { put(character, emit) }
        put(asciiOnly ? ">" : "⟩", emit)
    }

    private func put(_ scalar: Unicode.Scalar, _ emit: (Glyph) -> Void) {
        emit(Glyph(scalar, isToken: true))
    }
}
