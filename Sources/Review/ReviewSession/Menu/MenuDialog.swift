import RoundModel

/// What can be done with the item, the list and the plot, a row each; the key of a row does it at once.
public struct MenuDialog: Dialog {
    public static let id: DialogID = "menu"
    public static let opener: Command? = .menu
    public static let commands = DialogCommands.panel.adding(DialogCommands.rows)

    /// The row that is chosen, from 0, headings not counted.
    public internal(set) var row = 0

    public init() {}

    public func title(in review: ReviewState) -> String { "what can be done here" }

    /// What it offers, part by part.
    public func parts(in review: ReviewState) -> [MenuPart] { MenuPart.all(in: review) }

    public func rows(in review: ReviewState) -> [DialogRow] {
        parts(in: review).flatMap(\.commands).map { DialogRow($0.rawValue) }
    }

    public func chosenRow(in review: ReviewState) -> Int? { row }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(.confirm, "do it"), CommandHint(keys: [.next, .previous], title: "choose", separator: " "),
            CommandHint(.cancel, "close"),
        ]
    }

    public mutating func choose(row: Int, in review: inout ReviewState) { self.row = row }

    public mutating func move(_ move: DialogMove, in review: inout ReviewState) { moveWithinEnds(move, in: &review) }

    public func action(for command: Command, in review: ReviewState) -> DialogAction? {
        if command == Self.opener { return .cancel }
        if let action = Self.commands[command] { return action }
        return parts(in: review).contains { $0.commands.contains(command) } ? .perform(command) : nil
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        let commands = parts(in: review).flatMap(\.commands)
        return commands.indices.contains(row) ? perform(commands[row], in: &review) : []
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        review.close()
        return review.performOnScreen(command)
    }

    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        guard value == nil, let row = number(word, of: rows(in: review).count) else { return nil }
        return switch row {
        case .success(let row): .actions([.choose(row: row), .confirm])
        case .failure(let refusal): .refused(refusal.text)
        }
    }
}

extension ReviewState {
    /// Shows what can be done here.
    mutating func openMenu() {
        aids.find()
        open(MenuDialog())
    }
}
