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

    /// - Returns: the table, and what is to be told about old names.
    func table() throws(ConfigurationError) -> (CommandTable, notices: [String]) {
        var given: [Command: [KeyPress]] = [:]
        var retired: [RetiredCommand: [KeyPress]] = [:]
        try collect(bindings, [], into: &given, &retired)
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
        try check(entries, given, written)
        let notices = RetiredCommand.all.filter { retired[$0] != nil }.map { old in
            "\(document.file):\(line(of: old.id)): \(old.message)"
        }
        return (CommandTable(entries: entries), notices)
    }

    /// `threshold.step-up` without quotes is a table within a table to TOML, and one name to whoever wrote it.
    private func collect(
        _ table: TOMLTable,
        _ path: [String],
        into given: inout [Command: [KeyPress]],
        _ retired: inout [RetiredCommand: [KeyPress]]
    ) throws(ConfigurationError) {
        for key in table.keys.sorted() {
            let name = (path + [key]).joined(separator: ".")
            if let inner = table[key]?.table {
                try collect(inner, path + [key], into: &given, &retired)
                continue
            }
            let old = RetiredCommand.all.first { $0.id == name }
            guard let command = Command(rawValue: name) ?? old?.successors.first else {
                throw .unknownKey(
                    file: document.file,
                    line: line(of: name),
                    key: name,
                    known: Command.allCases.map(\.rawValue)
                )
            }
            guard let names = texts(table[key]) else {
                throw .badValue(
                    file: document.file,
                    line: line(of: name),
                    key: name,
                    expected: "a list of keys, such as [\"l\", \"Right\"]"
                )
            }
            var keys: [KeyPress] = []
            for text in names {
                guard let press = KeyPress(named: text) else {
                    throw .unknownKeyName(file: document.file, line: line(of: name), command: name, name: text)
                }
                if !keys.contains(press) { keys.append(press) }
            }
            if let old { retired[old] = keys } else { given[command] = keys }
        }
    }

    /// No key means two things in one place, and none that types takes the place of what it types.
    ///
    /// - Parameter written: the old names that commands were given their keys by.
    private func check(
        _ entries: [CommandEntry],
        _ given: [Command: [KeyPress]],
        _ written: [Command: String]
    ) throws(ConfigurationError) {
        for entry in entries {
            let command = entry.command
            guard let keys = given[command] else { continue }
            let name = written[command] ?? command.rawValue
            for key in keys {
                if !entry.scope.isOfScreens, KeyMap.edits(key) {
                    throw .keyNotFree(
                        file: document.file,
                        line: line(of: name),
                        command: name,
                        key: key.name,
                        reason: "it types or edits in a line of text"
                    )
                }
                let owner = entries.first { other in
                    other.command != command && other.keys.contains(key)
                        && (other.scope == entry.scope || other.scope == .everywhere || entry.scope == .everywhere
                            || entry.scope.isOneDialog && [.confirm, .cancel].contains(other.command))
                }
                guard let owner else { continue }
                throw .clash(
                    file: document.file,
                    line: line(of: name),
                    command: name,
                    key: key.name,
                    owner: owner.command.rawValue
                )
            }
        }
    }

    private func line(of command: String) -> Int { document.lines.line(of: ["keys", command]) }
}
