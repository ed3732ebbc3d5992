public import DensityPlot
public import ItemFilter
public import ReviewAudit
public import RoundModel
public import Verdicts

/// Everything that the review knows and shows: a value, changed only by `reduce`.
public struct ReviewState: Sendable {
    /// The round, and how far it has been read.
    public internal(set) var round: RoundState
    /// The three lines, the baseline, and the moves that can be undone.
    public internal(set) var thresholds: ThresholdState
    /// The newest finished count; nil before the first. It may lag behind the thresholds for a moment.
    public internal(set) var tally: Tally?
    /// Counts the items at once where it is of the present ones; nil until it is made, and then counts are asked for.
    public internal(set) var index: ScoreIndex?
    /// The newest finished plot; nil before the first. It may be of another size than the pane for a moment.
    public internal(set) var grid: DensityGrid?
    /// The part of the score plane that somebody asked for; nil where the scores decide.
    public internal(set) var chosenViewport: Viewport?
    /// How the plot shows density; `ascii` stays where the terminal shows nothing else.
    public internal(set) var plotDrawing: PlotDrawing
    /// Axes, colours, legend and crosshair of the plot.
    public internal(set) var plot: PlotState
    /// What is searched for in the texts; nil for nothing.
    public internal(set) var search: SearchState?
    /// The filter in force; nil for none.
    public internal(set) var filter: FilterState?
    /// The filter that is being typed; nil where the line is none.
    public internal(set) var filterPreview: FilterState?
    /// The newest pattern in a filter that turned out to be none.
    var refusedPattern: RefusedPattern?
    /// The filters with a name, in the order of their names.
    public internal(set) var filters: [NamedFilter] = []
    /// The fields that the rows have; nil until somebody looked.
    public internal(set) var fields: FilterFields?
    /// The fields with few values, and counts of them.
    public internal(set) var facets = FacetState()
    /// The filter that was in force last, to offer it again.
    var lastFilter: String?
    /// The filter that was in force when the review was left; nil once it is taken up.
    var resumedFilter: String?
    /// The items that filter and search leave; nil for all.
    var members: ItemSet?
    /// What `members` was made of.
    var membersRevision: Revision?
    /// What people said about the items.
    public internal(set) var verdicts: VerdictState
    /// The contents of all items; nil until something needs them.
    public internal(set) var content: ContentKeys?
    /// How far reading them has come, 0 to 1; nil while nobody does.
    public internal(set) var contentFraction: Double?
    /// Why they could not be read, until something asks for them again.
    var contentProblem: String?
    /// How fast what goes through all rows goes.
    public internal(set) var paces: [PacedWork: Pace] = [:]
    /// The queue that is worked through, in place of plot and list; nil for none.
    public internal(set) var queue: QueueState?
    /// A queue that was asked for and is being made.
    public internal(set) var pendingQueue: PendingQueue?
    /// The items that were marked, to be judged at once.
    public internal(set) var marks = ItemMarks()
    /// Grows with each change of the marks.
    var markRevision = 0
    /// A verdict on many items that is being made.
    public internal(set) var pendingBulk: PendingBulk?
    /// What the verdicts prove, as far as that was asked for.
    public internal(set) var proof = ProofState()
    /// The share of a sample that every reviewer is given; the rest is shared out among them.
    public internal(set) var queueOverlap: QueueOverlap
    /// The plan and certificate of the review.
    public internal(set) var certificate = CertificateState()
    /// Where to go on from, until all rows are there.
    var resuming: ReviewPlace?
    /// Answers that a queue asked for last.
    public internal(set) var queueGoal = 59
    /// The list below the plot, with its cursor and texts.
    public internal(set) var list: ListState
    /// The pane with the text of the row under the cursor.
    public internal(set) var reading: ReadingState
    /// The pane that movement keys go to.
    public internal(set) var focus: Pane
    /// When the present action happened.
    var moment = Moment()
    /// The mouse, and what it is at.
    public internal(set) var mouse: MouseState
    /// What lies over the screen and takes the keys; nil for none.
    public internal(set) var dialog: Dialog?
    /// What the last key or a worker had to say; nil for nothing. The next key outside a dialog takes it away.
    public internal(set) var message: Message?
    /// The sizes of the newest layout; all 0 before the first.
    public internal(set) var panes: PaneSizes
    /// What has been asked of the workers.
    public internal(set) var requests: Requests
    /// Set while an export runs; there is one at a time.
    public internal(set) var exportRun: ExportRun?
    /// The themes there are, and the one that is shown.
    public internal(set) var themes: ThemeState
    /// What the keys are called that messages name.
    public internal(set) var keyNames: KeyNames
    /// True where nobody has opened a review before, until help or palette were found.
    public internal(set) var isFirst: Bool
    /// Lines that were run from the palette, the newest first, each once.
    public internal(set) var history: [String] = []

    /// A review that has not read anything yet.
    ///
    /// - Parameters:
    ///   - name: the round's name, for the title while the first rows are on their way.
    ///   - given: the thresholds that were given by the user.
    ///   - configured: those that hold where nothing else says otherwise, before the data.
    ///   - isFirst: true where nobody has opened a review before.
    ///   - steps: how far a key moves the thresholds of a score, where that is not to follow the scores.
    ///   - exportDirectory: where an export goes unless the user says otherwise.
    ///   - plotDrawing: the finest that the terminal can show.
    ///   - scale: how scores are laid out along the plot's axes.
    ///   - colouring: what the plot's colours mean.
    ///   - verdicts: the reviewer, and the file that keeps what is said.
    ///   - overlap: the share of a sample that every reviewer is given.
    ///   - themes: those there are, and the one that is shown.
    ///   - mouse: whether the terminal has one, and whether the program takes it.
    ///   - keyNames: what keys are called that messages name.
    public init(
        name: String,
        given: ThresholdDefaults = ThresholdDefaults(),
        configured: ThresholdDefaults = ThresholdDefaults(),
        steps: [ScoreName: ThresholdStep] = [:],
        exportDirectory: String = "export",
        plotDrawing: PlotDrawing = .braille,
        scale: AxisScale = .linear,
        colouring: PlotColouring = .bucket,
        verdicts: VerdictState = VerdictState(),
        overlap: QueueOverlap = .standard,
        themes: ThemeState = ThemeState(),
        mouse: MouseState = MouseState(),
        keyNames: KeyNames = KeyNames(),
        isFirst: Bool = false
    ) {
        self.isFirst = isFirst
        self.verdicts = verdicts
        queueOverlap = overlap
        self.themes = themes
        self.mouse = mouse
        self.keyNames = keyNames
        round = RoundState(name: name)
        round.steps = steps
        thresholds = ThresholdState(given: given, configured: configured)
        list = ListState()
        reading = ReadingState()
        focus = .list
        panes = PaneSizes()
        requests = Requests()
        self.plotDrawing = plotDrawing
        plot = PlotState(scale: scale, colouring: colouring, finest: plotDrawing)
        exportSettings = ExportSettings(directory: exportDirectory)
    }

    /// What the export dialog was last confirmed with, and opens with.
    public internal(set) var exportSettings: ExportSettings

    /// The items that counts, plot and lists speak of.
    public var population: Population {
        Population(
            round.columns,
            members: members,
            judged: verdicts.judged
        )
    }

    /// The items that the list can hold: of the population, on tabs of their own those with a verdict or a mark.
    var listPopulation: Population {
        let items: ItemMarks
        switch list.tab {
        case .judged: items = verdicts.matched.spoken
        case .marked: items = marks
        case .bucket, .moved, .invalid: return population
        }
        let members = items.set(within: population.members, universe: round.count)
        return Population(round.columns, members: members, judged: verdicts.judged)
    }

    /// Changes whenever `population` does.
    public var revision: Revision {
        var revision = itemRevision
        revision.verdicts = verdicts.revision
        return revision
    }

    /// Changes whenever `listPopulation` does.
    var listRevision: Revision {
        var revision = revision
        if list.tab == .marked { revision.marks = markRevision + 1 }
        return revision
    }

    /// Changes whenever other items take part, whatever people say about them.
    var itemRevision: Revision {
        var revision = Revision(round: round.revision)
        revision.filter = filter?.revision ?? 0
        guard let search, search.isOnly else { return revision }
        (revision.search, revision.hits) = (search.number, search.revision)
        return revision
    }

    /// The part of the score plane that the plot shows; nil until the first items are there.
    public var viewport: Viewport? {
        // Axes that followed a line on its way would move it from under the pointer.
        mouse.drag?.viewport ?? chosenViewport ?? fittingViewport
    }

    /// What it shows as long as nobody chooses another part.
    var fittingViewport: Viewport? {
        guard let safety = round.safety, let helpfulness = round.helpfulness else { return nil }
        return Viewport(fitting: safety, helpfulness, lines: thresholds.now, scale: plot.scale)
    }

    /// What is on its way that would change what the screen shows now; nil for nothing. Of several, what comes first.
    ///
    /// - Complexity: O(rows of the list on the screen).
    public var unsettledPart: UnsettledPart? {
        guard round.count > 0 else { return nil }
        if tally.map({ $0.thresholds != thresholds.now || $0.baseline != thresholds.baseline }) ?? true {
            return .counts
        }
        if isFilterBehind { return .counts }
        if list.tab == .invalid { return requests.invalidTexts.isEmpty ? nil : .texts }
        if requests.list.isPending && !(requests.list.request?.isSameList(as: list.listed) ?? true)
            || !list.window.covers(visibleRows)
        {
            return .list
        }
        return visibleItems.contains { list.texts[$0] == nil } ? .texts : nil
    }
}

/// What the screen can wait for.
public enum UnsettledPart: Sendable {
    /// The counts at the present thresholds.
    case counts
    /// The rows of the list.
    case list
    /// The texts of the rows.
    case texts
}

/// The parts of the screen that keys can go to.
public enum Pane: CaseIterable, Sendable {
    /// The list, where keys move from row to row.
    case list
    /// The reading pane, where keys scroll the text.
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
    /// What a message is about, which decides how it looks.
    public enum Kind: Sendable {
        /// Done is what a command came to, a notice is something to know, a refusal says why a key did nothing, a
        /// failure that files or the system stood in the way.
        case done, notice, refusal, failure
    }

    /// Whether it went well.
    public internal(set) var kind: Kind
    /// One line without a full stop; it may hold names from outside, and passes the sanitizer when it is drawn.
    public internal(set) var text: String

    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// How much room the layout gives to each part, told to the session after each layout.
public struct PaneSizes: Hashable, Sendable {
    /// Cells across the plot's inner area, where dots go; 0 where there is none.
    public var plotColumns = 0
    /// Cells up it.
    public var plotRows = 0
    /// Rows of items in the list; 0 where it is hidden.
    public var listRows = 0
    /// Lines of text that the reading pane shows; 0 where it is hidden.
    public var readingRows = 0
    /// Lines that its text takes in all at the pane's width.
    public var readingLines = 0
    /// Rows of the text of a dialog that scrolls; 0 where there is none.
    public var dialogRows = 0
    /// The most rows that such a dialog is scrolled down by; nil where there is none.
    public var dialogEnd: Int?
    /// The first of them that a search marks; nil where none is marked.
    public var firstMarkedLine: Int?
    /// The row that the list begins with, where it is told in pages of their own; nil where it follows its cursor.
    public var listTop: Int?

    public init() {}
}
