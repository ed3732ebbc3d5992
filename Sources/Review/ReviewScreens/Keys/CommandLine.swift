import Basics
public import ReviewSession
import RoundModel

/// A command as it is typed: its name, and behind a blank what it is to be done with.
///
/// The palette, scripts and whatever else takes commands by their names read them here. A name is the command's id, or
/// short for it where only one command can be meant: `order` for `list.order`, `filter` for `filter.open`, `theme` for
/// `theme.choose`.
public struct TypedCommand: Hashable, Sendable {
    /// What is to be done.
    public let command: Command
    /// What it is to be done with, as it was typed, without blanks in front; nil for nothing, never empty.
    public let argument: String?
    /// The old name that it was called by, which may mean another command in the dialog that is open; nil for none.
    public let retired: RetiredCommand?

    public init(_ command: Command, argument: String? = nil) {
        self.command = command
        self.argument = argument
        retired = nil
    }

    /// Reads a line; blanks and a colon in front of the name are passed over.
    ///
    /// - Throws: what is wrong with the name; whether the command takes the argument is not looked at.
    /// - Complexity: O(length of the line), and O(commands) where the name is none.
    public init(_ line: some StringProtocol) throws(TypedCommandError) {
        let typed = String(line).withoutLeadingBlanks
        let (name, rest) = (typed.behind(":")?.withoutLeadingBlanks ?? typed).wordAndRest
        guard !name.isEmpty else { throw .empty }
        let argument = (rest ?? "").withoutLeadingBlanks
        retired = Self.retired(name)
        if let successor = retired?.successors.first {
            command = successor
        } else {
            command = try Self.command(named: name)
        }
        self.argument = argument.isEmpty ? nil : argument
    }

    /// The command with its whole name, as the palette remembers it.
    public var line: String { command.rawValue + (argument.map { " " + $0 } ?? "") }

    /// The command that a name of earlier versions meant; nil where it means one of this.
    public static func retired(_ name: String) -> RetiredCommand? {
        shortNames[name] == nil && Command(rawValue: name) == nil ? RetiredCommand.named(name) : nil
    }

    /// The command that a name means.
    public static func command(named name: String) throws(TypedCommandError) -> Command {
        if let command = Command(rawValue: name) { return command }
        let meant = shortNames[name] ?? []
        if let only = meant.first, meant.count == 1 { return only }
        guard meant.isEmpty else { throw .ambiguous(name, meant) }
        if let meant = CommandSynonyms.command(called: name) { throw .unknown(name, nearest: meant.rawValue) }
        let known = Command.allCases.map(\.rawValue) + shortNames.filter { $0.value.count == 1 }.keys.sorted()
        throw .unknown(name, nearest: NearestName.of(name, among: known))
    }

    /// What is short for commands: what stands behind the dot, and what stands before it where the command is the only
    /// one there, or the one that opens.
    private static let shortNames: [String: [Command]] = {
        var names: [String: [Command]] = [:]
        let parts = Command.allCases.map { command in
            (command, parts: command.rawValue.split(separator: ".").map(String.init))
        }
        for (command, part) in parts where part.count == 2 {
            names[part[1], default: []].append(command)
            let isOnly = parts.filter { $0.parts.first == part[0] }.count == 1
            if isOnly || part[1] == "open" { names[part[0], default: []].append(command) }
        }
        return names
    }()
}

/// Why a typed line is no command, or none that can be given now.
public enum TypedCommandError: Error, Hashable, Sendable {
    /// There is no name.
    case empty
    /// No command is called so; `nearest` is a name that is nearly this one.
    case unknown(String, nearest: String?)
    /// The name is short for several commands.
    case ambiguous(String, [Command])
    /// The command takes no argument.
    case noArgument(Command)
    /// The command has a meaning in dialogs alone, and none of its kind is open.
    case noDialog(Command)
    /// The command has a meaning on another screen alone.
    case otherScreen(Command, ScreenID)
    /// The command has no meaning, or none with an argument, in the dialog that is open.
    case otherDialog(Command)

    /// One line without a full stop; it may hold what was typed.
    public var message: String {
        switch self {
        case .empty: "type the name of a command"
        case .unknown(let name, let nearest):
            "there is no command \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "; help lists all")
        case .ambiguous(let name, let commands):
            "\"\(name)\" may be \(commands.map(\.rawValue).joined(separator: " or ")); name one of these"
        case .noArgument(let command): "\(command.rawValue) takes no argument"
        case .noDialog(let command): "\(command.rawValue) works only in a dialog that is not open now"
        case .otherScreen(let command, let screen): command.needsScreen(screen)
        case .otherDialog(let command):
            "\(command.rawValue) does nothing in the open dialog; \(Command.cancel.rawValue) closes it"
        }
    }
}

extension KeyMap {
    /// The action that a typed command asks for: what the palette would do with it, or the command's key in a dialog.
    ///
    /// - Throws: why it has no meaning now. Whether it is refused is told by the state that the action leads to, in
    ///   `DialogHost.problem`.
    public func action(for typed: TypedCommand, in host: some DialogHost) throws(TypedCommandError) -> ScreenAction {
        if let meant = typed.retired?.meaning(in: host) {
            return try action(for: TypedCommand(meant, argument: typed.argument), in: host)
        }
        guard let entry = table.entry(of: typed.command) else { throw .unknown(typed.command.rawValue, nearest: nil) }
        if typed.argument != nil, entry.note.argument == nil { throw .noArgument(typed.command) }
        guard Self.scopes(in: host).contains(entry.scope) else {
            if case .screen(let screen) = entry.scope { throw .otherScreen(typed.command, screen) }
            throw host.dialog == nil ? .noDialog(typed.command) : .otherDialog(typed.command)
        }
        if host.dialog == nil, ![.everywhere, .crosshair].contains(entry.scope) {
            return .run(typed.command, argument: typed.argument, line: typed.line)
        }
        if typed.command == .answer, let open = host.dialog {
            return .dialog(open.id, .answer(typed.argument ?? ""))
        }
        guard typed.argument == nil else { throw .otherDialog(typed.command) }
        return action(of: typed.command, in: host)
    }
}
