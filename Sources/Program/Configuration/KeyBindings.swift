import ReviewScreens
import ReviewSession
import TOMLKit
import TOMLText
import TerminalCanvas

/// Turns the table `keys` of a configuration into a command table.
///
/// A command that is named has the keys that are listed, and no others; the rest keep theirs.
struct KeyBindings {
    private let document: TOMLDocument
    private let bindings: TOMLTable

    init(_ document: TOMLDocument, _ table: TOMLTable) {
        self.document = document
        bindings = table
    }

    /// - Returns: the table, what is to be told about old names, and all that is wrong.
    func table() -> (table: CommandTable, notices: [String], problems: [ConfigurationError]) {
        var problems: [ConfigurationError] = []
        var given: [Command: [KeyPress]] = [:]
        var retired: [RetiredCommand: [KeyPress]] = [:]
        collect(bindings, [], into: &given, &retired, &problems)
        let named = given
        // A new name goes before an old one.
        for (old, keys) in retired {
            for command in old.successors where given[command] == nil { given[command] = keys }
        }
        var entries = CommandTable.entries
        for index in entries.indices {
            if let keys = given[entries[index].command] { entries[index].keys = keys }
        }
        var written: [Command: String] = [:]
        for (old, _) in retired {
            for command in old.successors where named[command] == nil { written[command] = old.id }
        }
        problems += clashes(entries, given, written)
        let notices = RetiredCommand.all.filter { retired[$0] != nil }.map { old in
            "\(document.file):\(line(of: old.id)): \(old.message)"
        }
        return (CommandTable(entries: entries), notices, problems)
    }

    /// `threshold.step-up` without quotes is a table within a table to TOML, and one name to whoever wrote it.
    private func collect(
        _ table: TOMLTable,
        _ path: [String],
        into given: inout [Command: [KeyPress]],
        _ retired: inout [RetiredCommand: [KeyPress]],
        _ problems: inout [ConfigurationError]
    ) {
        for key in table.keys.sorted() {
            let name = (path + [key]).joined(separator: ".")
            if let inner = table[key]?.table {
                collect(inner, path + [key], into: &given, &retired, &problems)
                continue
            }
            let old = RetiredCommand.all.first { $0.id == name }
            guard let command = Command(rawValue: name) ?? old?.successors.first else {
                let known = Command.allCases.map(\.rawValue)
                problems.append(.unknownKey(file: document.file, place: place(of: name), key: name, known: known))
                continue
            }
            guard let names = texts(table[key]) else {
                let expected = "a list of keys, such as [\"l\", \"Right\"]"
                problems.append(.badValue(file: document.file, place: place(of: name), key: name, expected: expected))
                continue
            }
            var keys: [KeyPress] = []
            for text in names {
                guard let press = KeyPress(named: text) else {
                    problems.append(
                        .unknownKeyName(file: document.file, place: place(of: name), command: name, name: text)
                    )
                    continue
                }
                if !keys.contains(press) { keys.append(press) }
            }
            if let old { retired[old] = keys } else { given[command] = keys }
        }
    }

    /// No key means two things in one place, and none that types takes the place of what it types.
    ///
    /// - Parameter written: the old names that commands were given their keys by.
    private func clashes(
        _ entries: [CommandEntry],
        _ given: [Command: [KeyPress]],
        _ written: [Command: String]
    ) -> [ConfigurationError] {
        var problems: [ConfigurationError] = []
        // What an old name stands for was written once.
        var told: Set<String> = []
        for entry in entries {
            let command = entry.command
            guard let keys = given[command] else { continue }
            let name = written[command] ?? command.rawValue
            for key in keys where !told.contains("\(name) \(key.name)") {
                if !entry.scope.isOfScreens, KeyMap.edits(key) {
                    told.insert("\(name) \(key.name)")
                    problems.append(
                        .keyNotFree(
                            file: document.file,
                            place: place(of: name),
                            command: name,
                            key: key.name,
                            reason: "it types or edits in a line of text"
                        )
                    )
                    continue
                }
                let owner = entries.first { other in
                    other.command != command && other.keys.contains(key)
                        && (other.scope == entry.scope || other.scope == .everywhere || entry.scope == .everywhere
                            || entry.scope.isOneDialog && [.confirm, .cancel].contains(other.command))
                }
                guard let owner else { continue }
                told.insert("\(name) \(key.name)")
                problems.append(
                    .clash(
                        file: document.file,
                        place: place(of: name),
                        command: name,
                        key: key.name,
                        owner: owner.command.rawValue
                    )
                )
            }
        }
        return problems
    }

    private func place(of command: String) -> TOMLPlace { document.lines.place(of: ["keys", command]) }

    private func line(of command: String) -> Int { place(of: command).line }
}
