public import ReviewScreens
public import ReviewSession
import RoundModel

/// Which lines a history may keep beyond the review: commands, and nothing that may hold text of an item.
public enum PlainHistory {
    /// True for a command or a word of one's own with what it takes, unless that is a text somebody chose: searches, filters and notes
    /// quote what they are about. Answers to questions mean nothing elsewhere, and what was refused may be anything.
    ///
    /// - Parameters:
    ///   - intent: what the line asked for.
    ///   - state: the review before it was done.
    public static func keeps(
        _ line: String,
        _ intent: PlainIntent,
        in state: ReviewState,
        _ table: CommandTable
    ) -> Bool {
        if let open = state.dialog, open.purpose != .look { return false }
        switch intent {
        case .word: return true
        case .help(let search): return search == nil
        case .again, .refused: return false
        case .actions: break
        }
        let (word, rest) = (line.behind(":")?.withoutLeadingBlanks ?? line).wordAndRest
        guard let argument = rest?.withoutLeadingBlanks, !argument.isEmpty else {
            // A sign may stand at its text: /lock.
            return word.unicodeScalars.count == 1 || word.unicodeScalars.first?.properties.isAlphabetic == true
        }
        switch PlainName.meaning(word, in: state, table) {
        case .word: return true
        case .command(let command): return kept.contains(command)
        case .problem: return false
        }
    }

    /// Commands whose arguments are numbers, names of the program's own, or files.
    private static let kept: Set<Command> = [
        .typeThreshold, .nextOrder, .first, .zoomIn, .zoomToLines, .plotAxes, .copy, .export,
    ]
}
