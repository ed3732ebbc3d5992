import RoundModel

/// The line in which one of these values is typed.
public struct TrainingValueDialog: Dialog {
    public static let id: DialogID = "training-value"
    public static let purpose = DialogPurpose.line

    /// The dialog that it is typed for, which comes back.
    private let training: TrainingDialog
    private let field: DialogField
    private var entry: TextEntry
    public private(set) var problem: String?

    init(_ training: TrainingDialog, _ field: DialogField) {
        (self.training, self.field) = (training, field)
        let isNothing = !field.choices.isEmpty || field.value == ExportDialog.none
        entry = TextEntry(isNothing ? "" : field.value ?? "")
    }

    public var line: TextEntry? { entry }

    public func title(in review: ReviewState) -> String { field.title }

    public func text(in review: ReviewState) -> [String] {
        switch field.id {
        case ExportDialog.marginField:
            [
                "The chosen response scores at least so much above the rejected one: in safety, and in helpfulness where all "
                    + "that is not accepted may be rejected. \"any\" asks for no lead."
            ]
        case ExportDialog.templateField:
            [
                "What the adversarial model is asked: {prompt} stands for the parent prompt, {category} for the row's category."
            ]
        case ExportDialog.cardField: ["A TOML file with name, license, url, date and creator; empty for no card."]
        case ExportDialog.seedField: ["A whole number; another one chooses other responses."]
        case ExportDialog.evaluationField:
            ["Files of prompts that are in no training set, with commas between them; empty for none."]
        case ExportDialog.listsField:
            ["Files that redsieve evaluation-list made of such prompts, with commas between them; empty for none."]
        case ExportDialog.seenField:
            ["Exports or rounds of before, with commas between them: their prompts were trained on. Empty for none."]
        case ExportDialog.nearField:
            ["The share of five-character pieces that two near prompts have in common, or that one holds of the other."]
        default: []
        }
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [CommandHint(.confirm, "apply"), CommandHint(.cancel, "cancel")]
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) { problem = entry.problem(of: edit) }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        let isFile = ExportDialog.fileFields.contains(field.id)
        let value = isFile && entry.text.isEmpty ? ExportDialog.none : entry.text
        let isChoice = field.choices.isEmpty || field.takesOthers || field.choices.contains(value)
        let refusal =
            isChoice
            ? ExportDialog.refusal(of: value, for: field.id) : "it is one of \(field.choices.joined(separator: ", "))"
        guard refusal == nil else {
            var open = self
            open.problem = refusal
            review.dialog = open
            return []
        }
        var open = training
        open.set(field.id, to: value, in: &review)
        review.open(open)
        return []
    }

    public func cancel(in review: inout ReviewState) -> [Effect] {
        review.open(training)
        return []
    }
}
