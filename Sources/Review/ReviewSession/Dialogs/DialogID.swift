/// The name of a dialog.
public struct DialogID: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A word, such as `export`.
    public let name: String

    public init(stringLiteral name: String) { self.name = name }
}
