public import ReviewScreens
public import ReviewSession
public import TerminalCanvas

/// What is to be played on a review, read from a text; see `ScriptReader` for how that is written.
public struct ReviewScript: Sendable {
    /// What it is called in messages.
    public var name: String
    /// What holds from the start.
    public var setup: Setup
    /// What is done, in order.
    public var lines: [Line]
    /// What to tell whoever wrote it, though it can be played: `FILE:LINE: …`.
    public var notices: [String] = []

    /// What a script says before its first step.
    public struct Setup: Hashable, Sendable {
        /// Cells of the screen.
        public var size = TerminalSize(columns: 120, rows: 36)
        /// Colours that its terminal has: 0, 8, 16 or 256.
        public var colors = 256
        /// The finest characters that it can be drawn with.
        public var drawing = DrawingLevel.braille
        /// What a new review draws its samples with; nil for chance.
        public var seed: UInt64?
        /// Seconds that each key and command is said to take, where what is shown must not depend on the machine; nil for
        /// the time that goes by.
        public var pace: Double?
        /// True to greet who is here for the first time.
        public var isFirst = false
    }

    /// One step and where it stands.
    public struct Line: Sendable {
        /// Counted from 1.
        public var number: Int
        public var step: Step
        /// True where the step may be refused.
        public var isTried: Bool
    }

    /// What a line asks for.
    public enum Step: Hashable, Sendable {
        /// A command by its name.
        case command(TypedCommand)
        /// Keys, one after the other.
        case keys([KeyPress])
        /// Characters, each as a key.
        case type(String)
        /// Text that comes at once.
        case paste(String)
        /// Another size of the terminal.
        case size(TerminalSize)
        /// The screen must show a text now.
        case expect(String)
        /// How long one line may take from now on, in seconds.
        case timeout(Int)
        /// The screen is kept in a file.
        case snapshot(SnapshotRequest)
        /// The screen becomes a picture of the next film, seen for some seconds.
        case frame(Double)
        /// The pictures so far are kept in a file as a film.
        case film(SnapshotRequest)
    }
}

/// What is wrong with a script, or with what it asked for.
public struct ScriptProblem: Error, Hashable, Sendable {
    /// As sysexits.h has it: 65 for a line that is wrong or was refused, 73 and 74 for a file that cannot be made or
    /// written, 75 for a line that took too long.
    public var status: Int32
    /// The script, the line, and what is wrong, without a full stop; it may hold what the script says.
    public var message: String

    init(status: Int32 = 65, _ script: String, line: Int, _ text: String) {
        self.status = status
        message = "\(script):\(line): \(text)"
    }
}
