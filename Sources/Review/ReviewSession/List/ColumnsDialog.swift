import ItemFilter
import RoundModel

/// Where the columns of the list are chosen.
public struct ColumnsDialog: Dialog {
    public static let id: DialogID = "columns"
    public static let opener: Command? = .chooseColumns
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.rows)
        .adding([
            .mark: .perform(.mark),
            // Space, which scrolls texts elsewhere.
            .scrollDown: .perform(.mark),
            .nextOrder: .perform(.nextOrder),
        ])
    /// The field whose value is the names of the columns.
    private static let shownField = "shown"

    /// The row under the cursor.
    private var row = 0
    /// What was shown before: leaving gives it back.
    private let before: [String]?

    init(before: ListColumns) { self.before = before.chosen }

    public func title(in review: ReviewState) -> String { "columns of the list" }

    public func rows(in review: ReviewState) -> [DialogRow] {
        let shown = review.listColumns
        let places = Dictionary(shown.indices.map { (shown[$0], $0 + 1) }, uniquingKeysWith: { first, _ in first })
        return review.possibleColumns.map { field in
            let place = places[field].map { "column \($0)" } ?? ""
            return DialogRow("\(places[field] == nil ? "[ ]" : "[x]") \(field.name)", detail: place)
        }
    }

    public func chosenRow(in review: ReviewState) -> Int? {
        let count = review.possibleColumns.count
        return count > 0 ? min(row, count - 1) : nil
    }

    public func fields(in review: ReviewState) -> [DialogField] { [] }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        review.find.filtering.isReadingFields ? .filtering(0) : nil
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(.scrollDown, "show or hide"), CommandHint(.nextOrder, "sort by it"),
            CommandHint(.confirm, "keep"),
            CommandHint(.cancel, "as before"),
        ]
    }

    public mutating func choose(row: Int, in review: inout ReviewState) { self.row = row }

    public mutating func move(_ move: DialogMove, in review: inout ReviewState) { moveWithinEnds(move, in: &review) }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        guard let row = chosenRow(in: review) else { return [] }
        let field = review.possibleColumns[row]
        guard command == .mark else {
            let order: ItemOrder =
                switch field {
                case .role(.safety): .safety
                case .role(.helpfulness): .helpfulness
                default: .field(field.name)
                }
            review.order(by: order)
            return []
        }
        var shown = review.listColumns
        if let at = shown.firstIndex(of: field) { shown.remove(at: at) } else { shown.append(field) }
        guard shown.count <= ListColumns.most else {
            review.refuse("the list has at most \(ListColumns.most) columns")
            return []
        }
        review.setColumns(shown.map(\.name))
        return []
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        review.close()
        review.message = Message(
            .done,
            review.verdicts.file.seed == nil ? "columns kept for this run" : "columns kept with the review"
        )
        return review.keepColumns()
    }

    public func cancel(in review: inout ReviewState) -> [Effect] {
        review.close()
        if review.list.columns.chosen != before { review.setColumns(before) }
        return []
    }

    /// A number shows a column or hides it, `sort 3` sorts by it.
    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        let count = review.possibleColumns.count
        func act(_ text: String, _ command: Command) -> DialogAnswer? {
            switch number(text, of: count) {
            case .success(let row): .actions([.choose(row: row), .perform(command)])
            case .failure(let refusal): .refused(refusal.text)
            case nil: nil
            }
        }
        if word == "sort", let value { return act(value, .nextOrder) }
        return value == nil ? act(word, .mark) : nil
    }
}
