extension TextPatternError {
    /// What is wrong, in one sentence; the part is quoted as it was written.
    public var message: String {
        switch reason {
        case .empty: "nothing to search for"
        case .tooLong(let limit): "the pattern is longer than \(limit) bytes"
        case .tooLarge: "the pattern is too large: use fewer or smaller counted repetitions"
        case .unknownEscape: "\(part) is not a known escape (\(place)); a backslash itself is \\\\"
        case .backReference: "\(part) asks for a group's text again, which is not supported (\(place))"
        case .unknownClass: "\(part) is not a known character class (\(place))"
        case .backwardRange: "the range \(part) ends before it starts (\(place))"
        case .openBracket: "[ is never closed with ] (\(place)); a bracket itself is \\["
        case .openGroup: "( is never closed with ) (\(place)); a parenthesis itself is \\("
        case .strayClosing: ") closes nothing (\(place)); a parenthesis itself is \\)"
        case .trailingBackslash: "nothing follows the backslash at the end; a backslash itself is \\\\"
        case .nothingToRepeat: "there is nothing for \(part) to repeat (\(place))"
        case .repeatCount: "the count \(part) is backwards, or repeats more than 1000 times in all (\(place))"
        case .repeatedRepeat: "\(part) repeats a repetition (\(place)); put the inner one in parentheses"
        case .lookAround: "looking ahead or behind is not supported (\(place))"
        case .unknownGroup: "\(part) begins an unknown kind of group (\(place))"
        case .groupName: "\(part) is not a valid name for a group, or was used before (\(place))"
        case .outOfMemory: "there is not enough memory for the pattern"
        }
    }

    private var place: String { "at character \(character + 1)" }
}
