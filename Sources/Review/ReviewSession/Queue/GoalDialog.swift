import RoundModel

/// The line in which the goal of a queue is typed.
public struct GoalDialog: Dialog {
    public static let id: DialogID = "goal"
    public static let purpose = DialogPurpose.line

    /// The dialog that it is typed for, which comes back.
    let queue: QueueDialog
    /// What has been typed.
    public internal(set) var entry = TextEntry()
    /// Why the last attempt was refused, until something is changed; nil where none was.
    public internal(set) var problem: String?

    init(_ queue: QueueDialog) { self.queue = queue }

    public var line: TextEntry? { entry }

    public func title(in review: ReviewState) -> String { "how many items to check" }

    public func text(in review: ReviewState) -> [String] {
        var typed = queue
        typed.wanted = goal ?? queue.wanted
        return [
            typed.choice.title(in: review),
            typed.countText(in: review) + (typed.meaning(in: review).map { " \($0)" } ?? ""),
        ]
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [CommandHint(.confirm, "apply"), CommandHint(.cancel, "cancel")]
    }

    private var goal: Int? { QueueDialog.goal(entry.text) }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) { problem = entry.problem(of: edit) }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        if let goal {
            var open = queue
            open.wanted = goal
            review.open(open)
        } else {
            var open = self
            open.problem = QueueDialog.goalRefusal
            review.dialog = open
        }
        return []
    }

    public func cancel(in review: inout ReviewState) -> [Effect] {
        review.open(queue)
        return []
    }
}
