public import DensityPlot
public import ReviewScreens
public import ReviewSession
public import RoundModel

/// What holds where the command line says nothing else.
public struct Configuration: Sendable {
    /// A theme by its name or path, and where the file names it.
    public var theme: Setting<String>?
    /// Who gives the verdicts; not yet checked.
    public var reviewer: Setting<String>?
    /// False to leave the mouse to the terminal.
    public var mouse = true
    /// False to begin the first review without the card that says what is on the screen.
    public var introduction = true
    /// The command that copies are given to, with its arguments; empty for none.
    public var clipboard: [String] = []
    /// The share of a sample that every reviewer is given, 0 to 1.
    public var overlap: Double?
    /// Thresholds that hold where there is no earlier review.
    public var thresholds = ThresholdDefaults()
    /// How far a key moves the thresholds of a score; the rest follow the scores.
    public var steps: [ScoreName: ThresholdStep] = [:]
    /// Names that fields go by, before the usual ones; the first that is there.
    public var aliases: [FieldRole: [String]] = [:]
    /// How scores are laid out along the plot's axes.
    public var scale = AxisScale.linear
    /// What the plot's colours mean.
    public var colouring = PlotColouring.bucket
    /// The commands with the keys that hold.
    public var table = CommandTable.standard
    /// What to tell whoever wrote it, a line each: `FILE:LINE: …`.
    public var notices: [String] = []

    /// What holds where there is no file.
    public init() {}

    /// A value and where it was set.
    public struct Setting<Value: Sendable>: Sendable {
        /// The value as it was written.
        public var value: Value
        /// `FILE:LINE`, for messages.
        public var origin: String
    }

    /// The file that is read where none is named; nil where there is no home folder.
    ///
    /// - Parameter environment: looks up `XDG_CONFIG_HOME` and `HOME`.
    public static func usualPath(environment: (String) -> String?) -> String? {
        if let config = environment("XDG_CONFIG_HOME"), config.hasPrefix("/") {
            return "\(config)/redsieve/config.toml"
        }
        guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
        return "\(home)/.config/redsieve/config.toml"
    }
}
