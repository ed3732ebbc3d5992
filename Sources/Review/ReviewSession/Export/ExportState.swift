public import RoundModel

/// Exports: what the next one is set to, and the one that runs.
public struct ExportState: Sendable {
    /// What the dialog was last confirmed with, and opens with.
    var settings: ExportSettings
    /// Set while an export runs; there is one at a time.
    public internal(set) var run: ExportRun?
    /// The settings that an export was previewed for last.
    var asked = Asked<ExportSettings>()

    init(directory: String) { settings = ExportSettings(directory: directory) }
}

/// What the user set in the export dialog.
public struct ExportSettings: Hashable, Sendable {
    /// The folder to write, as it was typed; not yet checked.
    public internal(set) var directory: String
    /// How the lines of the two sets are written.
    public internal(set) var format: ExportFormat
    /// True to replace an earlier export at `directory`; set back after each export.
    public internal(set) var replace: Bool

    public init(directory: String, format: ExportFormat = .rows, replace: Bool = false) {
        self.directory = directory
        self.format = format
        self.replace = replace
    }
}

/// What an export would write, and where.
public struct ExportPreview: Hashable, Sendable {
    /// What was looked at; a preview whose settings are no longer the dialog's is stale.
    public internal(set) var settings: ExportSettings
    /// The destination as a whole path, without links; as it was typed where its parent does not exist.
    public internal(set) var path: String
    /// True where an earlier export would be replaced.
    public internal(set) var replaces: Bool
    /// Why it cannot be written there; nil where it can.
    public internal(set) var obstacle: String?
    /// The files in the order of the manifest, which comes last.
    public internal(set) var files: [File]

    /// One file that would be written.
    public struct File: Hashable, Sendable {
        /// The file's name within the folder.
        public internal(set) var name: String
        /// What its lines are, for a person: `the distinct prompts of 297 rows`.
        public internal(set) var content: String

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
    /// What the export was started with.
    public internal(set) var settings: ExportSettings
    /// The share of the rows that is done, 0 to 1.
    public internal(set) var fraction: Double
    /// What is being done, in a few words for the message line.
    public internal(set) var stage: String
    /// True once the user has asked to stop; reports of progress no longer count then.
    public internal(set) var isCancelling: Bool

    public init(settings: ExportSettings) {
        self.settings = settings
        fraction = 0
        stage = "starting"
        isCancelling = false
    }
}
