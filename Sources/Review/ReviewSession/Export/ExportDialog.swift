public import RoundModel

/// The dialog in which destination and format of an export are set.
public struct ExportDialog: Dialog {
    public static let id: DialogID = "export"
    public static let opener: Command? = .export
    public static let commands = DialogCommands.closing
        .adding([.exportFormat: .turn(formatField, by: 1), .toggleReplace: .turn(replaceField, by: 1)])

    private static let folderField = "folder"
    /// The field of the format.
    public static let formatField = "format"
    private static let replaceField = "replace"

    /// The line that the folder is typed into.
    public internal(set) var directory: TextEntry
    /// The format that an export would have now.
    public internal(set) var format: ExportFormat
    /// True where an earlier export would be replaced.
    public internal(set) var replace: Bool
    /// What would be written, for the settings that it names; nil while it is being looked up.
    public internal(set) var preview: ExportPreview?
    /// Why the last attempt was refused, until something is changed; nil where none was.
    public internal(set) var problem: String?

    public init(settings: ExportSettings) {
        directory = TextEntry(settings.directory)
        format = settings.format
        replace = settings.replace
    }

    /// Why it cannot be written as it is set now; nil where it can, and while that is being looked up.
    public var obstacle: String? {
        preview.flatMap { $0.settings == settings ? $0.obstacle : nil }
    }

    /// What is set now, to ask for a preview or to export with.
    public var settings: ExportSettings {
        ExportSettings(directory: directory.text, format: format, replace: replace)
    }

    public var line: TextEntry? { directory }

    public func fields(in review: ReviewState) -> [DialogField] {
        [
            DialogField(Self.folderField, value: directory.text),
            DialogField(Self.formatField, value: format.rawValue, choices: ExportFormat.allCases.map(\.rawValue)),
            DialogField(Self.replaceField, value: replace ? "yes" : "no", choices: ["no", "yes"]),
        ]
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        let write = obstacle == nil ? [CommandHint(.confirm, "write")] : []
        return write + [
            CommandHint(.exportFormat, "format"), CommandHint(.toggleReplace, "replace"),
            CommandHint(.cancel, "close"),
        ]
    }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        preview?.settings == settings ? nil : .preview
    }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        if field == Self.folderField {
            directory = TextEntry()
            problem = directory.problem(of: .insert(value))
        } else if field == Self.formatField {
            format = ExportFormat(rawValue: value) ?? format
        } else {
            replace = value == "yes"
            problem = nil
        }
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) { problem = directory.problem(of: edit) }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        var open = self
        open.problem = directory.scalars.isEmpty ? "type the folder to write" : obstacle
        guard open.problem == nil else {
            review.dialog = open
            return []
        }
        return review.start(settings)
    }

    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        switch (word, value) {
        case ("1", nil), (Self.folderField, nil): .refused("the folder's path is missing, as in folder round-4")
        case ("2", let value?), (Self.formatField, let value?):
            ExportFormat(rawValue: value) == nil
                ? .refused("the formats are \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
                : usualAnswer(word, value, in: review)
        case ("3", let value?), (Self.replaceField, let value?):
            ["yes", "no"].contains(value) ? usualAnswer(word, value, in: review) : .refused("replace is yes or no")
        case (_, _): usualAnswer(word, value, in: review)
        }
    }
}
