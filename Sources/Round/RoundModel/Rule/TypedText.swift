/// What people type, parted at scalars and not at characters: a mark that combines, a joiner or the second half of a line end
/// makes one character of itself and the blank or sign before, which then is none of its own.
extension String {
    /// The text without blanks in front.
    public var withoutLeadingBlanks: String { String(unicodeScalars.drop { $0 == " " }) }

    /// What stands before the first blank, and what stands behind it; nil where there is no blank.
    public var wordAndRest: (word: String, rest: String?) {
        let word = unicodeScalars.prefix { $0 != " " }
        guard word.endIndex < unicodeScalars.endIndex else { return (String(word), nil) }
        return (String(word), String(unicodeScalars[unicodeScalars.index(after: word.endIndex)...]))
    }

    /// The parts between a sign, which stands alone in none of them.
    public func parts(at sign: Unicode.Scalar, most: Int = .max, keepsEmpty: Bool = false) -> [String] {
        unicodeScalars.split(separator: sign, maxSplits: most - 1, omittingEmptySubsequences: !keepsEmpty)
            .map(String.init)
    }

    /// The text behind a sign that it begins with; nil where it does not.
    public func behind(_ sign: Unicode.Scalar) -> String? {
        unicodeScalars.first == sign ? String(unicodeScalars.dropFirst()) : nil
    }
}
