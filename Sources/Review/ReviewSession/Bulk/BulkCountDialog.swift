import RoundModel
public import Verdicts

/// The line in which the number of the items is typed that a verdict on many would be given on.
public struct BulkCountDialog: Dialog {
    public static let id: DialogID = "bulk-count"

    /// What was chosen.
    public internal(set) var bulk: BulkDialog
    /// What is said of them.
    public internal(set) var answer: Answer
    /// The items that are meant.
    public internal(set) var count: Int
    /// What has been typed.
    public internal(set) var entry = TextEntry()
    /// Why the last attempt was refused.
    public internal(set) var problem: String?

    public var line: TextEntry? { entry }

    public func title(in review: ReviewState) -> String { bulk.title(in: review) }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [CommandHint(.confirm, "judge them"), CommandHint(.cancel, "go back")]
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) { problem = entry.problem(of: edit) }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        guard let now = review.count(of: bulk.scope), now == count else {
            // What is asked for once more is asked with the new number.
            review.confirm(bulk)
            return []
        }
        guard DecimalText.ungrouped(entry.text.filter { $0 != " " }) == count else {
            var open = self
            open.problem = "type \(DecimalText.grouped(count)), the number of the items, to judge them"
            review.dialog = open
            return []
        }
        review.judge(bulk.scope, answer, count)
        return []
    }

    public func cancel(in review: inout ReviewState) -> [Effect] {
        review.dialog = bulk
        return []
    }

    public func takes(line: String) -> Bool { line.contains(where: \.isNumber) }
}
