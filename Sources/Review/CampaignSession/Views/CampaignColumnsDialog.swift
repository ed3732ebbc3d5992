public import ReviewSession
internal import RoundCampaign

/// Where the columns of the table are chosen and explained.
public struct CampaignColumnsDialog: Dialog {
    public static let id: DialogID = "campaign-columns"
    public static let opener: Command? = .chooseColumns
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.rows)
        // Space, which scrolls texts elsewhere.
        .adding([.scrollDown: .perform(.scrollDown), .nextOrder: .perform(.nextOrder)])

    private var row: Int
    /// What was shown before: leaving gives it back.
    private let before: TableState

    init(_ before: TableState, at column: CampaignColumn) {
        self.before = before
        row = CampaignColumn.allCases.firstIndex(of: column) ?? 0
    }

    public func title(in campaign: CampaignState) -> String { "columns of the table" }
    public func text(in campaign: CampaignState) -> [String] {
        let column = CampaignColumn.allCases[row]
        return ["\(column.title): \(column.note)"]
    }
    public func rows(in campaign: CampaignState) -> [DialogRow] {
        CampaignColumn.allCases.map { column in
            let sign = campaign.table.columns.contains(column) ? "[x]" : "[ ]"
            return DialogRow("\(sign) \(column.title)", detail: campaign.table.order == column ? "sorted" : "")
        }
    }
    public func chosenRow(in campaign: CampaignState) -> Int? { row }
    public func hints(in campaign: CampaignState) -> [CommandHint] {
        [
            CommandHint(.scrollDown, "show or hide"), CommandHint(.nextOrder, "sort by it"),
            CommandHint(.confirm, "keep"), CommandHint(.cancel, "as before"),
        ]
    }

    public mutating func choose(row: Int, in campaign: inout CampaignState) { self.row = row }
    public mutating func move(_ move: DialogMove, in campaign: inout CampaignState) {
        moveWithinEnds(move, in: &campaign)
    }

    public func perform(_ command: Command, in campaign: inout CampaignState) -> [CampaignEffect] {
        let column = CampaignColumn.allCases[row]
        if command == .nextOrder {
            campaign.table.sort(by: column)
        } else if !campaign.table.toggle(column) {
            campaign.refuse("one column has to stay")
        }
        return []
    }

    public func confirm(in campaign: inout CampaignState) -> [CampaignEffect] {
        campaign.close()
        campaign.table.go(to: CampaignColumn.allCases[row])
        return []
    }

    public func cancel(in campaign: inout CampaignState) -> [CampaignEffect] {
        campaign.close()
        campaign.table = before
        return []
    }

    /// A number shows a column or hides it, `sort 3` sorts by it.
    public func answer(_ word: String, _ value: String?, in campaign: CampaignState) -> DialogAnswer? {
        let command: Command = word == "sort" ? .nextOrder : .scrollDown
        guard let text = word == "sort" ? value : value == nil ? word : nil else { return nil }
        switch number(text, of: CampaignColumn.allCases.count) {
        case .success(let row): return .actions([.choose(row: row), .perform(command)])
        case .failure(let refusal): return .refused(refusal.text)
        case nil: return nil
        }
    }
}
