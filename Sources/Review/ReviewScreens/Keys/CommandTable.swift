public import ReviewSession
public import TerminalCanvas

/// One command as keys, help and palette know it; what it does and takes is in `CommandNotes`.
public struct CommandEntry: Sendable {
    /// What the keys ask for; it stands in the table once.
    public let command: Command
    /// The keys that ask for it, the one to show first.
    public var keys: [KeyPress]
    /// What it does, in a few words.
    public let title: String
    /// Where the keys hold.
    public let scope: KeyScope
    /// The part of the help that it is listed in.
    public let section: CommandSection
    /// What it does on a screen that gives it a meaning of its own, in a sentence; nil for the usual one.
    let own: CommandNote?

    public init(command: Command, keys: [KeyPress], title: String, scope: KeyScope, section: CommandSection) {
        self.init(command: command, keys: keys, title: title, scope: scope, section: section, own: nil)
    }

    init(
        command: Command,
        keys: [KeyPress],
        title: String,
        scope: KeyScope,
        section: CommandSection,
        own: CommandNote?
    ) {
        self.command = command
        self.keys = keys
        self.title = title
        self.scope = scope
        self.section = section
        self.own = own
    }
}

/// The parts of the help.
public enum CommandSection: String, CaseIterable, Sendable {
    /// Choosing and moving the three lines.
    case thresholds = "Thresholds"
    /// What a person says about an item.
    case verdicts = "Verdicts"
    /// Which items are listed, and the way through them.
    case lists = "Lists"
    /// Texts in the whole round.
    case search = "Search"
    /// Which items are shown at all.
    case filter = "Filter"
    /// The text of one item.
    case reading = "Reading"
    /// What the plot shows, and how.
    case plot = "Plot"
    /// The rounds of a campaign.
    case campaign = "Campaign"
    /// Export, help, leaving.
    case program = "Program"
    /// What holds while a dialog is open.
    case dialogs = "Dialogs"
}

/// The commands of a screen: the key map, help, palette, manual and key list are all made from this table.
///
/// `standard` has all there are, which the review, the manual and the configuration go by. Another screen takes its part.
public struct CommandTable: Sendable {
    /// The commands with the keys that hold, section by section.
    public let entries: [CommandEntry]
    private let places: [Command: Int]

    /// - Complexity: O(entries).
    public init(entries: [CommandEntry] = Self.entries) {
        self.entries = entries
        places = Dictionary(entries.indices.map { (entries[$0].command, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The table with the keys that nobody changed.
    public static let standard = CommandTable()

    /// The commands of one screen, with the keys that hold: some, and those that every screen has.
    ///
    /// - Complexity: O(entries).
    public func part(_ commands: Set<Command>) -> CommandTable {
        let shared = Set((Self.aids + Self.anyDialog).map(\.command) + [.helpScope])
        return CommandTable(entries: entries.filter { commands.contains($0.command) || shared.contains($0.command) })
    }

    /// What the table says of a command.
    public func entry(of command: Command) -> CommandEntry? { places[command].map { entries[$0] } }

    /// The first key of a command, for hints; nil where it has none.
    public func key(of command: Command) -> KeyPress? { entry(of: command)?.keys.first }

    /// What messages call the keys that hold.
    public var keyNames: KeyNames {
        KeyNames(
            Dictionary(
                entries.compactMap { entry in entry.keys.first.map { (entry.command, $0.name) } },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    /// Section by section, in the order of the help; where two entries of one scope share a key the first one has it.
    public static let entries: [CommandEntry] =
        thresholds + certificates + verdicts + lists + search + filter + reading + plot + program + aids + campaign
        + anyDialog + dialogs

    private static let thresholds: [CommandEntry] = [
        entry(.chooseAdv, "choose θ adv", .thresholds, "1"),
        entry(.chooseSafety, "choose θ safety", .thresholds, "2"),
        entry(.chooseHelp, "choose θ help", .thresholds, "3"),
        entry(.stepDown, "move the chosen θ down one step", .thresholds, [KeyPress(.left), .character("h")]),
        entry(.stepUp, "move the chosen θ up one step", .thresholds, [KeyPress(.right), .character("l")]),
        entry(.leapDown, "ten steps down", .thresholds, [KeyPress(.left, .shift), .character("H")]),
        entry(.leapUp, "ten steps up", .thresholds, [KeyPress(.right, .shift), .character("L")]),
        entry(.typeThreshold, "set it: a value, count or share", .thresholds, "="),
        entry(.lineBefore, "grid: θ to the line before", .thresholds, "("),
        entry(.lineAfter, "grid: θ to the line after", .thresholds, ")"),
        entry(.setBaseline, "make the present θ the baseline", .thresholds, "b"),
    ]

    private static let certificates: [CommandEntry] = [
        entry(.openCertificate, "certify a threshold by a sample", .thresholds, "C")
    ]

    private static let verdicts: [CommandEntry] = [
        entry(.agree, "agree with the call", .verdicts, "y"),
        entry(.callUnsafe, "unsafe: adversarial", .verdicts, "x"),
        entry(.callSafe, "safe: helpfulness decides", .verdicts, "s"),
        entry(.callHelpful, "safe and helpful: accepted", .verdicts, "v"),
        entry(.callNotHelpful, "safe, not helpful: discarded", .verdicts, "w"),
        entry(.callUnsure, "cannot tell", .verdicts, "t"),
        entry(.skip, "pass it over for now", .verdicts, "p"),
        entry(.flag, "flag it, or take the flag off", .verdicts, "!"),
        entry(.note, "write a note", .verdicts, "\""),
        entry(.openQueue, "open a queue: a sample or a hunt", .verdicts, "Q"),
        entry(.mark, "mark it, or take the mark off", .verdicts, "M"),
        entry(.judgeMany, "judge marked or listed ones at once", .verdicts, "B"),
        entry(.clearMarks, "take all marks off", .verdicts, "~"),
        entry(.showEvidence, "evidence: what the verdicts show", .verdicts, "P"),
        entry(.showCurves, "curves: sweep of θ, ROC and more", .verdicts, ";"),
        entry(.undo, "undo a verdict or a move", .verdicts, "u"),
        entry(.redo, "redo it", .verdicts, [.character("U"), .control("r")]),
    ]

    private static let lists: [CommandEntry] = [
        entry(.showAdversarial, "list the adversarial items", .lists, "a"),
        entry(.showAccepted, "list the accepted items", .lists, "c"),
        entry(.showDiscarded, "list the discarded items", .lists, "d"),
        entry(.showMoved, "list what moved since the baseline", .lists, "m"),
        entry(.showJudged, "list what has a verdict", .lists, "r"),
        entry(.showMarked, "list what is marked", .lists, "*"),
        entry(.showInvalid, "list the invalid rows", .lists, "i"),
        entry(.nextTab, "next list", .lists, "]"),
        entry(.previousTab, "previous list", .lists, "["),
        entry(.nextOrder, "change the order", .lists, "o"),
        entry(.reverseOrder, "reverse it", .lists, "O"),
        entry(.chooseColumns, "choose the columns, and sort by one", .lists, "^"),
        entry(.next, "next item, or next line of the text", .lists, [.character("j"), KeyPress(.down)]),
        entry(.previous, "previous item, or line", .lists, [.character("k"), KeyPress(.up)]),
        entry(.pageDown, "a page down", .lists, [KeyPress(.pageDown), .control("f")]),
        entry(.pageUp, "a page up", .lists, [KeyPress(.pageUp), .control("b")]),
        entry(.first, "to the first", .lists, [.character("g"), KeyPress(.home)]),
        entry(.last, "to the last", .lists, [.character("G"), KeyPress(.end)]),
    ]

    private static let reading: [CommandEntry] = [
        entry(.read, "read the item, and back", .reading, [KeyPress(.enter)]),
        entry(.back, "close one: text, search, filter", .reading, [KeyPress(.escape), .control("g")]),
        entry(.switchPane, "the other pane, or all fields", .reading, [KeyPress(.tab)]),
        entry(.scrollDown, "scroll the text from anywhere", .reading, [.character(" "), .control("d")]),
        entry(.scrollUp, "scroll it back", .reading, [KeyPress(.backspace), .control("u")]),
        entry(.nextItem, "next item while reading", .reading, [.character("J"), .character(".")]),
        entry(.previousItem, "previous item while reading", .reading, [.character("K"), .character(",")]),
        entry(.copy, "copy the row to the clipboard", .reading, "Y"),
        entry(.page, "open the item in $PAGER", .reading, "|"),
        entry(.edit, "open the item in $EDITOR", .reading, "E"),
    ]

    private static let search: [CommandEntry] = [
        entry(.search, "search prompts and responses", .search, "/"),
        entry(.nextHit, "next item found", .search, "n"),
        entry(.previousHit, "previous one", .search, "N"),
        entry(.onlyHits, "show only what was found, or all", .search, "&"),
    ]

    private static let filter: [CommandEntry] = [
        entry(.filter, "show only items that pass a filter", .filter, "f"),
        entry(.facets, "count values, and filter by them", .filter, "F"),
        entry(.crossTable, "cross table of two fields", .filter, "@"),
        entry(.nameFilter, "give the filter a name", .filter, "S"),
        entry(
            .earlierFilter,
            "filter: named ones, backwards",
            .dialogs,
            [KeyPress(.up), .control("p")],
            .only(FilterDialog.id)
        ),
        entry(
            .laterFilter,
            "filter: named ones",
            .dialogs,
            [KeyPress(.down), .control("n")],
            .only(FilterDialog.id)
        ),
    ]

    private static let plot: [CommandEntry] = [
        entry(.zoomIn, "zoom to the item", .plot, [.character("z"), .character("+")]),
        entry(.zoomOut, "zoom out", .plot, [.character("Z"), .character("-")]),
        entry(.fitPlot, "show the whole round", .plot, "0"),
        entry(.panLeft, "move the view left", .plot, [KeyPress(.left, .control), .character("<")]),
        entry(.panRight, "right", .plot, [KeyPress(.right, .control), .character(">")]),
        entry(.panUp, "up", .plot, [KeyPress(.up, .control), .character("}")]),
        entry(.panDown, "down", .plot, [KeyPress(.down, .control), .character("{")]),
        entry(.zoomToLines, "zoom to the lines", .plot, "D"),
        entry(.plotDrawing, "draw it in dots, blocks or ASCII", .plot, "V"),
        entry(.plotAxes, "axes by value, rank or logistic", .plot, "A"),
        entry(.plotColours, "what the colours mean", .plot, "I"),
        entry(.plotLegend, "show the legend, or hide it", .plot, "\\"),
        entry(.crosshair, "show the crosshair", .plot, "X"),
        entry(.crosshairLeft, "crosshair to the left", .plot, [KeyPress(.left), .character("h")], .crosshair),
        entry(.crosshairRight, "to the right", .plot, [KeyPress(.right), .character("l")], .crosshair),
        entry(.crosshairUp, "up", .plot, [KeyPress(.up), .character("k")], .crosshair),
        entry(.crosshairDown, "down", .plot, [KeyPress(.down), .character("j")], .crosshair),
        entry(.crosshairLeapLeft, "ten to the left", .plot, [KeyPress(.left, .shift), .character("H")], .crosshair),
        entry(.crosshairLeapRight, "ten to the right", .plot, [KeyPress(.right, .shift), .character("L")], .crosshair),
        entry(.crosshairLeapUp, "five up", .plot, [KeyPress(.up, .shift), .character("K")], .crosshair),
        entry(.crosshairLeapDown, "five down", .plot, [KeyPress(.down, .shift), .character("J")], .crosshair),
        entry(.crosshairCorner, "a corner of the region to zoom to", .plot, " ", .crosshair),
        entry(.crosshairOpen, "open the nearest item", .plot, [KeyPress(.enter)], .crosshair),
        entry(.crosshairClose, "take the crosshair away", .plot, [KeyPress(.escape), .control("g")], .crosshair),
    ]

    private static let program: [CommandEntry] = [
        entry(.export, "export the sets", .program, "e"),
        entry(.exportShown, "export the rows of the list", .program, []),
        entry(.showLeaks, "list what leaks evaluation prompts", .program, []),
        entry(.showLeak, "the prompt beside what it leaks", .program, []),
        entry(.reload, "read the round again", .program, "R"),
        entry(.menu, "menu: what can be done here", .program, [.character("'"), KeyPress(.function(3))]),
        entry(.introduction, "what is on this screen", .program, []),
    ]

    /// Those that every screen has, dialogs aside.
    private static let aids: [CommandEntry] = [
        entry(.help, "the commands and their keys", .program, [.character("?"), KeyPress(.function(1))]),
        entry(.palette, "find a command by its name", .program, [.character(":"), KeyPress(.function(2))]),
        entry(.chooseTheme, "choose a theme", .program, "T"),
        entry(.snapshot, "save the screen as text or picture", .program, []),
        entry(.quit, "leave", .program, "q"),
        entry(.toggleMouse, "give the mouse back, or take it", .program, "W"),
        entry(.redraw, "draw the screen again", .program, [.control("l")], .everywhere),
        entry(.suspend, "stop until fg", .program, [.control("z")], .everywhere),
        entry(.interrupt, "close what is open, or leave", .program, [.control("c")], .everywhere),
    ]

    /// Those of all dialogs, and of the dialogs that every screen has.
    private static let anyDialog: [CommandEntry] = [
        entry(.confirm, "confirm", .dialogs, [KeyPress(.enter)], .dialog),
        entry(.cancel, "close without doing anything", .dialogs, [KeyPress(.escape), .control("g")], .dialog),
        entry(.nextRow, "next row", .dialogs, [KeyPress(.down), .control("n")], .dialog),
        entry(.previousRow, "previous row", .dialogs, [KeyPress(.up), .control("p")], .dialog),
        entry(.nextPage, "a page on", .dialogs, [KeyPress(.pageDown)], .dialog),
        entry(.previousPage, "a page back", .dialogs, [KeyPress(.pageUp)], .dialog),
        entry(.complete, "complete a name", .dialogs, [KeyPress(.tab)], .dialog),
        entry(.answer, "choose a row or set a field by name", .dialogs, [], .dialog),
    ]

    private static let dialogs: [CommandEntry] = [
        entry(.exportTraining, "export: training sets", .dialogs, [.control("t")], .only(ExportDialog.id)),
        entry(.exportFormat, "export: other format", .dialogs, [KeyPress(.tab)], .only(ExportDialog.id)),
        entry(
            .toggleReplace,
            "export: replace an earlier export",
            .dialogs,
            [.control("r")],
            .only(ExportDialog.id)
        ),
        entry(.toggleBlind, "queue: blind, twice or open", .dialogs, [KeyPress(.tab)], .only(QueueDialog.id)),
        entry(
            .toggleDensity,
            "queue: denser near the lines",
            .dialogs,
            [.control("t")],
            .only(QueueDialog.id)
        ),
        entry(.searchExpression, "search: text or expression", .dialogs, [KeyPress(.tab)], .only(SearchDialog.id)),
        entry(.nextField, "values: next field", .dialogs, [KeyPress(.tab)], .only(FacetDialog.id)),
        entry(.nextAcross, "cross table: other columns", .dialogs, [KeyPress(.tab)], .only(CrossDialog.id)),
        entry(.otherItem, "note: other item", .dialogs, [KeyPress(.tab)], .only(NoteDialog.id)),
        entry(.otherPlan, "certificate: another plan", .dialogs, [KeyPress(.tab)], .only(CertificateDialog.id)),
        entry(.showFigures, "evidence: figures, or sentences", .dialogs, [KeyPress(.tab)], .only(EvidenceDialog.id)),
        entry(
            .nextCurve,
            "curves: another curve",
            .dialogs,
            [KeyPress(.tab)],
            .only(CurvesDialog.id)
        ),
        entry(.helpScope, "help: all commands, or here", .dialogs, [KeyPress(.tab)], .only(.help)),
    ]

    static func entry(
        _ command: Command,
        _ title: String,
        _ section: CommandSection,
        _ keys: [KeyPress],
        _ scope: KeyScope = .main
    ) -> CommandEntry {
        CommandEntry(command: command, keys: keys, title: title, scope: scope, section: section)
    }

    static func entry(
        _ command: Command,
        _ title: String,
        _ section: CommandSection,
        _ key: Unicode.Scalar,
        _ scope: KeyScope = .main
    ) -> CommandEntry {
        entry(command, title, section, [.character(key)], scope)
    }
}
