import ReviewScreens
import ReviewSession
import RoundModel

/// Reads what a line says to a dialog, which is a question here.
enum PlainAnswer {
    static func intent(
        of line: String,
        to open: any Dialog<ReviewState>,
        in state: ReviewState,
        _ table: CommandTable
    ) -> PlainIntent {
        let isLine = open.purpose == .line
        let rest = line.behind(":")?.withoutLeadingBlanks
        // With a colon in front a line of text is a command.
        guard !open.takes(line: line) || isLine && rest != nil else {
            return .actions([[.dialog(open.id, .fill(line)), .dialog(open.id, .confirm)]])
        }
        let text = rest.flatMap { isLine || !$0.isEmpty ? $0 : nil } ?? line
        guard !text.isEmpty else { return .again }
        let letters: [String: DialogAction] = ["y": .confirm, "n": .cancel]
        if open.purpose == .question, let letter = letters[text] { return actions([letter], open) }
        switch open.answer(text, in: state) {
        case .actions(let wanted)?: return actions(wanted, open)
        case .same?: return .again
        case .refused(let why)?: return .refused(why)
        case nil: return command(text, open, in: state, table)
        }
    }

    /// A command in a question, where it is one of those that mean something there.
    private static func command(
        _ line: String,
        _ open: any Dialog<ReviewState>,
        in state: ReviewState,
        _ table: CommandTable
    ) -> PlainIntent {
        switch line {
        case "yes", "ok", "confirm", "begin": return actions([.confirm], open)
        case "no", "cancel", "close": return actions([.cancel], open)
        case "", "help", "?": return .again
        case _: break
        }
        switch PlainName.meaning(line, in: state, table) {
        case .command(.help): return .again
        // A line may leave wherever it stands; what asks before that goes on asking.
        case .command(.quit) where open.purpose != .question:
            return .actions([[.dialog(open.id, .cancel)], [.command(.quit)]])
        case .command(let command):
            let action = open.action(for: command, in: state).map { Action.dialog(open.id, $0) }
            let isEverywhere = table.entry(of: command)?.scope == .everywhere
            guard action != nil || isEverywhere else {
                return .refused("\(line) does nothing in this question; cancel closes it")
            }
            if let reason = PlainRefusal.reason(for: command) { return .refused(reason) }
            return .actions([[action ?? .command(command)]])
        case .word(let word): return .refused("\(word.rawValue) does nothing in this question; cancel closes it")
        case .problem:
            return .refused("\"\(line)\" is not an answer to this question; help repeats it, cancel closes it")
        }
    }

    private static func actions(_ actions: [DialogAction], _ open: any Dialog<ReviewState>) -> PlainIntent {
        .actions([actions.map { .dialog(open.id, $0) }])
    }
}
