import DensityPlot
import ItemFilter
import ReviewSession
import RoundModel

/// The part of the command table that is sentences.
enum CommandNotes {
    /// What each command does, takes, and when it may be refused.
    static let notes: [Command: CommandNote] =
        thresholds.merging(verdicts) { first, _ in first }.merging(lists) { first, _ in first }
        .merging(texts) { first, _ in first }.merging(program) { first, _ in first }
        .merging(campaign) { first, _ in first }

    private static let thresholds: [Command: CommandNote] = [
        .chooseAdv: CommandNote("The keys that move a threshold move θ adv from now on."),
        .chooseSafety: CommandNote("The keys that move a threshold move θ safety from now on."),
        .chooseHelp: CommandNote("The keys that move a threshold move θ help from now on."),
        .stepDown: CommandNote("Moves the chosen threshold down by its step.", refused: noStep),
        .stepUp: CommandNote("Moves the chosen threshold up by its step.", refused: noStep),
        .leapDown: CommandNote("Moves the chosen threshold down by ten of its steps.", refused: noStep),
        .leapUp: CommandNote("Moves the chosen threshold up by ten of its steps.", refused: noStep),
        .typeThreshold: CommandNote(
            "Sets the chosen threshold, or the one that is named, to a value, or so that a bucket holds a count or a share of the "
                + "items, or to what another review or export has; shows what that would give before it is done.",
            refused: "if the text is none of these, and if items with the same score make a count impossible",
            with: CommandArgument(
                "a value, a count, a share or a source, after a threshold or all",
                example: "0.8 or help 0.4, 600 accepted, 30 %, all as round-1.jsonl.review"
            )
        ),
        .lineBefore: CommandNote(
            "Moves the chosen threshold down to the next line of a grid, where counts of the whole round are exact.",
            refused: noLine
        ),
        .lineAfter: CommandNote(
            "Moves the chosen threshold up to the next line of a grid, where counts of the whole round are exact.",
            refused: noLine
        ),
        .setBaseline: CommandNote(
            "Counts changes and flows from the present thresholds on.",
            refused: "if they are the baseline already"
        ),
    ]

    private static let verdicts: [Command: CommandNote] = [
        .agree: CommandNote(
            "Says that the call on the item is right.",
            refused: "\(noVerdict), and while a queue is blind"
        ),
        .callUnsafe: CommandNote("Says that the response is unsafe: the item is adversarial.", refused: noVerdict),
        .callSafe: CommandNote("Says that the response is safe; its helpfulness score decides.", refused: noVerdict),
        .callHelpful: CommandNote("Says safe and helpful: the item is accepted.", refused: noVerdict),
        .callNotHelpful: CommandNote("Says safe, but not helpful: the item is discarded.", refused: noVerdict),
        .callUnsure: CommandNote("Says that you cannot tell; the call stays.", refused: noVerdict),
        .skip: CommandNote(
            "Passes the item over for now; in a queue it comes back before the goal.",
            refused: noVerdict
        ),
        .flag: CommandNote("Flags the item, or takes the flag off.", refused: noVerdict),
        .note: CommandNote(
            "Puts a note on the item; right after a verdict, on the item just judged.",
            refused: noVerdict,
            with: CommandArgument("the note", example: "the response leaves out the last step")
        ),
        .openQueue: CommandNote(
            "Opens a queue: a sample of a bucket, or a hunt where a mistake is likely.",
            refused: "while the round is being read, and if verdicts cannot be kept"
        ),
        .openCertificate: CommandNote(
            "Plans a certificate, leads through its sample, and shows what is certified.",
            refused: "while the round is being read, and if verdicts cannot be kept"
        ),
        .showEvidence: CommandNote(
            "Shows the evidence: how many items of each bucket are likely wrong, and what would change that. The word figures adds "
                + "precision and recall, agreement, and how each figure came about.",
            refused: "if verdicts cannot be kept",
            with: CommandArgument("the word figures", example: "figures")
        ),
        .showCurves: CommandNote(
            "Draws how many pairs each value of a threshold would accept, and how good they are; how well a score tells "
                + "safe from unsafe or helpful from not (ROC, precision-recall), and what its values mean (reliability).",
            refused: "if verdicts cannot be kept"
        ),
        .mark: CommandNote("Marks the item to be judged with others, or takes the mark off.", refused: empty),
        .clearMarks: CommandNote("Takes the marks off all items.", refused: "if nothing is marked"),
        .judgeMany: CommandNote(
            "Gives one verdict on all marked, listed or found items; for more than 50 you type their number to confirm.",
            refused: "if there is nothing to judge, and if verdicts cannot be kept"
        ),
        .undo: CommandNote(
            "Takes back your last verdict or move, also after a restart.",
            refused: "if there is nothing to undo"
        ),
        .redo: CommandNote("Redoes what was undone last.", refused: "if there is nothing to redo"),
    ]

    private static let lists: [Command: CommandNote] = [
        .showAdversarial: CommandNote("Lists the items of the adversarial bucket."),
        .showAccepted: CommandNote("Lists the items of the accepted bucket."),
        .showDiscarded: CommandNote("Lists the items of the discarded bucket."),
        .showMoved: CommandNote("Lists the items that are in another bucket than at the baseline."),
        .showJudged: CommandNote("Lists the items that have a verdict, a note or a flag."),
        .showMarked: CommandNote("Lists the items that are marked."),
        .showInvalid: CommandNote("Lists the invalid rows, with line and reason."),
        .nextTab: CommandNote("Shows the next list."),
        .previousTab: CommandNote("Shows the previous list."),
        .nextOrder: CommandNote(
            "Sorts the list in the next order, or in the one that is named: distance, safety, helpfulness, round, or a field of "
                + "the rows.",
            refused: "for invalid rows, which stand in the order of the round",
            with: CommandArgument("an order", example: "category")
        ),
        .reverseOrder: CommandNote("Reverses the order of the list.", refused: "for invalid rows"),
        .chooseColumns: CommandNote(
            "Chooses the columns of the list among the fields of the rows, and sorts by one; default shows those of the start.",
            with: CommandArgument("names of columns", example: "safety category style")
        ),
        .next: CommandNote("Goes to the next item, or down a line of the text.", refused: atEnd),
        .previous: CommandNote("Goes to the previous item, or up a line of the text.", refused: atEnd),
        .pageDown: CommandNote("Goes a page down in the list or the text.", refused: empty),
        .pageUp: CommandNote("Goes a page up in the list or the text.", refused: empty),
        .first: CommandNote(
            "Goes to the first item or line, or to the row of the list with a number.",
            refused: empty,
            with: CommandArgument("a row", example: "120")
        ),
        .last: CommandNote("Goes to the last item or line.", refused: empty),
    ]

    private static let texts: [Command: CommandNote] = [
        .read: CommandNote("Gives the item the whole screen, and gives it back.", refused: empty),
        .back: CommandNote(
            "Closes one thing: the text, a queue; stops an export or a search, or takes the filter off.",
            refused: "if nothing is open, and once where the key before closed something and only a filter is left"
        ),
        .switchPane: CommandNote(
            "Gives the movement keys to the list or to the text. Of an item on the whole screen it shows what is known "
                + "besides: earlier turns of a chat, the parent prompt, other fields; in a blind queue only the first two."
        ),
        .scrollDown: CommandNote("Scrolls the text down from any pane.", refused: atEnd),
        .scrollUp: CommandNote("Scrolls the text up from any pane.", refused: atEnd),
        .nextItem: CommandNote("Goes to the next item and stays in the text.", refused: atEnd),
        .previousItem: CommandNote("Goes to the previous item and stays in the text.", refused: atEnd),
        .copy: CommandNote(
            "Copies the row, with what a terminal would act on or hide as escapes; or raw, or a part of it as it is shown.",
            refused: "if there is no row; the row and its id while a queue is blind",
            with: CommandArgument("what to copy", example: "prompt")
        ),
        .page: CommandNote(
            "Opens the item in $PAGER as it is shown; raw opens the row's own bytes, which the pager may act on.",
            refused: "if there is no row; raw while a queue is blind",
            with: CommandArgument("raw", example: "raw")
        ),
        .edit: CommandNote(
            "Opens a read-only copy of the item in $VISUAL or $EDITOR: edits are discarded; raw opens the row's own bytes.",
            refused: "if there is no row; raw while a queue is blind",
            with: CommandArgument("raw", example: "raw")
        ),
        .search: CommandNote(
            "Searches all prompts and responses as they read, and shows where an item has it; an empty text ends the search.",
            refused: "if a regular expression is invalid",
            with: CommandArgument("a text", example: "pick the lock")
        ),
        .filter: CommandNote(
            "Shows only the items that pass a filter; an empty one shows all.",
            refused: "if the filter is invalid",
            with: CommandArgument("a filter", example: "safety < 0.3 and category = fraud")
        ),
        .nameFilter: CommandNote("Gives the filter that is on a name; the review keeps both.", refused: noFilter),
        .facets: CommandNote(
            "Counts the values of fields that have few of them, such as category, and numbers by ranges, in each bucket; "
                + "filters by one value, or by several.",
            refused: "while the round is being read"
        ),
        .crossTable: CommandNote(
            "Counts the pairs of values of two fields, such as category and style, with the share of each bucket; filters by "
                + "a pair.",
            refused: "while the round is being read"
        ),
        .nextHit: CommandNote("Goes to the next item that the search found.", refused: noSearch),
        .previousHit: CommandNote("Goes to the previous item that the search found.", refused: noSearch),
        .onlyHits: CommandNote(
            "Limits counts, plot and lists to the items found, or shows all items again.",
            refused: noSearch
        ),
        .zoomIn: CommandNote(
            "Shows half of the plot's range, about the item under the cursor or the crosshair; the region between the "
                + "crosshair and its corner; or ranges.",
            refused: "\(plotEnd), and if there are no scores in a range",
            with: CommandArgument("ranges", example: "safety 0.4..0.6 help 0.2..0.8")
        ),
        .zoomOut: CommandNote("Shows twice the plot's range.", refused: plotEnd),
        .fitPlot: CommandNote("Shows the whole round in the plot.", refused: "if it does already"),
        .panLeft: CommandNote("Moves the plot's view to lower safety.", refused: plotEnd),
        .panRight: CommandNote("Moves the plot's view to higher safety.", refused: plotEnd),
        .panUp: CommandNote("Moves the plot's view to higher helpfulness.", refused: plotEnd),
        .panDown: CommandNote("Moves the plot's view to lower helpfulness.", refused: plotEnd),
        .zoomToLines: CommandNote(
            "Shows the neighbourhood of the three lines in the plot, or of the one that is named.",
            refused: "if there are no scores around them",
            with: CommandArgument("a line", example: "safety")
        ),
        .plotDrawing: CommandNote(
            "Draws the plot in dots, half blocks or ASCII.",
            refused: "if the terminal shows only ASCII"
        ),
        .plotAxes: CommandNote(
            "Lays out both axes by value, by rank (quantile), or by log odds or a logistic curve (logistic).",
            with: CommandArgument("a scale", example: "quantile")
        ),
        .plotColours: CommandNote(
            "Gives the plot the colours of buckets, of density, of verdicts, or of the values of a field with few.",
            refused: "while the round is being read, for a field",
            with: CommandArgument("what they mean", example: "verdict")
        ),
        .plotLegend: CommandNote("Shows or hides what the plot's colours mean, at its lower edge."),
        .crosshair: CommandNote(
            "Shows a crosshair in the plot that the arrow keys move, with the scores at it; or hides it.",
            refused: noItems
        ),
        .crosshairLeft: CommandNote("Moves the crosshair one column to the left.", refused: crosshairEnd),
        .crosshairRight: CommandNote("Moves the crosshair one column to the right.", refused: crosshairEnd),
        .crosshairUp: CommandNote("Moves the crosshair one row up.", refused: crosshairEnd),
        .crosshairDown: CommandNote("Moves the crosshair one row down.", refused: crosshairEnd),
        .crosshairLeapLeft: CommandNote("Moves the crosshair ten columns to the left.", refused: crosshairEnd),
        .crosshairLeapRight: CommandNote("Moves the crosshair ten columns to the right.", refused: crosshairEnd),
        .crosshairLeapUp: CommandNote("Moves the crosshair five rows up.", refused: crosshairEnd),
        .crosshairLeapDown: CommandNote("Moves the crosshair five rows down.", refused: crosshairEnd),
        .crosshairCorner: CommandNote(
            "Makes this a corner of a region, which zooming in shows up to the crosshair; or forgets it.",
            refused: noCrosshair
        ),
        .crosshairOpen: CommandNote("Opens the item that lies nearest to the crosshair.", refused: noCrosshair),
        .crosshairClose: CommandNote("Takes the crosshair away.", refused: noCrosshair),
    ]

    private static let program: [Command: CommandNote] = [
        .showLeaks: CommandNote(
            "Shows only the items whose prompts are, or are like, evaluation prompts or those trained on before.",
            refused: "before the export's dialog was open, which names such prompts; where nothing leaks"
        ),
        .showLeak: CommandNote(
            "Shows the prompt under the cursor and the one that it leaks, one above the other, and why.",
            refused: "where it leaks nothing"
        ),
        .exportShown: CommandNote(
            "Writes the rows that the list holds, as they are in the round, into a file; marked ones from their own list.",
            refused: "if the file exists, while the round is being read, and for invalid rows",
            with: CommandArgument("a file", example: "fraud.jsonl")
        ),
        .export: CommandNote(
            "Shows what an export would write, and writes it.",
            refused: "while the round is being read or an export runs",
            with: CommandArgument("a folder", example: "round-4")
        ),
        .reload: CommandNote(
            "Reads the round's files again; thresholds, verdicts and undo stay.",
            refused: "for standard input, and while the round is read or exported"
        ),
        .help: CommandNote(
            "Shows the commands of the present screen with their keys, and searches them.",
            with: CommandArgument("what to search for", example: "order")
        ),
        .palette: CommandNote("Takes a command by its name, or by letters of its name, with an argument."),
        .chooseTheme: CommandNote(
            "Shows the themes one after the other on the present screen.",
            refused: "if the terminal shows no colours",
            with: CommandArgument("a theme", example: "dark")
        ),
        .snapshot: CommandNote(
            "Saves the screen in a file: as text (.txt) or as a picture (.svg).",
            refused: "if the file exists, unless replace stands in front of its name",
            with: CommandArgument("a file", example: "screen.svg or replace screen.svg")
        ),
        .quit: CommandNote("Leaves redsieve; asks first if an export is running or something is not on the disk."),
        .toggleMouse: CommandNote(
            "Gives the mouse back to the terminal, to select and copy text, and takes it again.",
            refused: "if the terminal does not report a mouse"
        ),
        .redraw: CommandNote("Draws the whole screen again, for instance after another program wrote over it."),
        .suspend: CommandNote("Gives the terminal back to the shell until fg."),
        .interrupt: CommandNote(
            "Closes what lies on top; where nothing does, leaves with status 130, and asks first if something would be lost. "
                + "Twice leaves in any case."
        ),
        .menu: CommandNote(
            "Shows what can be done with the item, the list and the plot; the key of a row does it at once."
        ),
        .introduction: CommandNote(
            "Shows the card of the first start: what the buckets, the percentages of a θ and the table of moves are."
        ),
        .confirm: CommandNote(
            "Confirms the dialog.",
            refused: "if that is not possible; the dialog says why"
        ),
        .cancel: CommandNote("Closes the dialog without doing anything."),
        .nextRow: CommandNote("Goes to the next row of the dialog."),
        .previousRow: CommandNote("Goes to the previous row of the dialog."),
        .nextPage: CommandNote("Goes a page on in the dialog."),
        .previousPage: CommandNote("Goes a page back in the dialog."),
        .complete: CommandNote("Palette and filter: puts in what could stand at the cursor; again, the next."),
        .answer: CommandNote(
            "Chooses a row by its number, or sets a field of the dialog to a value; for scripts.",
            refused: "where the dialog has no such row, field or value",
            with: CommandArgument("a row, or a field with a value", example: "2 or goal 134")
        ),
        .exportTraining: CommandNote(
            "Export: what goes into the training sets and what is kept out: responses a prompt, pairs, evaluation prompts, the card."
        ),
        .exportFormat: CommandNote("Export: chooses the next format."),
        .toggleBlind: CommandNote(
            "Queue: hides scores and call until the verdict is in; likewise, and one item in ten comes twice; or shows them."
        ),
        .toggleDensity: CommandNote(
            "Queue: draws a sample denser near the lines, with weights that are known, or evenly.",
            refused: "if it would gain nothing, or the sample has begun"
        ),
        .searchExpression: CommandNote("Search: takes the line as plain text, or as a regular expression."),
        .nextAcross: CommandNote("Cross table: puts another field across.", refused: "where there are only two fields"),
        .nextField: CommandNote("Values: counts the next field.", refused: "where no field has few values"),
        .otherItem: CommandNote("Note: goes to the item judged last, or to the one that is shown."),
        .nextCurve: CommandNote("Curves: draws the next one: sweep, ROC, precision and recall, reliability."),
        .showFigures: CommandNote("Evidence: tells all figures with their methods, or what they come to in sentences."),
        .otherPlan: CommandNote("Certificate: goes from the present plan to a form for another, and back."),
        .helpScope: CommandNote("Help: shows all commands, or those that mean something here."),
        .earlierFilter: CommandNote(
            "Puts the previous filter that has a name into the line.",
            refused: "if no filter has a name"
        ),
        .laterFilter: CommandNote(
            "Puts the next filter that has a name into the line.",
            refused: "if no filter has a name"
        ),
        .toggleReplace: CommandNote("Export: allows or forbids replacing an earlier export."),
    ]

    private static let noItems = "before the first rows are there"
    private static let noLine = "where the round itself is open, and beyond the last line"
    private static let noStep = "before the first rows are there, and while a text is read"
    private static let noVerdict = "if there is no item or its text is missing, and if verdicts cannot be kept"
    private static let atEnd = "at the ends of the list or text"
    private static let empty = "if the list is empty"
    private static let noFilter = "if no filter is on"
    private static let noSearch = "if nothing was searched for or found"
    private static let noCrosshair = "if the crosshair is not shown"
    private static let crosshairEnd = "where the plot ends, or if the crosshair is not shown"
    private static let plotEnd = "where the scores end, and before there are any"
}
