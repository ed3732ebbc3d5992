public import ReviewScreens
public import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

/// Reads the lines that a review without a screen is given.
public enum PlainLine {
    /// A line as it came: no controls, no blanks at its ends, and some text whatever the bytes.
    public static func cleaned(_ bytes: some Sequence<UInt8>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
            if scalar == "\t" { view.append(" ") }
            if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value) { view.append(scalar) }
        }
        let text = view.drop { $0 == " " }
        guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
        return String(text[...last])
    }

    /// What a line asks for, given what is open; an empty one tells where one is.
    public static func intent(of line: String, in state: ReviewState, _ table: CommandTable) -> PlainIntent {
        let length = line.unicodeScalars.count
        guard length <= TextEntry.limit else {
            let limit = DecimalText.grouped(TextEntry.limit)
            return .refused("this line has \(DecimalText.grouped(length)) characters; at most \(limit) are allowed")
        }
        // What only shows something has been told, and asks nothing.
        guard let open = state.dialog, open.purpose != .look else { return command(line, in: state, table) }
        return PlainAnswer.intent(of: line, to: open, in: state, table)
    }

    /// The command of earlier versions that a line names, where it is no text for the dialog that is open; nil for none.
    public static func retired(_ line: String, in state: ReviewState) -> RetiredCommand? {
        let rest = line.behind(":")?.withoutLeadingBlanks
        guard state.dialog?.takes(line: line) != true || rest != nil else { return nil }
        let text = rest ?? line
        // What the dialog itself takes is no command: `format messages` sets a field.
        guard state.dialog?.answer(text, in: state) == nil else { return nil }
        return TypedCommand.retired(text.wordAndRest.word)
    }

    // MARK: Commands

    private static func command(_ line: String, in state: ReviewState, _ table: CommandTable) -> PlainIntent {
        let line = line.behind(":")?.withoutLeadingBlanks ?? line
        guard let first = line.unicodeScalars.first else { return .word(.whereabouts) }
        if let word = PlainWord(rawValue: line) { return tell(word, nil, state) }
        if ShellWord.showingAll.contains(line) {
            let isNarrowed = state.find.filter != nil || state.find.search?.isOnly == true
            guard state.queue == nil, isNarrowed else { return .refused("no filter is on: list tells the list") }
            return run(.back, nil, in: state, table)
        }
        // Who has just heard a list says the number of a row; thresholds are chosen by their names.
        if line.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ",") }) {
            return tell(.item, line, state)
        }
        let (word, rest) = line.wordAndRest
        var name = word
        var argument = (rest ?? "").withoutLeadingBlanks
        // A key that is no letter may stand at its argument: /lock, =0.8.
        if !first.properties.isAlphabetic, !("0"..."9").contains(first), name.unicodeScalars.count > 1,
            let entry = table.entries.first(where: { $0.scope == .main && $0.keys.contains(.character(first)) }),
            entry.note.argument != nil
        {
            name = String(first)
            argument = String(line.unicodeScalars.dropFirst()).withoutLeadingBlanks
        }
        switch PlainName.meaning(name, in: state, table) {
        case .problem(let why): return .refused(why)
        case .word(let word): return tell(word, argument.isEmpty ? nil : argument, state)
        case .command(let command):
            return run(command, argument.isEmpty ? nil : argument, in: state, table)
        }
    }

    private static func tell(_ word: PlainWord, _ argument: String?, _ state: ReviewState) -> PlainIntent {
        if state.queue != nil, !word.isMeantInQueues {
            return .refused("a queue is open: \(PlainName.shortest(for: .back)) goes back to the round")
        }
        switch (word, argument) {
        case (.nextPage, nil): return page(1, state)
        case (.previousPage, nil): return page(-1, state)
        case (.list, let row?), (.item, let row?):
            if state.queue != nil { return .refused("a queue has a fixed order") }
            return .actions([[.run(.first, argument: row, line: "")]], tells: word)
        case (_, nil): return .word(word)
        default: return .refused("\(word.rawValue) takes no argument")
        }
    }

    /// Whole pages, so that each row is told once.
    private static func page(_ step: Int, _ state: ReviewState) -> PlainIntent {
        let count = state.listCount
        guard count > 0 else { return .actions([[.command(.pageDown)]]) }
        let target = (state.list.cursor / PlainTeller.page + step) * PlainTeller.page
        guard target >= 0 else { return .refused("this is the first page of the list") }
        guard target < count else { return .refused("this is the last page of the list") }
        return .actions([[.run(.first, argument: "\(target + 1)", line: "")]], tells: .list)
    }

    private static func run(
        _ command: Command,
        _ argument: String?,
        in state: ReviewState,
        _ table: CommandTable
    ) -> PlainIntent {
        if let reason = PlainRefusal.reason(for: command) { return .refused(reason) }
        guard let entry = table.entry(of: command) else { return .refused("there is no command \(command.rawValue)") }
        if case .screen(let screen) = entry.scope { return .refused(command.needsScreen(screen)) }
        guard entry.scope == .main || entry.scope == .everywhere else {
            return .refused("\(command.rawValue) works only in a question, and none is open")
        }
        guard argument == nil || entry.note.argument != nil else {
            return .refused("\(command.rawValue) takes no argument")
        }
        let isQueue = state.queue != nil
        switch command {
        case .help: return .help(argument)
        case .export where argument.map(ShellWord.folder) != argument:
            return run(command, argument.map(ShellWord.folder), in: state, table)
        case .read: return .word(.item)
        case .pageDown where !isQueue: return page(1, state)
        case .pageUp where !isQueue: return page(-1, state)
        // The text has no line under a cursor here, so that these lead on in a queue too.
        case .next where isQueue: return .actions([[.command(.nextItem)]])
        case .previous where isQueue: return .actions([[.command(.previousItem)]])
        case .filter:
            // What names mean is looked up before the expression is read.
            guard let argument else { return .actions([[.command(.filter)]], asks: true) }
            let answer: [DialogAction] = [.fill(argument), .confirm]
            return .actions([[.command(.filter)], answer.map { .dialog(FilterDialog.id, $0) }])
        default: break
        }
        let tells: PlainWord? = lists.contains(command) && !isQueue ? .list : nil
        guard let argument else { return .actions([[.command(command)]], asks: true, tells: tells) }
        return .actions([[.run(command, argument: argument, line: "")]], tells: tells)
    }

    /// Commands that show a list, the same one too.
    private static let lists: Set<Command> = [
        .showAdversarial, .showAccepted, .showDiscarded, .showMoved, .showJudged, .showMarked, .showInvalid, .nextTab,
        .previousTab, .nextOrder, .reverseOrder,
    ]
}
