/// Letters that join with those beside them, in scripts that write U+200C between some to keep them apart: Persian and other
/// languages in Arabic letters, and scripts of India whose virama makes conjuncts (RFC 5892, appendix A.1).
///
/// Anywhere else U+200C changes nothing that is seen, and so may hide something.
enum JoiningLetter {
    /// Whether U+200C keeps two letters apart.
    ///
    /// - Parameters:
    ///   - base: the letter before it.
    ///   - last: the last mark on that letter; the letter where it has none.
    ///   - following: what stands behind it.
    static func isParted(_ base: Unicode.Scalar, _ last: Unicode.Scalar, _ following: Unicode.Scalar) -> Bool {
        if last.properties.canonicalCombiningClass == .virama { return following.isLetterOfIndia }
        return base.joinsBothSides && (following.joinsBothSides || following.joinsTheLetterBefore)
    }
}

extension Unicode.Scalar {
    /// Between two letters it keeps them from joining.
    static let nonJoiner: Unicode.Scalar = "\u{200C}"

    fileprivate var isLetterOfIndia: Bool {
        (0x0900...0x0DFF).contains(value) && properties.generalCategory == .otherLetter
    }

    /// True for an Arabic letter that joins the one behind it too.
    fileprivate var joinsBothSides: Bool {
        switch value {
        case 0x0620, 0x0626, 0x0628, 0x062A...0x062E, 0x0633...0x063F, 0x0641...0x0647, 0x0649...0x064A,
            0x066E...0x066F,
            0x0678...0x0687, 0x069A...0x06BF, 0x06C1...0x06C2, 0x06CC, 0x06CE, 0x06D0...0x06D1, 0x06FA...0x06FC, 0x06FF:
            true
        default: false
        }
    }

    /// True for an Arabic letter that joins only the one before it.
    fileprivate var joinsTheLetterBefore: Bool {
        switch value {
        case 0x0622...0x0625, 0x0627, 0x0629, 0x062F...0x0632, 0x0648, 0x0671...0x0673, 0x0688...0x0699, 0x06C0,
            0x06C3...0x06CB, 0x06CD, 0x06CF, 0x06D2...0x06D3, 0x06D5:
            true
        default: false
        }
    }
}
