internal import Basics

/// Turns bytes into glyphs, one unit after the other; the sanitizer itself.
///
/// A unit is what must be decided together: a character with its marks, a run of tags, a run of the same token. A scan
/// that starts at any unit's first byte gives the same glyphs as one that came from the beginning.
struct GlyphScanner {
    let bytes: [UInt8]
    /// The next byte to look at.
    var position: Int
    /// Where the scan ends; at most `bytes.count`.
    let end: Int
    let asciiOnly: Bool
    /// The emoji of several characters that are drawn as one.
    let clusters: ClusterKinds

    init(
        _ bytes: [UInt8],
        from start: Int = 0,
        to end: Int? = nil,
        asciiOnly: Bool = false,
        clusters: ClusterKinds = []
    ) {
        self.bytes = bytes
        position = start
        self.end = min(bytes.count, end ?? bytes.count)
        self.asciiOnly = asciiOnly
        self.clusters = asciiOnly ? [] : clusters
    }

    /// Marks that one cell can hold: ncurses takes a base and four (`CCHARW_MAX` is 5).
    static let marksPerGlyph = 4

    var isAtEnd: Bool { position >= end }

    /// The byte at `position` where it is a printable ASCII character that nothing combines with.
    @inline(__always)
    var plainByte: UInt8? {
        let byte = bytes[position]
        guard byte >= 0x20, byte < 0x7F else { return nil }
        return position + 1 >= end || bytes[position + 1] < 0x80 ? byte : nil
    }

    /// Gives the glyphs of the next unit and steps over it. A tab is one blank here, a line end a token.
    ///
    /// Call it only where `isAtEnd` is false.
    /// - Complexity: O(bytes of the unit).
    @inline(__always)
    mutating func next(_ emit: (Glyph) -> Void) {
        if let byte = plainByte {
            position += 1
            emit(Glyph(Unicode.Scalar(byte)))
        } else {
            nextUnit(emit)
        }
    }

    private mutating func nextUnit(_ emit: (Glyph) -> Void) {
        let token = Token(asciiOnly: asciiOnly)
        let (what, length) = UTF8Step.at(position, of: bytes, end: end)
        let start = position
        position += length
        switch what {
        case .invalidByte(let byte):
            token.byte(byte, emit)
        case .loneSurrogate(let value):
            token.number(UInt32(value), emit)
        case .scalar("\t"):
            emit(.blank)
        case .scalar(let scalar) where scalar.value < 0x20 || scalar.value == 0x7F:
            token.control(scalar.value, emit)
        case .scalar(let scalar):
            if let emoji = emoji(scalar, at: start) { return emit(emoji) }
            switch ScalarClass(scalar) {
            case .tag:
                position = start
                tagRun(token, emit)
            case .blank:
                emit(.blank)
            case .wideBlank:
                emit(.blank)
                emit(.blank)
            case .narrow where !asciiOnly || scalar.isASCII:
                withMarks(Glyph(scalar), token, emit)
            case .wide where !asciiOnly:
                withMarks(Glyph(syllable(startingWith: scalar), width: 2), token, emit)
            case .mark where !asciiOnly:
                // A mark that stands alone is shown on a dotted circle, which is no character of the text.
                position = start
                withMarks(Glyph("\u{25CC}", isToken: true), token, emit)
            default:
                token.number(scalar.value, times: repeats(of: scalar, length: length), emit)
            }
        }
    }

    /// An emoji of several characters that is drawn as one; the position is then behind it.
    private mutating func emoji(_ scalar: Unicode.Scalar, at start: Int) -> Glyph? {
        guard !clusters.isEmpty, !asciiOnly, position < end, bytes[position] >= 0x80,
            let found = EmojiSequence.longest(scalar, at: start, of: bytes, end: end, kinds: clusters),
            found.scalars.allSatisfy({ $0.isPartOfEmoji })
        else { return nil }
        position = start + found.length
        return Glyph(cluster: found)
    }

    /// Collects the marks behind a base; what is too much becomes a token that tells how much.
    private mutating func withMarks(_ base: Glyph, _ token: Token, _ emit: (Glyph) -> Void) {
        var glyph = base
        var count = 0
        var last = base.base
        // What asks for the picture of an emoji is no part of what is drawn without one.
        if !asciiOnly, position + 2 < end, bytes[position] == 0xEF, bytes[position + 1] == 0xB8,
            bytes[position + 2] == 0x8F,
            base.base.canBeStyled || isKeycap(base.base)
        {
            position += 3
        }
        while !asciiOnly, position < end, bytes[position] >= 0x80 {
            let (what, length) = UTF8Step.at(position, of: bytes, end: end)
            guard case .scalar(let mark) = what,
                ScalarClass(mark) == .mark || parts(mark, base.base, last, from: position + length)
            else { break }
            if count < Self.marksPerGlyph { glyph.marks[count] = mark.value }
            count += 1
            last = mark
            position += length
        }
        emit(glyph)
        if count > Self.marksPerGlyph { token.furtherMarks(count - Self.marksPerGlyph, emit) }
    }

    /// Whether U+200C stands where people write it: it keeps two letters apart that would be joined.
    ///
    /// - Parameters:
    ///   - last: the base, or the last mark on it.
    ///   - next: the byte behind it.
    private func parts(_ scalar: Unicode.Scalar, _ base: Unicode.Scalar, _ last: Unicode.Scalar, from next: Int) -> Bool
    {
        guard scalar == .nonJoiner, last != .nonJoiner, next < end,
            case .scalar(let following) = UTF8Step.at(next, of: bytes, end: end).what
        else { return false }
        return JoiningLetter.isParted(base, last, following)
    }

    private func isKeycap(_ base: Unicode.Scalar) -> Bool {
        guard "0123456789#*".unicodeScalars.contains(base), case let next = position + 3, next < end else {
            return false
        }
        return UTF8Step.at(next, of: bytes, end: end).what == .scalar("\u{20E3}")
    }

    /// Steps over further copies of a token's scalar, where they are many.
    ///
    /// - Returns: how many there are with the first one; 1 where they are too few to be counted.
    private mutating func repeats(of scalar: Unicode.Scalar, length: Int) -> Int {
        var count = 1
        var next = position
        while next < end, UTF8Step.at(next, of: bytes, end: end).what == .scalar(scalar) {
            count += 1
            next += length
        }
        guard count > 2 else { return 1 }
        position = next
        return count
    }

    private mutating func tagRun(_ token: Token, _ emit: (Glyph) -> Void) {
        var spelled: [UInt8] = []
        var count = 0
        while position < end, bytes[position] >= 0x80 {
            let (what, length) = UTF8Step.at(position, of: bytes, end: end)
            guard case .scalar(let tag) = what, ScalarClass(tag) == .tag else { break }
            if count < Token.spelledTags { spelled.append(UInt8(truncatingIfNeeded: tag.value & 0x7F)) }
            count += 1
            position += length
        }
        token.tags(spelled, count: count, emit)
    }

    /// The Hangul syllable that a leading consonant and the jamo behind it stand for (Unicode, section 3.12), so that
    /// decomposed Hangul can be read; the scalar itself where they make none.
    private mutating func syllable(startingWith scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0x1100...0x1112).contains(scalar.value), let vowel = peekJamo(0x1161...0x1175) else { return scalar }
        let leadAndVowel = ((scalar.value - 0x1100) * 21 + (vowel - 0x1161)) * 28
        position += 3
        var value = 0xAC00 + leadAndVowel
        if let final = peekJamo(0x11A8...0x11C2) {
            value += final - 0x11A7
            position += 3
        }
        return Unicode.Scalar(value) ?? scalar
    }

    private func peekJamo(_ range: ClosedRange<UInt32>) -> UInt32? {
        guard position < end, case .scalar(let scalar) = UTF8Step.at(position, of: bytes, end: end).what,
            range.contains(scalar.value)
        else { return nil }
        return scalar.value
    }
}

extension Unicode.Scalar {
    /// True for what may stand in an emoji of several characters: what is drawn alone, and what joins it.
    fileprivate var isPartOfEmoji: Bool {
        if self == .joiner || self == .emojiStyle || properties.isEmojiModifier { return true }
        return switch ScalarClass(self) {
        case .narrow, .wide, .mark: true
        default: false
        }
    }
}
