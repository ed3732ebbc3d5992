extension SafeText {
    /// The same text for a terminal that shows only ASCII: `<U+00E9>` for `é`, `^[` for `␛`, `...` for `…`.
    ///
    /// It may take more columns, so convert before laying out.
    /// - Complexity: O(glyphs).
    public func ascii() -> SafeText {
        if glyphs.allSatisfy(\.isPlainASCII) { return self }
        var result: [Glyph] = []
        let token = Token(asciiOnly: true)
        for glyph in glyphs {
            for scalar in glyph.clusterScalars { token.number(scalar.value) { result.append($0) } }
            if glyph.isCluster { continue }
            switch glyph.base {
            case "…":
                result += Array(repeating: Glyph(".", isToken: glyph.isToken), count: 3)
            case "⟨" where glyph.isToken:
                result.append(Glyph("<", isToken: true))
            case "⟩" where glyph.isToken:
                result.append(Glyph(">", isToken: true))
            case "×" where glyph.isToken:
                result.append(Glyph("x", isToken: true))
            case "␠" where glyph.isToken:
                result.append(Glyph("_", isToken: true))
            case "\u{2400}"..."\u{241F}" where glyph.isToken:
                token.control(glyph.base.value - 0x2400) { result.append($0) }
            case "␡" where glyph.isToken:
                token.control(0x7F) { result.append($0) }
            case "\u{25CC}" where glyph.isToken:
                // The circle is ours; the marks on it are the text's.
                break
            case let base where base.isASCII:
                result.append(Glyph(base, isToken: glyph.isToken))
            case let base:
                token.number(base.value) { result.append($0) }
            }
            for mark in glyph.markScalars { token.number(mark.value) { result.append($0) } }
        }
        return SafeText(glyphs: result)
    }
}

extension Glyph {
    /// One ASCII character in this glyph's place, for a terminal that shows nothing else.
    ///
    /// The last resort of a terminal: it keeps every column where it is, and so cannot spell anything out. Lines and
    /// blocks keep their shape, everything else is `?`.
    public var asciiStandIn: Unicode.Scalar {
        switch base.value {
        case 0x20...0x7E: base
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576, 0x2578, 0x257A,
            0x257C, 0x257E, 0x2212, 0x2010...0x2015:
            "-"
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B,
            0x257D, 0x257F:
            "|"
        case 0x2571: "/"
        case 0x2572: "\\"
        case 0x2500...0x257F: "+"
        case 0x2581...0x2583, 0x2591: "."
        case 0x2584...0x2586, 0x2592: ":"
        case 0x2580...0x259F: "#"
        case 0x2800: " "
        case 0x2801...0x28FF: "."
        case 0x2190, 0x25C0, 0x25C2, 0x2039: "<"
        case 0x2192, 0x25B6, 0x25B8, 0x203A: ">"
        case 0x2191, 0x25B2, 0x25B4: "^"
        case 0x2193, 0x25BC, 0x25BE: "v"
        case 0x27E8: "<"
        case 0x27E9: ">"
        case 0x2026: "~"
        case 0x00B7, 0x2022, 0x25CF, 0x25C6: "*"
        case 0x00D7: "x"
        default: "?"
        }
    }
}
