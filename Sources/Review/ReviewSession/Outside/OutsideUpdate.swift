/// What is told of a row on its way out of the screen.
public enum OutsideUpdate: Sendable {
    /// No program took a copy: the terminal is left to be offered it.
    case copyLeft(LeftCopy)
    /// A file is there for a pager or an editor.
    case fileWritten(ProgramCall)
}
