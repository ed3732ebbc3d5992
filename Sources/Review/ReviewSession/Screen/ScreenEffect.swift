/// What only the loop can do for a screen, since it has the terminal and the other screens.
public enum ScreenEffect: Sendable {
    /// Take the mouse, or give it back to the terminal.
    case takeMouse(Bool)
    /// Give the terminal back and stop the process, as Ctrl-Z does.
    case suspend
    /// Send the whole screen anew.
    case redraw
    /// Keep the next frame in a file; answered by `notice`.
    case snapshot(SnapshotRequest)
    /// Leave with an exit status, and a line for standard error where there is something to say.
    case quit(status: Int32, message: String?)
}

extension ScreenEffect: CustomStringConvertible {
    /// What it is, without what it is about: for the log.
    public var description: String {
        switch self {
        case .takeMouse: "take mouse"
        case .suspend: "suspend"
        case .redraw: "redraw"
        case .snapshot: "snapshot"
        case .quit: "quit"
        }
    }
}

/// What a screen wants done, among it what every screen can want.
public protocol ScreenEffects: Sendable {
    /// One of those.
    static func screen(_ effect: ScreenEffect) -> Self
}

extension ScreenEffects {
    static func takeMouse(_ take: Bool) -> Self { .screen(.takeMouse(take)) }
    static func snapshot(_ request: SnapshotRequest) -> Self { .screen(.snapshot(request)) }
    /// Leave with an exit status, and a line for standard error where there is something to say.
    public static func quit(status: Int32, message: String?) -> Self {
        .screen(.quit(status: status, message: message))
    }
}
