public import ReviewSession

/// What a line asks for.
public enum PlainIntent: Sendable {
    /// Actions in steps; the next step waits until everything that follows from the last one is there.
    ///
    /// - asks: true where a line of text that is then open is a question, for the next line to answer.
    /// - tells: what to tell afterwards, whatever changed; nil for what changed.
    case actions([[Action]], asks: Bool = false, tells: PlainWord? = nil)
    /// Nothing is done, and something told.
    case word(PlainWord)
    /// The commands are told, or those that have something in common with a text.
    case help(String?)
    /// The question is told once more.
    case again
    /// It cannot be done, and why.
    case refused(String)
}
