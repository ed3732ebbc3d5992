public import ReviewSession
public import TerminalCanvas

/// What a key means, given what the screen shows.
public enum KeyMap {
    /// The action that a key asks for; nil for a key without a meaning here.
    ///
    /// - Complexity: O(1).
    public static func action(for press: KeyPress, in state: ReviewState) -> Action? {
        let scopes: [KeyScope]
        switch state.dialog {
        case nil: scopes = [.everywhere, .main]
        case .threshold, .export, .search, .note, .filterName: scopes = [.everywhere, .dialog]
        case .filter: scopes = [.everywhere, .filter, .dialog]
        case .help, .queue, .proof, .bulk, .facets: scopes = [.everywhere, .dialog, .panel, .main]
        case .confirmQuit, .confirmLoss:
            // y means something else where nothing is asked.
            if let answer = confirmation(press) { return answer }
            scopes = [.everywhere, .dialog, .panel, .main]
        }
        for scope in scopes {
            if let command = commands[scope]?[press] { return .command(command) }
        }
        switch state.dialog {
        case .threshold, .export, .search, .note, .filter, .filterName: return edit(press).map(Action.edit)
        case nil, .help, .queue, .proof, .bulk, .facets, .confirmQuit, .confirmLoss: return nil
        }
    }

    /// The table by scope and key; the first entry of a scope that names a key has it.
    private static let commands: [KeyScope: [KeyPress: Command]] = CommandTable.entries.reduce(into: [:]) {
        map,
        entry in
        for key in entry.keys where map[entry.scope]?[key] == nil {
            map[entry.scope, default: [:]][key] = entry.command
        }
    }

    private static func confirmation(_ press: KeyPress) -> Action? {
        switch press {
        case .character("y"): .command(.confirm)
        case .character("n"): .command(.cancel)
        default: nil
        }
    }

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
