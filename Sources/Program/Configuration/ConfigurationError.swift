import Basics
public import TOMLText

/// All that keeps a configuration from being used.
public struct ConfigurationProblems: Error, Hashable, Sendable {
    /// One at least, in the order of the file.
    public let all: [ConfigurationError]

    init(_ first: ConfigurationError, _ others: [ConfigurationError] = []) {
        all = ([first] + others).enumerated().sorted { one, other in
            let (left, right) = (one.element.place, other.element.place)
            if left.line != right.line { return left.line < right.line }
            return left.column != right.column ? left.column < right.column : one.offset < other.offset
        }.map(\.element)
    }

    /// 66 where the file cannot be read, else 65.
    public var exitStatus: Int32 { all.first?.exitStatus ?? 65 }

    /// A line for each, as `ConfigurationError.message`.
    public var messages: [String] { all.map(\.message) }
}

/// Something that is wrong with a configuration.
public enum ConfigurationError: Error, Hashable, Sendable {
    /// The file cannot be read, or is none of ours.
    case unreadable(file: String, reason: String)
    /// The file is no TOML.
    case syntax(file: String, line: Int, column: Int, reason: String)
    /// A key that there is not; `known` are those that could stand there.
    case unknownKey(file: String, place: TOMLPlace, key: String, known: [String])
    /// A value of the wrong type, or one that cannot be; `expected` says what could stand there.
    case badValue(file: String, place: TOMLPlace, key: String, expected: String)
    /// A text that names no key of the keyboard.
    case unknownKeyName(file: String, place: TOMLPlace, command: String, name: String)
    /// A key that another command has in the same place.
    case clash(file: String, place: TOMLPlace, command: String, key: String, owner: String)
    /// A key that a command cannot have, and why.
    case keyNotFree(file: String, place: TOMLPlace, command: String, key: String, reason: String)

    /// 66 where the file cannot be read, else 65.
    public var exitStatus: Int32 { if case .unreadable = self { 66 } else { 65 } }

    /// One line for a person: where, what, what was expected. It may hold names from outside: pass it through the
    /// sanitizer before it is shown.
    public var message: String {
        switch self {
        case .unreadable(let file, let reason): "\(file): the configuration cannot be read: \(reason)"
        case .syntax(let file, let line, let column, let reason): "\(file):\(line):\(column): not TOML: \(reason)"
        case .unknownKey(let file, let place, let key, let known):
            "\(file):\(place.line):\(place.column): unknown key \"\(key)\""
                + (NearestName.of(key, among: known).map { "; did you mean \"\($0)\"?" } ?? Self.list(known))
        case .badValue(let file, let place, let key, let expected):
            "\(file):\(place.line):\(place.valueColumn): \"\(key)\" must be \(expected)"
        case .unknownKeyName(let file, let place, let command, let name):
            "\(file):\(place.line):\(place.valueColumn): \"\(name)\" of \"\(command)\" is not a key that terminals tell apart; "
                + "write one such as x, Ctrl-R, Shift-Right, F5, Space, PgDn"
        case .clash(let file, let place, let command, let key, let owner):
            "\(file):\(place.line):\(place.valueColumn): \"\(command)\": \(key) is already bound to \(owner); rebind that first"
        case .keyNotFree(let file, let place, let command, let key, let reason):
            "\(file):\(place.line):\(place.valueColumn): \(key) cannot be bound to \"\(command)\": \(reason)"
        }
    }

    fileprivate var place: (line: Int, column: Int) {
        switch self {
        case .unreadable: (0, 0)
        case .syntax(_, let line, let column, _): (line, column)
        case .unknownKey(_, let place, _, _): (place.line, place.column)
        case .badValue(_, let place, _, _), .unknownKeyName(_, let place, _, _), .clash(_, let place, _, _, _),
            .keyNotFree(_, let place, _, _, _):
            (place.line, place.valueColumn)
        }
    }

    private static func list(_ known: [String]) -> String {
        known.count <= 12
            ? "; expected one of \(known.joined(separator: ", "))"
            : "; redsieve config --defaults lists them all"
    }

    init(_ problem: TOMLProblem) {
        switch problem {
        case .unreadable(let file, let reason): self = .unreadable(file: file, reason: reason)
        case .syntax(let file, let line, let column, let reason):
            self = .syntax(file: file, line: line, column: column, reason: reason)
        }
    }
}
