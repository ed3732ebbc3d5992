public import ReviewSession
public import TerminalCanvas

/// What a key means, given what the screen shows.
public enum KeyMap {
    /// The action that a key asks for; nil for a key without a meaning here.
    ///
    /// - Complexity: O(entries of the table).
    public static func action(for press: KeyPress, in state: ReviewState) -> Action? {
        let scopes: [KeyScope]
        switch state.dialog {
        case nil: scopes = [.everywhere, .main]
        case .threshold, .export: scopes = [.everywhere, .dialog]
        case .help, .confirmQuit: scopes = [.everywhere, .dialog, .panel, .main]
        }
        for scope in scopes {
            if let entry = CommandTable.entries.first(where: { $0.scope == scope && $0.keys.contains(press) }) {
                return .command(entry.command)
            }
        }
        if case .confirmQuit = state.dialog { return confirmation(press) }
        if case .help = state.dialog { return nil }
        return state.dialog == nil ? nil : edit(press).map(Action.edit)
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
