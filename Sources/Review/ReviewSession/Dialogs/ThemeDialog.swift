/// Choosing a theme, which is shown as it is chosen.
public struct ThemeDialog<Host: DialogHost>: Dialog {
    public static var id: DialogID { .theme }
    public static var purpose: DialogPurpose { .look }
    public static var opener: Command? { .chooseTheme }
    public static var commands: [Command: DialogAction] {
        DialogCommands.panel.adding(DialogCommands.rows)
    }

    /// What was shown before.
    public let before: String

    init(before: String) { self.before = before }

    public func rows(in host: Host) -> [DialogRow] { host.aids.themes.names.map { DialogRow($0) } }

    public func chosenRow(in host: Host) -> Int? {
        host.aids.themes.names.firstIndex(of: host.aids.themes.now)
    }

    public func hints(in host: Host) -> [CommandHint] {
        [
            CommandHint(.confirm, "apply"),
            CommandHint(keys: [.nextRow, .previousRow], title: "preview", separator: " "),
            CommandHint(.cancel, "cancel"),
        ]
    }

    public mutating func choose(row: Int, in host: inout Host) {
        guard host.aids.themes.names.indices.contains(row) else { return }
        host.aids.themes.show(host.aids.themes.names[row])
    }

    public mutating func move(_ move: DialogMove, in host: inout Host) {
        moveWithinEnds(move, in: &host)
    }

    public func confirm(in host: inout Host) -> [Host.Effect] {
        host.close()
        host.tellAboutTheme()
        return []
    }

    public func cancel(in host: inout Host) -> [Host.Effect] {
        host.aids.themes.show(before)
        host.close()
        return []
    }
}
