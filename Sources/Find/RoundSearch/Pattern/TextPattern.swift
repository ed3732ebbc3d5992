internal import CTextSearch

/// What is looked for in prompts and responses: a plain text, or a regular expression in the syntax of RE2.
///
/// Case is ignored unless the pattern has an upper-case letter. Of letters outside ASCII the simple foldings count: É is
/// é, but ß is not ss. In a regular expression `^` and `$` match at every line, `\A` and `\z` at the ends of the text;
/// `.` matches all but a line end; `\w`, `\d`, `\s` and `\b` know ASCII only, `\pL` and its like all of Unicode.
///
/// Compiled once, when it is made, and shared by its copies; equal where text and kind are equal.
public struct TextPattern: Hashable, Sendable {
    /// As the user wrote it.
    public let text: String
    /// True for a regular expression.
    public let isRegex: Bool
    /// True where both cases match: as a rule where the pattern has no upper-case letter.
    public var ignoresCase: Bool { compiled.ignoresCase }

    let compiled: CompiledPattern

    /// Compiles a pattern.
    ///
    /// - Throws: where the pattern is empty, is no regular expression, or is too large: matching takes time linear in the
    ///   text for all that is taken.
    /// - Complexity: O(length of the pattern), some 0.1 ms; a few ms where a plain text has letters outside ASCII.
    ///
    /// - Parameter ignoresCase: whether both cases match; nil where the pattern's letters are to tell.
    public init(_ text: String, isRegex: Bool = false, ignoresCase: Bool? = nil) throws(TextPatternError) {
        self.text = text
        self.isRegex = isRegex
        compiled = try CompiledPattern(
            text,
            isRegex: isRegex,
            ignoresCase: ignoresCase ?? !SmartCase.hasUpperCase(text, isRegex: isRegex)
        )
    }

    public static func == (left: TextPattern, right: TextPattern) -> Bool {
        // Byte by byte: `String` would take canonically equal texts for the same, and the search does not.
        left.isRegex == right.isRegex && left.ignoresCase == right.ignoresCase
            && left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(isRegex)
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
