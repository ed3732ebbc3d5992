public import RoundModel

/// The dialog in which destination and format of an export are set.
public struct ExportDialog: Dialog {
    public static let id: DialogID = "export"
    public static let opener: Command? = .export
    public static let commands = DialogCommands.closing
        .adding([.exportFormat: .turn(formatField, by: 1), .toggleReplace: .turn(replaceField, by: 1)])
        .adding(DialogCommands.own(.exportTraining))

    private static let folderField = "folder"
    /// The field of the format.
    public static let formatField = "format"
    private static let replaceField = "replace"

    /// The line that the folder is typed into.
    public internal(set) var directory: TextEntry
    /// The format that an export would have now.
    public internal(set) var format: ExportFormat
    /// What goes into the training sets, and what stands beside them.
    public internal(set) var choices: ExportChoices
    /// What the sets would come to, for the choices that it names; nil before they were counted.
    public internal(set) var counts: ExportCounts?
    /// True where an earlier export would be replaced.
    public internal(set) var replace: Bool
    /// What would be written, for the settings that it names; nil while it is being looked up.
    public internal(set) var preview: ExportPreview?
    /// Why the last attempt was refused, until something is changed; nil where none was.
    public internal(set) var problem: String?

    public init(settings: ExportSettings) {
        directory = TextEntry(settings.directory)
        format = settings.format
        choices = settings.choices
        replace = settings.replace
    }

    /// Why it cannot be written as it is set now; nil where it can, and while that is being looked up.
    public var obstacle: String? {
        let settings = settings
        return preview.flatMap { $0.settings == settings ? $0.obstacle : nil } ?? present?.obstacle
    }

    /// What the sets come to as it is set now; nil while they are being counted.
    public var present: ExportCounts? { counts.flatMap { $0.isOf(settings) ? $0 : nil } }

    /// Whether a certificate covers the accepted set, in a sentence; nil while that is being looked up, and where nothing can be
    /// written.
    public var certificateText: String? {
        obstacle == nil ? present.flatMap { $0.certificate.isEmpty ? nil : $0.certificate } : nil
    }

    /// What the lines of a file are, counted where that has been done.
    public func content(of file: ExportPreview.File) -> String {
        present?.files[file.name] ?? file.content
    }

    /// What is set now, to ask for a preview or to export with.
    public var settings: ExportSettings {
        ExportSettings(
            directory: directory.text,
            format: format,
            replace: replace,
            choices: choices
        )
    }

    public var line: TextEntry? { directory }

    public func fields(in review: ReviewState) -> [DialogField] {
        [
            DialogField(Self.folderField, value: directory.text),
            DialogField(Self.formatField, value: format.rawValue, choices: ExportFormat.allCases.map(\.rawValue)),
            DialogField(Self.replaceField, value: replace ? "yes" : "no", choices: ["no", "yes"]),
        ] + trainingFields
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        let write = obstacle == nil ? [CommandHint(.confirm, "write")] : []
        return write + [
            CommandHint(.exportFormat, "format"), CommandHint(.exportTraining, "training"),
            CommandHint(.toggleReplace, "replace"),
            CommandHint(.cancel, "close"),
        ]
    }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        preview?.settings == settings && present != nil ? nil : .preview
    }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        if field == Self.folderField {
            directory = TextEntry()
            problem = directory.problem(of: .insert(value))
        } else if field == Self.formatField {
            format = ExportFormat(rawValue: value) ?? format
        } else if !setTraining(field, to: value) {
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

    public func cancel(in review: inout ReviewState) -> [Effect] {
        // What was chosen is what the list shows leaks by, and what the dialog opens with again.
        review.export.keep(choices)
        review.close()
        return [.stop(.exportCounts)]
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        review.open(TrainingDialog(self))
        return []
    }

    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        let fields = fields(in: review)
        let field = Int(word).flatMap { fields.indices.contains($0 - 1) ? fields[$0 - 1].id : nil } ?? word
        switch (field, value) {
        case (Self.folderField, nil): return .refused("the folder's path is missing, as in folder round-4")
        case (Self.formatField, let value?) where ExportFormat(rawValue: value) == nil:
            return .refused("the formats are \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
        case (Self.replaceField, let value?) where !["yes", "no"].contains(value):
            return .refused("replace is yes or no")
        case (let field, let value?):
            if let refusal = Self.refusal(of: value, for: field) { return .refused(refusal) }
            return field == Self.pairsField && fields.contains { $0.id == field }
                ? .actions([.set(field, to: value)]) : usualAnswer(field, value, in: review)
        case (let field, nil): return usualAnswer(field, nil, in: review)
        }
    }
}
