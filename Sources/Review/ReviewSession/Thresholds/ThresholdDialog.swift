public import RoundModel

/// The line in which the value of a threshold is typed.
public struct ThresholdDialog: Dialog {
    public static let id: DialogID = "threshold"
    public static let purpose = DialogPurpose.line
    public static let opener: Command? = .typeThreshold

    /// The threshold.
    public let name: ThresholdName
    /// What has been typed.
    public internal(set) var entry: TextEntry
    /// Why the last attempt was refused, until something is changed; nil where none was.
    public internal(set) var problem: String?

    init(_ name: ThresholdName, _ entry: TextEntry = TextEntry()) {
        self.name = name
        self.entry = entry
    }

    public var line: TextEntry? { entry }

    public func title(in review: ReviewState) -> String { name.title }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [CommandHint(.confirm, "apply"), CommandHint(.cancel, "cancel")]
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) { problem = entry.problem(of: edit) }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        review.message = nil
        var open = self
        open.problem = review.setThreshold(name, typed: entry.text)
        review.dialog = open.problem == nil ? nil : open
        return []
    }
}
