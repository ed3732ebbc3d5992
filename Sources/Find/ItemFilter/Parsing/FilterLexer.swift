/// Cuts a filter's text into tokens, one at a time: what a slash means depends on what stands before.
struct FilterLexer {
    struct Token: Hashable {
        enum Kind: Hashable {
            case word
            /// In quotes; the text is without them.
            case quoted
            /// In slashes, likewise.
            case pattern(ignoresCase: Bool)
            case sign
            case open
            case close
            case end
        }

        var kind: Kind
        var text: String
        var range: Range<Int>
    }

    let scalars: [Unicode.Scalar]
    private(set) var at = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The text of a range as it is written.
    func part(_ range: Range<Int>) -> String { Self.string(scalars[range]) }

    /// The next token; goes on behind it.
    ///
    /// - Parameter patterns: true where a slash opens a regular expression.
    mutating func next(patterns: Bool = false) throws(FilterError) -> Token {
        while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
        guard at < scalars.count else { return Token(kind: .end, text: "", range: at..<at) }
        let start = at
        switch scalars[at] {
        case "(": return take(.open, 1)
        case ")": return take(.close, 1)
        case "\"", "'": return try quoted(scalars[at])
        case "/" where patterns: return try pattern()
        case "=":
            // `==` is what programmers' fingers write.
            at += at + 1 < scalars.count && scalars[at + 1] == "=" ? 2 : 1
            return Token(kind: .sign, text: "=", range: start..<at)
        case "~": return take(.sign, 1)
        case "<", ">", "!": return take(.sign, at + 1 < scalars.count && scalars[at + 1] == "=" ? 2 : 1)
        default:
            while at < scalars.count, !scalars[at].properties.isWhitespace,
                !FilterWords.delimiters.contains(scalars[at])
            {
                at += 1
            }
            return Token(kind: .word, text: part(start..<at), range: start..<at)
        }
    }

    private mutating func take(_ kind: Token.Kind, _ count: Int) -> Token {
        defer { at += count }
        return Token(kind: kind, text: part(at..<at + count), range: at..<at + count)
    }

    private mutating func quoted(_ mark: Unicode.Scalar) throws(FilterError) -> Token {
        let start = at
        var text: [Unicode.Scalar] = []
        at += 1
        while at < scalars.count, scalars[at] != mark {
            if scalars[at] == "\\", at + 1 < scalars.count, [mark, "\\"].contains(scalars[at + 1]) { at += 1 }
            text.append(scalars[at])
            at += 1
        }
        guard at < scalars.count else {
            throw FilterError(.unclosed(String(Character(mark))), at: start..<scalars.count, part: part(start..<at))
        }
        at += 1
        return Token(kind: .quoted, text: Self.string(text[...]), range: start..<at)
    }

    private mutating func pattern() throws(FilterError) -> Token {
        let start = at
        var text: [Unicode.Scalar] = []
        at += 1
        while at < scalars.count, scalars[at] != "/" {
            if scalars[at] == "\\", at + 1 < scalars.count {
                // A slash needs a backslash here, and none in the expression.
                if scalars[at + 1] != "/" { text.append(scalars[at]) }
                at += 1
            }
            text.append(scalars[at])
            at += 1
        }
        guard at < scalars.count else {
            throw FilterError(.unclosed("/"), at: start..<scalars.count, part: part(start..<at))
        }
        at += 1
        let flags = at
        while at < scalars.count, !scalars[at].properties.isWhitespace, !FilterWords.delimiters.contains(scalars[at]) {
            at += 1
        }
        let flag = part(flags..<at)
        guard flag.isEmpty || flag == "i" else {
            throw FilterError(.unknownPatternFlag, at: flags..<at, part: flag)
        }
        return Token(kind: .pattern(ignoresCase: flag == "i"), text: Self.string(text[...]), range: start..<at)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
