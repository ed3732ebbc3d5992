import RoundModel
import TextSafety

/// The dialog for what goes into the training sets, which comes back to that of the export.
public struct TrainingDialog: Dialog {
    public static let id: DialogID = "training"
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.rows)
        .adding(DialogCommands.own(.stepUp, .stepDown, .typeThreshold))

    /// The dialog that it is for, which comes back.
    public internal(set) var export: ExportDialog
    /// The row under the cursor, from 0.
    private var row = 0
    public private(set) var problem: String?

    init(_ export: ExportDialog) { self.export = export }

    private var field: DialogField? {
        let fields = export.trainingFields
        return fields.indices.contains(row) ? fields[row] : nil
    }

    public func title(in review: ReviewState) -> String { "training sets (\(export.format.rawValue))" }

    public func text(in review: ReviewState) -> [String] {
        guard let counts = export.present else { return ["counting …"] }
        let sets =
            export.preview?.files.compactMap { file in counts.files[file.name].map { "\(file.name): \($0)" } } ?? []
        return sets + (counts.obstacle.map { [$0] } ?? counts.notes)
    }

    public func rows(in review: ReviewState) -> [DialogRow] {
        export.trainingFields.map { DialogRow($0.title, detail: SafeText.printable(Self.short($0.value ?? ""))) }
    }

    public func fields(in review: ReviewState) -> [DialogField] { export.trainingFields }

    /// What a row has room for.
    private static func short(_ value: String) -> String { value.count > 36 ? "…\(value.suffix(35))" : value }

    public func chosenRow(in review: ReviewState) -> Int? { row }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(keys: [.next, .previous], title: "choose", separator: " "),
            CommandHint(keys: [.stepDown, .stepUp], title: "change", separator: " "),
            CommandHint(.typeThreshold, "type it"), CommandHint(.cancel, "back to the export"),
        ]
    }

    public func pendingWork(in review: ReviewState) -> PendingWork? { export.pendingWork(in: review) }

    public mutating func choose(row: Int, in review: inout ReviewState) {
        self.row = row
        problem = nil
    }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        _ = export.setTraining(field, to: value)
        row = min(row, export.trainingFields.count - 1)
        problem = nil
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        guard let field else { return [] }
        if command == .typeThreshold || field.choices.isEmpty {
            review.open(TrainingValueDialog(self, field))
            return []
        }
        var open = self
        if let value = field.value(after: command == .stepUp ? 1 : -1) { open.set(field.id, to: value, in: &review) }
        review.dialog = open
        return []
    }

    public func confirm(in review: inout ReviewState) -> [Effect] { cancel(in: &review) }

    public func cancel(in review: inout ReviewState) -> [Effect] {
        review.open(export)
        return []
    }

    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        guard let value, export.trainingFields.contains(where: { $0.id == word }) else {
            return usualAnswer(word, value, in: review)
        }
        if let refusal = ExportDialog.refusal(of: value, for: word) { return .refused(refusal) }
        return .actions([.set(word, to: value)])
    }
}
