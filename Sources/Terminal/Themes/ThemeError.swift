import Basics
import TOMLText

/// Why a theme cannot be used.
public enum ThemeError: Error, Hashable, Sendable {
    /// No theme of this name; `places` were looked at, and `known` are the names that there are.
    case notFound(name: String, places: [String], known: [String])
    /// The file cannot be opened or read, is no regular file, no UTF-8, or too long for a theme.
    case unreadable(file: String, reason: String)
    /// The file says nothing: it is empty, or holds comments alone.
    case empty(file: String)
    /// The file is no TOML.
    case syntax(file: String, line: Int, column: Int, reason: String)
    /// A table, role or name that themes do not have; `known` are those they have.
    case unknownKey(file: String, line: Int, key: String, known: [String])
    /// A value of the wrong type.
    case wrongType(file: String, line: Int, key: String, expected: String)
    /// A style with a word that says nothing.
    case badStyle(file: String, line: Int, key: String, word: String)

    /// One line for a person: where, what, what was expected. It may hold names from outside: pass it through the
    /// sanitizer before it is shown.
    public var message: String {
        switch self {
        case .notFound(let name, let places, let known):
            "theme \"\(name)\" was not found; looked for \(places.joined(separator: ", "))"
                + NearestName.hint(name, among: known)
        case .unreadable(let file, let reason):
            "\(file): the theme cannot be read: \(reason)"
        case .empty(let file): "\(file): the theme is empty"
        case .syntax(let file, let line, let column, let reason):
            "\(file):\(line):\(column): not TOML: \(reason)"
        case .unknownKey(let file, let line, let key, let known):
            "\(file):\(line): unknown key \"\(key)\"; expected one of \(known.joined(separator: ", "))"
                + NearestName.hint(key, among: known)
        case .wrongType(let file, let line, let key, let expected):
            "\(file):\(line): \"\(key)\" must be \(expected)"
        case .badStyle(let file, let line, let key, let word):
            "\(file):\(line): \"\(word)\" in the style of \"\(key)\" is neither a colour (a name or 0 to 255) nor one of "
                + "on, bold, dim, underline, reverse"
        }
    }

    init(_ problem: TOMLProblem) {
        switch problem {
        case .unreadable(let file, let reason): self = .unreadable(file: file, reason: reason)
        case .syntax(let file, let line, let column, let reason):
            self = .syntax(file: file, line: line, column: column, reason: reason)
        }
    }
}
