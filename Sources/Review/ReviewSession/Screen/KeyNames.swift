/// What the keys are called that messages name.
public struct KeyNames: Hashable, Sendable {
    private let names: [Command: String]

    /// - Parameter names: the first key of each command that has one.
    public init(_ names: [Command: String] = [:]) { self.names = names }

    /// The command's key; its name as the palette takes it where it has none.
    public subscript(command: Command) -> String { names[command] ?? ":\(command.rawValue)" }
}

extension DialogHost {
    /// What messages call the key of a command.
    public func key(_ command: Command) -> String { aids.keyNames[command] }
}
