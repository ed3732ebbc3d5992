public import RoundModel

/// What the user set in the export dialog.
public struct ExportSettings: Hashable, Sendable {
    public var directory: String
    public var format: ExportFormat
    public var replace: Bool

    public init(directory: String, format: ExportFormat = .rows, replace: Bool = false) {
        self.directory = directory
        self.format = format
        self.replace = replace
    }
}

/// The export dialog.
public struct ExportDialog: Hashable, Sendable {
    public var directory: TextEntry
    public var format: ExportFormat
    public var replace: Bool
    /// What would be written, for the settings that it names; nil while it is being looked up.
    public var preview: ExportPreview?
    /// Why the last attempt was refused.
    public var problem: String?

    public init(settings: ExportSettings) {
        directory = TextEntry(settings.directory)
        format = settings.format
        replace = settings.replace
    }

    public var settings: ExportSettings {
        ExportSettings(directory: directory.text, format: format, replace: replace)
    }
}

/// What an export would write, and where.
public struct ExportPreview: Hashable, Sendable {
    public var settings: ExportSettings
    /// The destination as a whole path.
    public var path: String
    /// True where an earlier export would be replaced.
    public var replaces: Bool
    /// Why it cannot be written there; nil where it can.
    public var obstacle: String?
    public var files: [File]

    public struct File: Hashable, Sendable {
        public var name: String
        /// What its lines are.
        public var content: String

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

/// An export under way.
public struct ExportRun: Hashable, Sendable {
    public var settings: ExportSettings
    /// 0 to 1.
    public var fraction: Double
    public var stage: String
    public var isCancelling: Bool

    public init(settings: ExportSettings) {
        self.settings = settings
        fraction = 0
        stage = "starting"
        isCancelling = false
    }
}
