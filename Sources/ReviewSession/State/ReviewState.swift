public import DensityPlot
public import RoundModel

/// Everything that the review knows and shows: a value, changed only by `reduce`.
public struct ReviewState: Sendable {
    public var round: RoundState
    public var thresholds: ThresholdState
    /// The newest finished count; it may lag behind the thresholds for a moment.
    public var tally: Tally?
    /// The newest finished plot.
    public var grid: DensityGrid?
    public var plotDrawing: PlotDrawing
    public var list: ListState
    public var reading: ReadingState
    /// The pane that movement keys go to.
    public var focus: Pane
    /// What lies over the screen and takes the keys; nil for none.
    public var dialog: Dialog?
    public var message: Message?
    public var panes: PaneSizes
    public var requests: Requests
    /// Set while an export runs.
    public var exportRun: ExportRun?

    /// A review that has not read anything yet.
    ///
    /// - Parameters:
    ///   - name: the round's name, for the title while the first rows are on their way.
    ///   - given: the thresholds that were given by the user.
    ///   - exportDirectory: where an export goes unless the user says otherwise.
    public init(
        name: String,
        given: ThresholdDefaults = ThresholdDefaults(),
        exportDirectory: String = "export",
        plotDrawing: PlotDrawing = .braille
    ) {
        round = RoundState(name: name)
        thresholds = ThresholdState(given: given)
        list = ListState()
        reading = ReadingState()
        focus = .list
        panes = PaneSizes()
        requests = Requests()
        self.plotDrawing = plotDrawing
        exportSettings = ExportSettings(directory: exportDirectory)
    }

    /// What the export dialog was last set to.
    public var exportSettings: ExportSettings

    /// True while something is on its way that would change what the screen shows now.
    public var isSettling: Bool {
        round.count > 0 && (tally.map { $0.thresholds != thresholds.now || $0.baseline != thresholds.baseline } ?? true)
    }
}

/// The parts of the screen that keys can go to.
public enum Pane: CaseIterable, Sendable {
    case list
    case reading
}

/// How the plot shows density.
public enum PlotDrawing: String, CaseIterable, Sendable {
    /// Eight dots a cell.
    case braille
    /// Two blocks a cell.
    case blocks
    /// A character a cell, where nothing else can be shown.
    case ascii

    /// Dots across and up in one cell.
    public var dotsPerCell: (columns: Int, rows: Int) {
        switch self {
        case .braille: (2, 4)
        case .blocks: (1, 2)
        case .ascii: (1, 1)
        }
    }
}

/// One line to the user about what was done, or why it was not.
public struct Message: Hashable, Sendable {
    public enum Kind: Sendable {
        case done, notice, refusal, failure
    }

    public var kind: Kind
    public var text: String

    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// How much room the layout gives to each part, told to the session after each layout.
public struct PaneSizes: Hashable, Sendable {
    /// Cells of the plot's inner area.
    public var plotColumns = 0
    public var plotRows = 0
    /// Rows of items in the list.
    public var listRows = 0
    /// Lines of text in the reading pane, and how many lines its text takes in all.
    public var readingRows = 0
    public var readingLines = 0

    public init() {}
}
