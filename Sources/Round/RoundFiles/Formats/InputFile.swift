/// What a command that a message proposes is to read: a file as it stands on the disk.
public struct InputFile: Hashable, Sendable {
    /// As the user named it, or `standard input`.
    public var path: String
    /// The program that inflates it, whatever its name ends with; nil for plain text.
    public var archive: String?

    public init(path: String, archive: String? = nil) {
        self.path = path
        self.archive = archive
    }
}
