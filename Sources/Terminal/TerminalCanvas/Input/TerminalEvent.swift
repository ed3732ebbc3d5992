/// What a terminal has to tell.
public enum TerminalEvent: Hashable, Sendable {
    /// One key was pressed.
    case key(KeyPress)
    /// The mouse, as long as it is taken; motions that were not fetched in time are one.
    case mouse(MouseEvent)
    /// Text that was pasted (bracketed paste), as it came.
    case paste([UInt8])
    /// The terminal has a new size; `Terminal.size` tells it.
    case resized
    /// More is known of what the terminal can show; `Terminal.abilities` tells.
    case abilities
    /// A worker has left something: the event loop was woken, nothing was pressed.
    case woken
    /// The terminal is gone, or the process was asked to end; nothing more will come.
    case ended(EndReason)

    /// Why nothing more will come.
    public enum EndReason: Hashable, Sendable {
        /// The terminal closed or can no longer be read.
        case hangUp
        /// SIGINT from elsewhere; Ctrl-C typed is the key `control("c")`.
        case interrupted
        /// Another signal that asks for the end, SIGTERM or SIGHUP; it is raised again once everything is closed.
        case asked(Int32)
    }
}
