/// Where a prompt stands that others are compared with.
public struct ListedPrompt: Hashable, Sendable {
    /// The file.
    public var file: String
    /// Its line, from 1.
    public var line: Int
    /// The name of the row; nil for none.
    public var id: String?

    public init(file: String, line: Int, id: String? = nil) { (self.file, self.line, self.id) = (file, line, id) }

    /// What it is called in a line for a person.
    public var text: String { "\(file) line \(line)" + (id.map { " (\($0))" } ?? "") }
}
