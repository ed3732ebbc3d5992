/// Choosing a theme, which is shown as it is chosen.
public struct ThemeDialog: Dialog {
    public static let id: DialogID = "theme"
    public static let purpose = DialogPurpose.look
    public static let opener: Command? = .chooseTheme
    public static let commands = DialogCommands.panel.adding(DialogCommands.rows).adding(DialogCommands.ends)

    /// What was shown before.
    public let before: String

    init(before: String) { self.before = before }

    public func rows(in review: ReviewState) -> [DialogRow] { review.aids.themes.names.map { DialogRow($0) } }

    public func chosenRow(in review: ReviewState) -> Int? {
        review.aids.themes.names.firstIndex(of: review.aids.themes.now)
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(.confirm, "apply"),
            CommandHint(keys: [.nextRow, .previousRow], title: "preview", separator: " "),
            CommandHint(.cancel, "cancel"),
        ]
    }

    public mutating func choose(row: Int, in review: inout ReviewState) {
        guard review.aids.themes.names.indices.contains(row) else { return }
        review.aids.themes.now = review.aids.themes.names[row]
    }

    public mutating func move(_ move: DialogMove, in review: inout ReviewState) {
        moveWithinEnds(move, in: &review)
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        review.close()
        review.tellAboutTheme()
        return []
    }

    public func cancel(in review: inout ReviewState) -> [Effect] {
        review.aids.themes.now = before
        review.close()
        return []
    }
}
