internal import CTextSearch

/// Why a pattern cannot be searched for, and where in it the trouble stands.
public struct TextPatternError: Error, Hashable, Sendable {
    public var reason: Reason
    /// The part of the pattern that is wrong, in UTF-8 bytes from the pattern's start; all of it where no part is.
    public var range: Range<Int>
    /// The pattern's text in that range.
    public var part: String
    /// How many characters of the pattern stand before the part.
    public var character: Int

    public enum Reason: Hashable, Sendable {
        /// There is nothing to look for.
        case empty
        /// Longer than `limit` bytes.
        case tooLong(limit: Int)
        /// Its counted repetitions come to more than can be matched in reasonable time.
        case tooLarge
        /// A backslash before something that it means nothing with.
        case unknownEscape
        /// A number behind a backslash, to match the text of a group once more.
        case backReference
        /// A class such as `[:letters:]` or `\p{Nonsense}` that does not exist.
        case unknownClass
        /// A range in brackets whose end comes before its start.
        case backwardRange
        /// `[` without `]`.
        case openBracket
        /// `(` without `)`.
        case openGroup
        /// `)` without `(`.
        case strayClosing
        /// A backslash at the end.
        case trailingBackslash
        /// `*`, `+`, `?` or a count with nothing before it.
        case nothingToRepeat
        /// A count above 1000, backwards, or many times itself.
        case repeatCount
        /// One repetition right behind another.
        case repeatedRepeat
        /// Looking ahead or behind.
        case lookAround
        /// `(?` with something that it means nothing with.
        case unknownGroup
        /// A group's name that is no name, or is used twice.
        case groupName
        /// Memory is short.
        case outOfMemory
    }

    init(_ problem: text_problem, in pattern: [UInt8]) {
        let start = min(problem.offset, pattern.count)
        range = start..<min(start + problem.length, pattern.count)
        part = String(decoding: pattern[range], as: UTF8.self)
        character = String(decoding: pattern[..<start], as: UTF8.self).count
        let digits = part.utf8.dropFirst()
        let isNumber = !digits.isEmpty && digits.allSatisfy { (0x31...0x39).contains($0) }
        reason =
            switch Int(problem.kind) {
            case TEXT_EMPTY: .empty
            case TEXT_TOO_LONG: .tooLong(limit: Int(TEXT_PATTERN_LIMIT))
            case TEXT_BAD_ESCAPE: isNumber ? .backReference : .unknownEscape
            case TEXT_BAD_CLASS: .unknownClass
            case TEXT_BAD_RANGE: .backwardRange
            case TEXT_MISSING_BRACKET: .openBracket
            case TEXT_MISSING_PAREN: .openGroup
            case TEXT_UNEXPECTED_PAREN: .strayClosing
            case TEXT_TRAILING_BACKSLASH: .trailingBackslash
            case TEXT_NOTHING_TO_REPEAT: .nothingToRepeat
            case TEXT_BAD_REPEAT_COUNT: .repeatCount
            case TEXT_REPEAT_OF_REPEAT: .repeatedRepeat
            case TEXT_BAD_GROUP:
                ["(?=", "(?!", "(?<=", "(?<!"].contains { pattern[start...].starts(with: $0.utf8) }
                    ? .lookAround : .unknownGroup
            case TEXT_BAD_GROUP_NAME: .groupName
            case TEXT_NO_MEMORY: .outOfMemory
            default: .tooLarge
            }
    }
}
