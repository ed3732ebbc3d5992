/// Text that may be put on a screen: the one place where text becomes cells.
///
/// What is known to be a harmless, visible character passes; everything else is shown as a token, so that no byte of a
/// round, a file name or a message can act on the terminal, hide, or move its neighbours:
///
/// | Given | Shown |
/// | --- | --- |
/// | C0 controls, DEL | `␛` `␀` `␡` |
/// | C1, bidi, zero-width, private, unassigned and other invisible characters | `⟨U+202E⟩`, a run `⟨U+200B×12⟩` |
/// | tag characters | `⟨tag:hello⟩` |
/// | lone surrogates, bytes that are no UTF-8 | `⟨U+D83D⟩` `⟨xFF⟩` |
/// | combining marks | up to four on their base, the rest `⟨+12⟩`; alone on `◌` |
/// | decomposed Hangul | the syllable; stray jamo by number |
/// | emoji of several characters | as one where the terminal does (`ClusterKinds`), else their parts, with what joins them as a token |
/// | spaces of any kind, tabs | blanks (tabs see `lines(of:)`) |
public struct SafeText: Hashable, Sendable {
    /// From left to right; blanks at the ends are kept.
    public var glyphs: [Glyph]

    public init(glyphs: [Glyph]) { self.glyphs = glyphs }

    /// Sanitizes one line of text: a line end in it is a token, a tab one blank.
    ///
    /// - Complexity: O(length of the text).
    public init(_ text: String) { self.init(Array(text.utf8)) }

    /// Sanitizes one line of text in bytes that may be no valid UTF-8.
    ///
    /// - Complexity: O(bytes); for long text of which little is shown see `init(_:fitting:)`.
    public init(_ bytes: [UInt8]) { self.init(bytes, asciiOnly: false) }

    /// The same, spelled in ASCII where `asciiOnly` is true: `<U+00E9>` for what is not.
    ///
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8], asciiOnly: Bool) {
        var scanner = GlyphScanner(bytes, asciiOnly: asciiOnly)
        var found: [Glyph] = []
        found.reserveCapacity(min(bytes.count, 4096))
        while !scanner.isAtEnd { scanner.next { found.append($0) } }
        glyphs = found
    }

    /// As much of one line of text as `width` columns show, cut with an ellipsis where there is more.
    ///
    /// - Complexity: O(bytes shown), whatever the length of the text.
    public init(_ bytes: [UInt8], fitting width: Int, asciiOnly: Bool = false, clusters: ClusterKinds = []) {
        var scanner = GlyphScanner(bytes, asciiOnly: asciiOnly, clusters: clusters)
        var found: [Glyph] = []
        var columns = 0
        while !scanner.isAtEnd, columns <= width {
            scanner.next {
                found.append($0)
                columns += $0.width
            }
        }
        self = SafeText(glyphs: found).truncated(to: width)
    }

    /// Columns it takes.
    ///
    /// - Complexity: O(glyphs).
    public var width: Int { glyphs.reduce(0) { $0 + $1.width } }

    /// True where nothing is shown at all; a text of blanks is not empty.
    public var isEmpty: Bool { glyphs.isEmpty }

    /// The text where it fits, else as much of it as leaves room for an ellipsis; never wider than `width`, and empty
    /// where `width` is not positive.
    ///
    /// - Complexity: O(columns of the result).
    public func truncated(to width: Int) -> SafeText {
        guard width > 0 else { return SafeText(glyphs: []) }
        var columns = 0
        var kept = 0
        for (index, glyph) in glyphs.enumerated() {
            columns += glyph.width
            if columns <= width - 1 { kept = index + 1 }
            if columns > width { return SafeText(glyphs: Array(glyphs.prefix(kept)) + [.ellipsis]) }
        }
        return self
    }

    /// The text as it is shown, for a terminal that is not drawn on: messages and `summary`.
    ///
    /// - Complexity: O(glyphs).
    public var string: String {
        var view = String.UnicodeScalarView()
        for glyph in glyphs {
            if glyph.isCluster {
                view.append(contentsOf: glyph.clusterScalars)
                continue
            }
            view.append(glyph.base)
            if glyph.marks != .zero { view.append(contentsOf: glyph.markScalars) }
        }
        return String(view)
    }

    /// One line of text made safe to print; ASCII alone where `asciiOnly` is true.
    ///
    /// - Complexity: O(length of the text).
    public static func printable(_ text: String, asciiOnly: Bool = false) -> String {
        SafeText(Array(text.utf8), asciiOnly: asciiOnly).string
    }
}
