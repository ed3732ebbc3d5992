public import RoundModel

/// A field that would hold a score if its values were numbers, and what makes numbers of them.
public struct ScoreAid: Hashable, Sendable {
    /// What the values are instead.
    public enum Found: Hashable, Sendable {
        case boolean, list, text
    }

    public var role: FieldRole
    /// The field's keys, outermost first.
    public var keys: [[UInt8]]
    public var found: Found
    /// The file with the rows; nil where no command for JSON reads it.
    public var input: InputFile?

    public init(role: FieldRole, keys: [[UInt8]], found: Found, input: InputFile? = nil) {
        self.role = role
        self.keys = keys
        self.found = found
        self.input = input
    }

    /// What it is and what to do, as one clause for a person.
    public var text: String {
        let name = keys.map(FieldPath.written).joined(separator: ".")
        let give = "give --field \(role.rawValue)=\(name)"
        let path = JQCommand.path(keys)
        switch found {
        case .list: return "\(name) is a list, not a number: \(give).0 for its first element"
        case .boolean:
            let command = command("\(path) |= if . then 1 else 0 end")
            return "\(name) is true or false, not a number: turn it into one with \(command), and \(give)"
        case .text:
            let command = command("\(path) |= if . == \"safe\" then 1 else 0 end")
            return "\(name) is a label, not a number: turn it into one, for instance with \(command), and \(give)"
        }
    }

    private func command(_ program: String) -> String {
        input.map { JQCommand.line(program, $0) } ?? "jq -c \(ShellText.quoted(program))"
    }
}

extension ScoreAid.Found {
    /// - Returns: nil where the values are numbers, or nothing that a score can be made of.
    init?(_ kinds: Set<ValueKind>) {
        if kinds.contains(.number) { return nil }
        if kinds.contains(.boolean) {
            self = .boolean
        } else if kinds.contains(.list) {
            self = .list
        } else if kinds.contains(.text) {
            self = .text
        } else {
            return nil
        }
    }

    init?(_ found: InvalidRow.Reason.Found) {
        switch found {
        case .boolean: self = .boolean
        case .list: self = .list
        case .text: self = .text
        case .number, .object: return nil
        }
    }
}
