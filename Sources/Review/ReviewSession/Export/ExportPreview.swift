/// What an export would write, and where.
public struct ExportPreview: Hashable, Sendable {
    /// What was looked at; a preview whose settings are no longer the dialog's is stale.
    public let settings: ExportSettings
    /// The destination as a whole path, without links; as it was typed where its parent does not exist.
    public let path: String
    /// True where an earlier export would be replaced.
    public let replaces: Bool
    /// Why it cannot be written there; nil where it can.
    public let obstacle: String?
    /// The files in the order of the manifest, which comes last.
    public let files: [File]

    /// One file that would be written.
    public struct File: Hashable, Sendable {
        /// The file's name within the folder.
        public let name: String
        /// What its lines are, for a person: `the distinct prompts of 297 rows`.
        public let content: String

        public init(name: String, content: String) {
            self.name = name
            self.content = content
        }
    }

    public init(settings: ExportSettings, path: String, replaces: Bool, obstacle: String?, files: [File]) {
        self.settings = settings
        self.path = path
        self.replaces = replaces
        self.obstacle = obstacle
        self.files = files
    }
}
