public import ReviewScreens
public import ReviewSession
public import TerminalCanvas

/// A screen whose state dialogs can lie over: keys, mouse and pasted text come to the same actions on each of them.
public protocol DialogScreen: StackedScreen {
    associatedtype State: DialogHost

    /// The loop whose screen it is.
    var loop: ScreenLoop { get }
    /// Its commands, with the keys that hold.
    var keys: KeyMap { get }
    /// What it shows, as it is now.
    var state: State { get }
    /// What the last frame had where.
    var spots: SpotMap { get }
    /// False where the terminal is too small to draw on: nothing may change while nothing can be seen.
    var isLargeEnough: Bool { get }
    /// What to say to pasted text where no line is open.
    var pasteRefusal: String { get }

    /// Does what any screen can be asked for, and has a frame drawn.
    func take(_ action: ScreenAction)
}

extension DialogScreen {
    public var isLargeEnough: Bool { true }
    public var pasteRefusal: String { "pasted text does nothing here" }
    public var isAsking: Bool { state.dialog != nil }

    public var shared: SharedLook {
        get { state.shared }
        set { take(.cameForward(newValue)) }
    }

    public func take(_ press: KeyPress) {
        // What cannot be seen takes no keys, nor text: what leaves has its meaning as without a dialog.
        if !isLargeEnough {
            guard let command = keys.command(under: state, for: press),
                [.quit, .interrupt, .suspend, .redraw].contains(command)
            else { return }
            if command == .quit, let open = state.dialog { take(.dialog(open.id, .cancel)) }
            return take(.command(command))
        }
        guard let action = keys.action(for: press, in: state) else {
            if press.modifiers.contains(.alt) {
                // No key has Alt; what comes so is Esc with the next key on its heels.
                take(KeyPress(.escape))
                if loop.outcome == nil { take(KeyPress(press.key, press.modifiers.subtracting(.alt))) }
                return
            }
            if state.dialog == nil {
                take(.notice(Message(.refusal, "\(press.name) does nothing here\(keys.helpHint)")))
            }
            return
        }
        take(action)
    }

    public func take(_ event: MouseEvent) {
        switch spots.meaning(of: event, in: state, keys) {
        case .action(let action): take(action)
        case .key(let press): click(press)
        case nil: break
        }
    }

    /// Does what a key does that a click was on.
    public func click(_ press: KeyPress) {
        loop.drawAnew()
        take(press)
    }

    public func take(paste bytes: [UInt8]) {
        guard isLargeEnough else { return }
        guard state.dialog == nil else {
            return take(.edit(.insert(String(decoding: bytes.prefix(5 * TextEntry.limit), as: UTF8.self))))
        }
        take(.notice(Message(.refusal, pasteRefusal)))
    }

    public func text(typedBy press: KeyPress) -> String? {
        guard isLargeEnough, case .edit(.insert(let text)) = keys.action(for: press, in: state) else { return nil }
        return text
    }

    public func insert(_ text: String) { take(.edit(.insert(text))) }

    public func tell(_ text: String) { take(.notice(Message(.notice, text))) }
}
