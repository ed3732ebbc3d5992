import RoundModel

/// The line in which the file is typed that the rows of the list go to.
public struct RowsDialog: Dialog {
    public static let id: DialogID = "rows"
    public static let purpose = DialogPurpose.line
    public static let opener: Command? = .exportShown

    /// What has been typed.
    private var path: TextEntry
    public private(set) var problem: String?

    init(_ path: String) { self.path = TextEntry(path) }

    public var line: TextEntry? { path }

    public func title(in review: ReviewState) -> String { "export what is listed" }

    public func text(in review: ReviewState) -> [String] {
        let rows = DecimalText.counted(review.listCount, "\(review.list.tab.title) item")
        let narrowed =
            review.find.filter == nil && review.find.search?.isOnly != true ? "" : ", as they are narrowed now,"
        return [
            "\(rows)\(narrowed) as they are in the round and in its order, into a file of their own. "
                + "Nothing is replaced; the sets are exported with \(review.key(.export))."
        ]
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [CommandHint(.confirm, "write"), CommandHint(.cancel, "close")]
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) { problem = path.problem(of: edit) }

    public mutating func refuse(_ problem: String) { self.problem = problem }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        guard !path.scalars.isEmpty else {
            var open = self
            open.problem = "type the file to write"
            review.dialog = open
            return []
        }
        review.close()
        return review.exportRows(to: path.text)
    }
}
