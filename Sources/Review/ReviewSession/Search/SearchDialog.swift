import RoundModel

/// The line in which a search is typed.
public struct SearchDialog: Dialog {
    public static let id: DialogID = "search"
    public static let purpose = DialogPurpose.line
    public static let opener: Command? = .search
    public static let commands = DialogCommands.closing.adding([.searchExpression: .turn(expression, by: 1)])

    /// The field that says how the line is taken.
    static let expression = "expression"
    private static let choices = ["no", "yes"]

    /// What has been typed.
    public internal(set) var entry: TextEntry
    /// True to take it as a regular expression.
    public internal(set) var isExpression: Bool
    /// Why the last attempt was refused; nil where it was not.
    public internal(set) var problem: String?

    init(_ pattern: SearchPattern? = nil, problem: String? = nil) {
        entry = TextEntry(pattern?.text ?? "")
        isExpression = pattern?.isExpression ?? false
        self.problem = problem
    }

    /// What is to be searched for.
    public var pattern: SearchPattern { SearchPattern(text: entry.text, isExpression: isExpression) }

    public var line: TextEntry? { entry }

    public func title(in review: ReviewState) -> String { isExpression ? "search, as an expression" : "search" }

    public func fields(in review: ReviewState) -> [DialogField] {
        [DialogField(Self.expression, value: Self.choices[isExpression ? 1 : 0], choices: Self.choices)]
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(.confirm, "search"),
            CommandHint(.searchExpression, isExpression ? "as plain text" : "as an expression"),
            CommandHint(.cancel, "close"),
        ]
    }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        isExpression = value == Self.choices[1]
        problem = nil
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) { problem = entry.problem(of: edit) }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        review.close()
        return review.begin(pattern)
    }
}
