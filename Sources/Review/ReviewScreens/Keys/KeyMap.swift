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
    public func action(for press: KeyPress, in state: ReviewState) -> Action? {
        switch state.dialog {
        case .confirmQuit, .confirmLoss:
            // y means something else where nothing is asked.
            if let answer = Self.confirmation(press) { return answer }
        default: break
        }
        for scope in Self.scopes(in: state) {
            guard let command = commands[scope]?[press] else { continue }
            return action(of: command, in: state)
        }
        switch state.dialog {
        case .help(let help) where help.entry.scalars.isEmpty && [.home, .end].contains(press.key):
            // With nothing typed there is no line to go to the ends of.
            return .command(press.key == .home ? .first : .last)
        case .help(let help) where help.entry.scalars.isEmpty && commands[.main]?[press] == .help:
            // What opens the help closes it again, unless something is being searched for.
            return .command(.cancel)
        case .threshold, .export, .search, .note, .filter, .filterName, .bulkCount, .help, .palette:
            return Self.edit(press).map(Action.edit)
        case nil, .queue, .theme, .proof, .bulk, .certificate, .facets, .confirmQuit, .confirmLoss: return nil
        }
    }

    /// What a command comes to, whatever key asks for it.
    func action(of command: Command, in state: ReviewState) -> Action {
        if case .palette(let palette) = state.dialog, let action = paletteAction(command, palette, state) {
            return action
        }
        return .command(command)
    }

    /// Where commands hold that have a meaning now, what comes first first.
    static func scopes(in state: ReviewState) -> [KeyScope] {
        switch state.dialog {
        case nil where state.plot.isCrosshairShown && state.queue == nil: [.everywhere, .crosshair, .main]
        case nil: [.everywhere, .main]
        case .threshold, .export, .search, .note, .filterName, .bulkCount, .help, .palette: [.everywhere, .dialog]
        case .filter: [.everywhere, .filter, .dialog]
        case .queue, .theme, .proof, .bulk, .certificate, .facets, .confirmQuit, .confirmLoss:
            [.everywhere, .dialog, .panel, .main]
        }
    }

    /// How a message says where the keys are to be seen: `; ? shows the keys`.
    public var helpHint: String { table.key(of: .help).map { "; \($0.name) shows the keys" } ?? "" }

    func paletteAction(_ command: Command, _ palette: PaletteDialog, _ state: ReviewState) -> Action? {
        let rows = PaletteRows.rows(for: palette.entry.text, in: state, table)
        let row = min(palette.row, rows.count - 1)
        switch command {
        case .nextRow: return .palette(.choose(min(row + 1, rows.count - 1)))
        case .previousRow: return .palette(.choose(row - 1))
        case .nextPage: return .palette(.choose(min(row + 10, rows.count - 1)))
        case .previousPage: return .palette(.choose(row - 10))
        case .nextFormat: return row < 0 ? nil : .palette(.fill(rows[row].filled))
        case .confirm:
            guard row >= 0 else {
                let names = table.keyNames
                return .palette(.refuse("no command has this in its name; \(names[.nextFormat]) completes names"))
            }
            return .run(rows[row].entry.command, argument: rows[row].argument, line: rows[row].line)
        default: return nil
        }
    }

    private static func confirmation(_ press: KeyPress) -> Action? {
        switch press {
        case .character("y"): .command(.confirm)
        case .character("n"): .command(.cancel)
        default: nil
        }
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
