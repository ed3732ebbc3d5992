import ReviewScreens
import ReviewSession
import TerminalCanvas

/// What the first word of a line means.
enum PlainName {
    enum Meaning {
        case word(PlainWord)
        case command(Command)
        /// It means nothing, or too much, and why.
        case problem(String)
    }

    /// Names that people know from elsewhere.
    private static let aliases: [String: Command] = [
        "back": .back, "stop": .back, "exit": .quit, "evidence": .showEvidence, "proof": .showEvidence,
        "curves": .showCurves, "cross": .crossTable, "columns": .chooseColumns, "rows": .exportShown,
        "sweep": .showCurves, "threshold": .typeThreshold,
        "next": .next, "mark": .mark, "previous": .previous,
    ]

    /// A word of one's own, an id, what is short for one, a key, or the beginning of any of them that is clear.
    static func meaning(_ name: String, in state: ReviewState, _ table: CommandTable) -> Meaning {
        if let word = PlainWord(rawValue: name) { return .word(word) }
        if let command = aliases[name] ?? ShellWord.commands[name] { return .command(command) }
        if let word = ShellWord.words[name] { return .word(word) }
        if let command = TypedCommand.retired(name)?.meaning(in: state) { return .command(command) }
        let error: TypedCommandError
        do throws(TypedCommandError) {
            return .command(try TypedCommand.command(named: name))
        } catch let problem {
            error = problem
        }
        if let command = command(ofKey: name, in: state, table) { return .command(command) }
        if let advice = ShellWord.advice(name, in: state) { return .problem(advice) }
        if case .ambiguous = error { return .problem(error.message) }
        return beginning(name, in: state, table)
    }

    private static func command(ofKey name: String, in state: ReviewState, _ table: CommandTable) -> Command? {
        guard let key = KeyPress(named: name) else { return nil }
        let here = state.dialog.map { [KeyScope.only($0.id), .dialog] } ?? []
        let scopes: [KeyScope] = [.everywhere] + here + [.main]
        for scope in scopes {
            if let entry = table.entries.first(where: { $0.scope == scope && $0.keys.contains(key) }) {
                return entry.command
            }
        }
        return nil
    }

    private static func beginning(_ name: String, in state: ReviewState, _ table: CommandTable) -> Meaning {
        let words = PlainWord.allCases.filter { $0.rawValue.hasPrefix(name) && !$0.rawValue.contains(" ") }
        // Those of dialogs are not meant where none is open.
        let scopes = KeyMap.scopes(in: state)
        let here = table.entries.filter { scopes.contains($0.scope) }.map(\.command)
        var commands = here.filter { $0.rawValue.hasPrefix(name) }
        if commands.isEmpty { commands = here.filter { tail(of: $0).hasPrefix(name) } }
        if words.count + commands.count == 1 {
            return words.first.map { .word($0) } ?? commands.first.map { .command($0) } ?? .problem("")
        }
        if words.count + commands.count > 1, words.count + commands.count <= 6 {
            let all = words.map(\.rawValue) + commands.map(\.rawValue)
            return .problem("\"\(name)\" may be \(all.joined(separator: " or ")); type more of its name")
        }
        let near = table.near(name, in: state).prefix(3).map { "\($0.command.rawValue) (\($0.title))" }
        let hint =
            near.isEmpty ? "help lists all" : "near to it: \(near.joined(separator: ", ")); help lists all"
        return .problem("there is no command \"\(name)\"; \(hint)")
    }

    /// All that can be typed as the first word of a line: words of one's own, and the commands by their names.
    static func all(_ table: CommandTable) -> [String] {
        let commands = table.entries.filter { entry in
            (entry.scope == .main || entry.scope == .everywhere) && PlainRefusal.reason(for: entry.command) == nil
        }.flatMap { [shortest(for: $0.command), $0.command.rawValue] }
        let words =
            PlainWord.allCases.map(\.rawValue) + aliases.filter { PlainRefusal.reason(for: $0.value) == nil }.keys
        return Set(commands + words + ["help"]).filter { !$0.contains(" ") }.sorted()
    }

    static func tail(of command: Command) -> Substring {
        command.rawValue.split(separator: ".", maxSplits: 1).last ?? ""
    }

    /// The shortest name of a command that is clear.
    static func shortest(for command: Command) -> String {
        switch command {
        case .back: return "back"
        case .mark: return "mark"
        default: break
        }
        let parts = command.rawValue.split(separator: ".").map(String.init)
        for name in parts.reversed() + [command.rawValue] {
            if name == "open" { continue }
            if aliases[name] == command { return name }
            if aliases[name] == nil, PlainWord(rawValue: name) == nil,
                let meant = try? TypedCommand.command(named: name), meant == command
            {
                return name
            }
        }
        return command.rawValue
    }
}
