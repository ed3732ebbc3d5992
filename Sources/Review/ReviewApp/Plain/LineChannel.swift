/// Where the lines of a review without a screen come from and go to. Everything is called on one thread.
public protocol LineChannel: AnyObject {
    /// True where somebody types the lines, who is told when one is waited for.
    var isInteractive: Bool { get }
    /// Columns that lines are to be broken at; nil where they are not.
    var columns: Int? { get }

    /// Writes text at once.
    ///
    /// - Returns: false where it can reach nobody any more.
    func write(_ text: String) -> Bool

    /// Asks for a line, where somebody types; once more where one is asked for already, with what was typed of it.
    ///
    /// - Returns: as `write`.
    func prompt() -> Bool

    /// Remembers a line that somebody typed, to be called back by a key.
    ///
    /// - Parameter isKept: whether later runs of the program may remember it too.
    func remember(_ line: String, isKept: Bool)

    /// Waits for the next event.
    ///
    /// - Parameters:
    ///   - takesLine: false to leave lines where they are.
    ///   - timeoutMilliseconds: how long to wait at most; nil waits without end.
    /// - Returns: nil when the time is over.
    func nextEvent(takesLine: Bool, timeoutMilliseconds: Int?) -> LineEvent?

    /// Stops the process until it is told to go on.
    ///
    /// - Returns: false where nobody could tell it.
    func suspend() -> Bool
}

/// What can come from where lines come from.
public enum LineEvent: Hashable, Sendable {
    /// A line without its end, as it came. One that is too long to be anything comes cut.
    case line([UInt8])
    /// A worker has left something.
    case woken
    /// There will be no more lines.
    case end
    /// Ctrl-C, or SIGINT from elsewhere.
    case interrupted
    /// The process was asked to end, by the signal with a number.
    case ended(Int32)
}
