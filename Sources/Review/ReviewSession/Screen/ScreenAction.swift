/// What keys, mouse, lines and the loop can ask of any screen.
public enum ScreenAction: Sendable {
    /// A named command, from a key.
    case command(Command)
    /// A named command with what it is to be done with, as `:` takes it; `line` is what was typed, for the history.
    case run(Command, argument: String?, line: String)
    /// Something is to be done to a dialog, if it is the one that is open.
    case dialog(DialogID, DialogAction)
    /// A change to the line of text that a dialog holds.
    case edit(TextEdit)
    /// The screen came to the top of the stack, with what all screens share as it was left.
    case cameForward(SharedLook)
    /// What was said last was taken notice of.
    case heard
    /// Closes a dialog that was only looked at, without a word.
    case dismiss
    /// A notice from outside, such as a theme that could not be found.
    case notice(Message)

    /// True for a command, from a key or a line.
    var isCommand: Bool {
        switch self {
        case .command, .run: true
        case .dialog, .edit, .cameForward, .heard, .dismiss, .notice: false
        }
    }
}

extension DialogHost {
    /// Does what any screen can be asked for.
    public mutating func take(_ action: ScreenAction) -> [Effect] {
        switch action {
        case .command(let command): return perform(command)
        case .run(let command, let argument, let line): return run(command, argument, line: line)
        case .dialog(let id, let action): return dialog?.id == id ? change(action) : []
        case .edit(let edit): return change(.edit(edit))
        case .cameForward(let shared): take(shared)
        case .heard: message = nil
        case .dismiss:
            let message = message
            let effects = perform(.cancel)
            self.message = message
            return effects
        case .notice(let message): self.message = message
        }
        return []
    }
}
