public import RoundModel

/// What the user set in the export dialog.
public struct ExportSettings: Hashable, Sendable {
    /// The folder to write, as it was typed; not yet checked.
    public let directory: String
    /// How the lines of the two sets are written.
    public let format: ExportFormat
    /// True to replace an earlier export at `directory`; set back after each export.
    public let replace: Bool
    /// What goes into the training sets, and what stands beside them.
    public let choices: ExportChoices

    public init(
        directory: String,
        format: ExportFormat = .rows,
        replace: Bool = false,
        choices: ExportChoices = ExportChoices()
    ) {
        self.directory = directory
        self.format = format
        self.replace = replace
        self.choices = choices
    }
}
