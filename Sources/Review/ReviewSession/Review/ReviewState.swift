public import DensityPlot
public import ReviewAudit
public import RoundModel
import Verdicts

/// Everything that the review knows and shows: a value, changed only by `reduce`.
public struct ReviewState: Sendable {
    /// The round, and how far it has been read.
    public internal(set) var round: RoundState
    /// The three lines, the baseline, and the moves that can be undone.
    public internal(set) var thresholds: ThresholdState
    /// What the buckets hold there.
    public internal(set) var counting = CountState()
    /// What is wanted of the thresholds in their dialog, and what that comes to.
    var wishing = WishState()
    /// The plot: its part of the plane, axes, colours, legend and crosshair.
    public internal(set) var plot: PlotState
    /// What is looked for: search, filter, facets.
    public internal(set) var find = FindState()
    /// What people said about the items.
    public internal(set) var verdicts: VerdictState
    /// How queues are made, and the one that is worked through.
    public internal(set) var queueing: Queueing
    /// Marks, and verdicts on many items.
    public internal(set) var bulk = BulkState()
    /// What the verdicts show, as far as that was asked for.
    public internal(set) var evidence = EvidenceState()
    /// The same along thresholds and scores.
    public internal(set) var curves = CurveState()
    /// The plan and certificate of the review.
    public internal(set) var certificate = CertificateState()
    /// Exports.
    public internal(set) var export: ExportState
    /// What they are not to train on.
    public internal(set) var leaks = LeakState()
    /// The list below the plot, with its cursor and texts.
    public internal(set) var list = ListState()
    /// Its order by a field of the rows.
    public internal(set) var sorting = SortState()
    /// The pane with the text of the row under the cursor.
    public internal(set) var reading = ReadingState()
    /// That text in rows, where it is long.
    public internal(set) var longText = LongText()
    /// What the mouse is at.
    public internal(set) var pointer = PointerState()
    /// Its dialog, its message, and what it shares with other screens.
    public var front: ScreenFront<ReviewState>
    /// The sizes of the newest layout; all 0 before the first.
    public internal(set) var panes = PaneSizes()
    /// When the present action happened, and how fast work goes.
    var clock = SessionClock()
    /// True where the last key closed something: the next one that closes then leaves the filter on.
    var isClosing = false

    /// A review that has not read anything yet.
    ///
    /// - Parameters:
    ///   - name: the round's name, for the title while the first rows are on their way.
    ///   - given: the thresholds that were given by the user.
    ///   - configured: those that hold where nothing else says otherwise, before the data.
    ///   - grid: what the items are a sample of; nil where they are the round.
    ///   - isFirst: true where nobody has opened a review before.
    ///   - introduces: true to begin with the card that says what is on the screen.
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
        grid: ReviewedGrid? = nil,
        isFirst: Bool = false,
        introduces: Bool = false
    ) {
        round = RoundState(name: name, steps: steps, grid: grid)
        thresholds = ThresholdState(given: given, configured: configured)
        plot = PlotState(scale: scale, colouring: colouring, finest: plotDrawing)
        self.verdicts = verdicts
        queueing = Queueing(overlap: overlap)
        export = ExportState(directory: exportDirectory)
        front = ScreenFront(themes: themes, mouse: mouse, keyNames: keyNames, isFirst: isFirst)
        if introduces { front.dialog = IntroductionDialog() }
    }

    /// The items that counts, plot and lists speak of.
    public var population: Population {
        Population(
            round.columns,
            members: find.members,
            judged: verdicts.judged
        )
    }

    /// The items that the list can hold: of the population, on tabs of their own those with a verdict or a mark.
    var listPopulation: Population {
        let items: ItemMarks
        switch list.tab {
        case .judged: items = verdicts.matched.answered
        case .marked: items = bulk.marks
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
        if list.tab == .marked { revision.marks = bulk.markRevision + 1 }
        return revision
    }

    /// Changes whenever other items take part, whatever people say about them.
    var itemRevision: Revision {
        var revision = Revision(round: round.revision)
        revision.filter = find.filtering.shownRevision
        guard let search = find.search, search.isOnly else { return revision }
        (revision.search, revision.hits) = (search.number, search.revision)
        return revision
    }

    /// What is on its way that would change what the screen shows now; nil for nothing. Of several, what comes first.
    ///
    /// - Complexity: O(rows of the list on the screen).
    public var unsettledPart: UnsettledPart? {
        guard round.count > 0 else { return nil }
        if counting.tally.map({ $0.thresholds != thresholds.now || $0.baseline != thresholds.baseline }) ?? true {
            return .counts
        }
        if isFilterBehind { return .counts }
        if list.tab == .invalid { return list.awaitsInvalidTexts ? .texts : nil }
        if list.asked.isPending && !(list.asked.request?.isSameList(as: list.listed) ?? true)
            || !list.window.covers(list.visibleRows(in: panes))
        {
            return .list
        }
        return visibleItems.contains { texts[$0] == nil } || awaitsLongText ? .texts : nil
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
    /// Columns that it is broken to; 0 where it is hidden.
    public var readingWidth = 0
    /// True where it is spelled in ASCII.
    public var isASCII = false
    /// True while the screen has only the beginning of it.
    public var isReadingPartial = false
    /// The room of a dialog that scrolls.
    public var dialog = DialogRoom()
    /// Columns that its widest line goes on beyond them.
    public var readingColumns = 0
    /// The line of each place where a search matches, in their order.
    public var highlightedLines: [Int] = []
    /// The row that the list begins with, where it is told in pages of their own; nil where it follows its cursor.
    public var listTop: Int?

    public init() {}
}
