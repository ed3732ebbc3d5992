public import ReviewSession
public import TerminalCanvas

/// What a key means, given what the screen shows.
public struct KeyMap: Sendable {
    /// The commands with the keys that hold.
    public let table: CommandTable
    /// The table by scope and key; the first entry of a scope that names a key has it.
    private let commands: [KeyScope: [KeyPress: Command]]

    /// The keys that nobody changed.
    public static let standard = KeyMap(.standard)

    /// - Complexity: O(entries).
    public init(_ table: CommandTable) {
        self.table = table
        commands = table.entries.reduce(into: [:]) { map, entry in
            for key in entry.keys where map[entry.scope]?[key] == nil {
                map[entry.scope, default: [:]][key] = entry.command
            }
        }
    }

    /// The action that a key asks for; nil for a key without a meaning here.
    ///
    /// - Complexity: O(1); O(entries) in the palette.
    public func action(for press: KeyPress, in host: some DialogHost) -> ScreenAction? {
        // y means something else where nothing is asked.
        if let open = host.dialog, open.purpose == .question, let answer = Self.answer(press) {
            return .dialog(open.id, answer)
        }
        if let open = host.dialog, type(of: open).closesWithAnyKey, commands[.everywhere]?[press] == nil {
            return .dialog(open.id, .cancel)
        }
        for scope in Self.scopes(in: host) {
            guard let command = commands[scope]?[press] else { continue }
            return action(of: command, in: host)
        }
        guard let open = host.dialog, let line = open.line else { return nil }
        if open.scrolls, line.scalars.isEmpty {
            // With nothing typed there is no line to go to the ends of.
            if press.key == .home || press.key == .end {
                return .dialog(open.id, .move(press.key == .home ? .first : .last))
            }
            // What opened it closes it again, unless something is being searched for.
            if let opener = type(of: open).opener, host.scopes.contains(where: { commands[$0]?[press] == opener }) {
                return .dialog(open.id, .cancel)
            }
        }
        return Self.edit(press).map(ScreenAction.edit)
    }

    /// What a command comes to, whatever key asks for it: in a dialog what the dialog makes of it.
    func action<Host: DialogHost>(of command: Command, in host: Host) -> ScreenAction {
        guard let open = host.dialog else { return .command(command) }
        let action =
            (open as? PaletteDialog<Host>).flatMap { paletteAction(command, $0, host) }
            ?? open.action(for: command, in: host).map { .dialog(open.id, $0) }
        return action ?? .command(command)
    }

    /// The command of a key as though no dialog lay over the screen; nil for none.
    public func command(under host: some DialogHost, for press: KeyPress) -> Command? {
        ([.everywhere] + host.scopes).lazy.compactMap { commands[$0]?[press] }.first
    }

    /// Where commands hold that have a meaning now, what comes first first.
    public static func scopes(in host: some DialogHost) -> [KeyScope] {
        guard let open = host.dialog else { return host.scopes }
        return [.everywhere, .only(open.id), .dialog]
            + (open.isPanel ? host.scopes.filter { ![.everywhere, .crosshair].contains($0) } : [])
    }

    /// How a message says where the keys are to be seen: `; ? shows the keys`.
    public var helpHint: String { table.key(of: .help).map { "; \($0.name) lists the keys" } ?? "" }

    private func paletteAction<Host>(_ command: Command, _ palette: PaletteDialog<Host>, _ host: Host) -> ScreenAction?
    {
        let rows = PaletteRows.rows(for: palette.entry.text, in: host, table)
        let row = min(palette.row, rows.count - 1)
        func choose(_ row: Int) -> ScreenAction { .dialog(palette.id, .choose(row: max(0, row))) }
        switch command {
        case .nextRow: return choose(min(row + 1, rows.count - 1))
        case .previousRow: return choose(row - 1)
        case .nextPage: return choose(min(row + 10, rows.count - 1))
        case .previousPage: return choose(row - 10)
        case .complete: return row < 0 ? nil : .dialog(palette.id, .fill(rows[row].filled))
        case .confirm:
            guard row >= 0 else {
                let names = table.keyNames
                let why = "no command has this in its name; \(names[.complete]) completes names"
                return .dialog(palette.id, .refuse(why))
            }
            return .run(rows[row].entry.command, argument: rows[row].argument, line: rows[row].line)
        default: return nil
        }
    }

    private static func answer(_ press: KeyPress) -> DialogAction? {
        [KeyPress.character("y"): DialogAction.confirm, .character("n"): .cancel][press]
    }

    /// True for a key that types, or changes a line of text.
    public static func edits(_ press: KeyPress) -> Bool { edit(press) != nil }

    private static func edit(_ press: KeyPress) -> TextEdit? {
        switch (press.key, press.modifiers) {
        case (.character(let scalar), []): .insert(String(Character(scalar)))
        case (.character("u"), .control): .clear
        case (.character("a"), .control), (.home, _): .home
        case (.character("e"), .control), (.end, _): .end
        case (.backspace, _): .backspace
        case (.delete, _): .delete
        case (.left, _): .left
        case (.right, _): .right
        default: nil
        }
    }
}
