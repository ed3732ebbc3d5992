/// What commands usually come to in dialogs, to be put together by each.
public enum DialogCommands {
    /// Those that mean the same whatever is open.
    static let everywhere: Set<Command> = [.suspend, .redraw, .toggleMouse, .snapshot]

    /// Confirming and leaving.
    public static let closing: [Command: DialogAction] = [.confirm: .confirm, .cancel: .cancel, .back: .cancel]

    /// The same where letters are keys.
    public static let panel = closing.adding([.read: .confirm, .quit: .cancel])

    /// A question whose yes is what leads away.
    public static let question = closing.adding([.quit: .confirm])

    /// All ways through rows, or through a text that is longer than its box: one by one as on the screen beneath, page by
    /// page, and to the ends.
    public static let rows: [Command: DialogAction] = [
        .next: .move(.rows(1)), .nextRow: .move(.rows(1)), .previous: .move(.rows(-1)), .previousRow: .move(.rows(-1)),
        .pageDown: .move(.pages(1)), .scrollDown: .move(.pages(1)), .nextPage: .move(.pages(1)),
        .pageUp: .move(.pages(-1)), .scrollUp: .move(.pages(-1)), .previousPage: .move(.pages(-1)),
        .first: .move(.first), .last: .move(.last),
    ]

    /// Moving the thresholds, where the round beneath stays in sight.
    static let thresholds = own(
        .chooseAdv,
        .chooseSafety,
        .chooseHelp,
        .stepDown,
        .stepUp,
        .leapDown,
        .leapUp
    )

    /// Commands that the dialog itself knows.
    public static func own(_ commands: Command...) -> [Command: DialogAction] {
        Dictionary(commands.map { ($0, .perform($0)) }, uniquingKeysWith: { first, _ in first })
    }
}

extension [Command: DialogAction] {
    /// Both, where a command that is in both means what `others` says.
    public func adding(_ others: [Command: DialogAction]) -> [Command: DialogAction] {
        merging(others) { _, other in other }
    }
}
