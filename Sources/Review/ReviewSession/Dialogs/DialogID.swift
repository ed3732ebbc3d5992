/// The name of a dialog.
public struct DialogID: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A word, such as `export`.
    public let name: String

    public init(stringLiteral name: String) { self.name = name }
}

extension DialogID {
    /// The dialogs that every screen has.
    public static let help: DialogID = "help"
    public static let palette: DialogID = "palette"
    public static let theme: DialogID = "theme"
}
