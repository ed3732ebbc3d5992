/// A terminal as the event loop sees it. Everything is called on one thread.
public protocol Terminal: AnyObject {
    /// The present size in cells.
    var size: TerminalSize { get }
    /// What the terminal can show, as far as it is known.
    var abilities: TerminalAbilities { get }

    /// Shows a canvas: only what differs from the last one is sent.
    ///
    /// - Complexity: O(cells).
    func present(_ canvas: Canvas)

    /// Forgets what the terminal shows, so that the next canvas is sent whole.
    func invalidate()

    /// Waits for the next event.
    ///
    /// - Parameter timeoutMilliseconds: how long to wait at most; 0 takes only what is there, nil waits without end.
    /// - Returns: nil when the time is over.
    func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent?

    /// Has the mouse sent as events, or gives it back to the terminal, which then selects text with it. Nothing where
    /// `abilities` know of none.
    func takeMouse(_ take: Bool)

    /// Gives the terminal back, stops the process as Ctrl-Z does, and takes the terminal again when it goes on.
    func suspend()

    /// Gives the terminal to another program for as long as `body` runs, and takes it again: modes, screen and cursor are as
    /// before, and a size that changed meanwhile is the next event. Keys that would interrupt or quit are the other's.
    ///
    /// - Parameter body: is given the terminal's descriptor; -1 where there is none.
    func lend<Result>(_ body: (_ descriptor: Int32) -> Result) -> Result

    /// Offers a text to the terminal for its clipboard.
    ///
    /// - Complexity: O(bytes).
    func offerToClipboard(_ text: [UInt8]) -> ClipboardOffer

    /// Gives the terminal back as it was found. Further calls do nothing.
    func close()

    /// True where somebody sits who can be given a clipboard, a pager or an editor.
    var isAttended: Bool { get }
}

extension Terminal {
    /// For terminals without a mouse.
    public func takeMouse(_ take: Bool) {}

    public var isAttended: Bool { true }
}
