public import ReviewSession
public import TerminalCanvas

/// What an event of the mouse comes to.
public enum MouseMeaning<Action: Sendable>: Sendable {
    case action(Action)
    /// What a key does.
    case key(KeyPress)
}

extension SpotMap {
    /// Rows of a dialog that one event of the wheel goes at most.
    private static let mostRows = 100

    /// What the mouse means on any screen: on words that name a key, and in a dialog.
    ///
    /// - Returns: nil where it means nothing there, or something of the screen's own.
    public func meaning(
        of event: MouseEvent,
        in host: some DialogHost,
        _ keys: KeyMap
    ) -> MouseMeaning<ScreenAction>? {
        guard host.mouse.isTaken, let target = target(x: event.x, y: event.y) else { return nil }
        switch (event.kind, target) {
        case (.press(.left), .key(let key)): return .key(key)
        case (.press(.left), .dialogRow(let id, let row)): return .action(.dialog(id, .choose(row: row)))
        case (.press(.left), .dialogOption(let id, let field, let value)):
            return .action(.dialog(id, .set(field, to: value)))
        case (.wheel(let way, let notches), .dialog(let id)), (.wheel(let way, let notches), .dialogRow(let id, _)),
            (.wheel(let way, let notches), .dialogOption(let id, _, _)):
            guard way == .down || way == .up else { return nil }
            let notches = min(max(1, notches), 1_000_000)
            return wheel(id, way == .down ? notches : -notches, host, keys).map { .action($0) }
        default: return nil
        }
    }

    /// Goes through the rows of a dialog; not where that would change what is typed.
    private func wheel<Host: DialogHost>(_ id: DialogID, _ down: Int, _ host: Host, _ keys: KeyMap) -> ScreenAction? {
        guard let open = host.dialog, open.id == id else { return nil }
        var rows = min(abs(down), Self.mostRows) * (open.scrolls ? MouseMap.rowsPerNotch : 1)
        if let left = rowsBelow, down > 0 { rows = min(rows, left) }
        if let palette = open as? PaletteDialog<Host> {
            // Its rows are known to the table alone.
            let last = PaletteRows.rows(for: palette.entry.text, in: host, keys.table).count - 1
            let row = max(0, min(palette.row, last))
            return .dialog(id, .choose(row: max(0, min(last, down > 0 ? row + rows : row - rows))))
        }
        guard open.isPanel && open.purpose != .question || open.scrolls, rows > 0 else { return nil }
        return .dialog(id, .move(.rows(down > 0 ? rows : -rows)))
    }
}
