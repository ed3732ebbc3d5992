extension SafeText {
    /// One line of text with its beginning and its end, and an ellipsis between them where it does not fit: for names
    /// that differ at their ends.
    ///
    /// Never wider than `width`, and empty where that is not positive; glyphs are kept whole.
    /// - Complexity: O(bytes) up to a few thousand of them, beyond that O(1).
    public init(_ bytes: [UInt8], keepingEnds width: Int, asciiOnly: Bool = false) {
        guard bytes.count > Self.mostWholeBytes else {
            self = SafeText(bytes, asciiOnly: asciiOnly).keepingEnds(width)
            return
        }
        // What lies between is not looked at; it is cut even where it would show as little.
        let head = SafeText(Array(bytes.prefix(Self.mostWholeBytes / 2)), asciiOnly: asciiOnly)
        let suffix = bytes.suffix(Self.mostWholeBytes / 2)
        let tail = SafeText(Array(suffix.drop { $0 & 0xC0 == 0x80 }), asciiOnly: asciiOnly)
        self = Self.joined(head.glyphs, tail.glyphs, width)
    }

    /// The text where it fits, else its beginning and its end with an ellipsis between them.
    ///
    /// - Complexity: O(glyphs).
    func keepingEnds(_ width: Int) -> SafeText {
        self.width <= width ? self : Self.joined(glyphs, glyphs, width)
    }

    /// Bytes up to which a text is looked at whole.
    private static let mostWholeBytes = 4096

    private static func joined(_ head: [Glyph], _ tail: [Glyph], _ width: Int) -> SafeText {
        guard width > 0 else { return SafeText(glyphs: []) }
        // The end tells more apart than the beginning does.
        let first = fitting(head, (width - 1) / 2)
        let room = width - 1 - first.reduce(0) { $0 + $1.width }
        let last = fitting(tail.reversed(), room).reversed()
        return SafeText(glyphs: first + [.ellipsis] + last)
    }

    private static func fitting(_ glyphs: some Sequence<Glyph>, _ width: Int) -> [Glyph] {
        var kept: [Glyph] = []
        var columns = 0
        for glyph in glyphs {
            columns += glyph.width
            guard columns <= width else { break }
            kept.append(glyph)
        }
        return kept
    }
}
