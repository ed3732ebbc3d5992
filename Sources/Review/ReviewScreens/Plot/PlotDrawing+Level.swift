public import ReviewSession
public import TerminalCanvas

extension PlotDrawing {
    /// The finest drawing of a plot that a terminal can show.
    public init(_ level: DrawingLevel) {
        switch level {
        case .ascii: self = .ascii
        case .blocks: self = .blocks
        case .braille: self = .braille
        }
    }
}
