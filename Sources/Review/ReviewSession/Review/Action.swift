public import DensityPlot
public import ItemFilter
public import ReviewAudit
public import RoundModel
public import Verdicts

/// Everything that can happen to a review.
public enum Action: Sendable {
    /// A named command, from a key.
    case command(Command)
    /// A named command with what it is to be done with, as `:` takes it; `line` is what was typed, for the history.
    case run(Command, argument: String?, line: String)
    /// What the palette's keys come to, which only the table of commands tells.
    case palette(PaletteChange)
    /// A change to the line of text that a dialog holds.
    case edit(TextEdit)
    /// What the mouse asks for where it is.
    case mouse(MouseAction)
    /// What was said last was taken notice of.
    case heard
    /// Closes a dialog that was only looked at, without a word.
    case dismiss
    /// The layout gave the parts of the screen other sizes.
    case laidOut(PaneSizes)

    // What workers report.
    /// The round as far as it has been read, or whole; it takes the place of the last one.
    case loadProgressed(RoundSnapshot)
    /// Reading ended early: a line for the user, and the status to leave with where nothing had come.
    case loadFailed(message: String, status: Int32)
    /// The counts for the thresholds that the request names.
    case counted(CountRequest, Tally)
    /// The plot's dots for the viewport and the size that the request names.
    case binned(GridRequest, DensityGrid)
    /// The categories of the plot's cells.
    case plotColoured(PlotLayer)
    /// Rows of a list in its order; `position` is the row of the item that was under the cursor, nil where it is not on
    /// the list.
    case listed(ListRequest, ItemListWindow, position: Int?)
    /// An index of the items of a revision, which counts them from now on.
    case indexed(Revision, ScoreIndex)
    /// The hits of the search with a number, as far as it has come, 0 to 1.
    case searchProgressed(Int, ItemSet, fraction: Double, isComplete: Bool)
    /// The pattern of the search with a number is none, and why.
    case searchRefused(Int, problem: String)
    /// The search with a number ended early, and why.
    case searchFailed(Int, message: String)
    /// The hit that a step leads to; nil where the list holds none.
    case hitFound(HitRequest, ItemListQuery.Place?)
    /// The item that lies nearest to a cell of the plot; nil where none is near.
    case nearestFound(NearestRequest, UInt32?)
    /// The fields that the rows of the round with a revision have.
    case fieldsRead(Int, FilterFields)
    /// The items that a filter leaves, as far as looking has come, 0 to 1.
    case filtered(FilterRequest, ItemSet, fraction: Double, isComplete: Bool)
    /// A pattern in a filter is none: why, and how many of its characters stand before the trouble.
    case filterRefused(FilterRequest, FilterPattern, problem: String, character: Int)
    /// A filter's items could not be found, and why.
    case filterFailed(FilterRequest, String)
    /// The fields with few values, of the round with a revision; how far reading them is, 0 to 1; why it ended early.
    case facetsRead(Int, [FilterField])
    case facetsProgressed(Int, fraction: Double)
    case facetsFailed(Int, String)
    /// How many items have each value of a field.
    case facetCounted(FacetRequest, [FacetValue])
    /// Where a search matches in an item's texts.
    case marked(TextMarks)
    /// Texts by item, or why one could not be read; of the round with a revision.
    case textsRead(Int, [UInt32: TextResult])
    /// Texts of invalid rows by their number in the report, from 0, likewise.
    case invalidTextsRead(Int, [Int: TextResult])
    /// What an export of the round with a revision would do, with the preview's settings.
    case exportPreviewed(Int, ExportPreview)
    /// How far an export has come, 0 to 1, and what it is at, in a few words.
    case exportProgressed(fraction: Double, stage: String)
    /// An export is there; the message says where and what, and the record is for the journal.
    case exported(message: String, JournalEntry.ExportRecord?)
    /// An export did not come about, and why; nothing was written.
    case exportFailed(message: String)
    /// The review's file was opened; what it holds comes before what happened since the start.
    case reviewOpened(ReviewOpening)
    /// It cannot be used, and why; nothing of it was changed.
    case reviewRefused(String)
    /// These entries are on the disk.
    case kept([EntryID])
    /// Entries could not be written, and why; they are handed over again with the next.
    case keepFailed(String)
    /// What another program wrote to the same review.
    case reviewNews([JournalEntry])
    /// Which items of the ticket's round the verdicts are on.
    case verdictsMatched(Ticket, MatchedVerdicts)
    /// That could not be found out, and why.
    case matchFailed(Ticket, String)
    /// Entries with many verdicts are taken over, for the ticket's round.
    case folded(FoldedVerdicts, Ticket)
    /// They could not be taken over, and why; what was said is kept all the same.
    case foldFailed(Ticket, String)
    /// What the verdicts prove.
    case proved(ProofKey, Proof)
    /// How far the items of a verdict on many have been read, 0 to 1.
    case collectProgressed(Int, fraction: Double)
    /// The items of a verdict on many, ascending, and the verdict on each.
    case collected(Int, [UInt32], [Verdict])
    /// They could not be read, and why.
    case collectFailed(Int, String)
    /// The review was used with another round last, in words; told before the contents that say so.
    case otherRoundMet(String)
    /// The contents of all items of the round with a revision.
    case contentRead(Int, ContentKeys)
    /// How far reading them has come, 0 to 1.
    case contentProgressed(Int, fraction: Double)
    /// They could not be read, and why.
    case contentFailed(Int, String)
    /// What a queue over the round with a revision goes over.
    case queueMade(Int, QueueRequest, QueueFindings)
    /// A plan for a certificate, or its sample; or why there is none.
    case certificateMade(CertificateRequest, Result<CertificateFindings, CertificateProblem>)
    /// No program took a copy: the terminal is left to be offered it.
    case copyLeft(LeftCopy)
    /// A file is there for a pager or an editor.
    case fileWritten(ProgramCall)
    /// A notice from outside, such as a theme that could not be found.
    case notice(Message)
}

/// What `reduce` wants done.
public enum Effect: Sendable {
    /// Something that takes time, off the thread of the keys; it answers with actions.
    case work(any Job)
    /// Have what runs and what waits in a lane end soon; it answers no more, but for an export.
    case stop(Lane)

    // What only the loop can do, since it has the terminal.
    /// Take the mouse, or give it back to the terminal.
    case takeMouse(Bool)
    /// Offer a copy to the terminal; answered by a notice.
    case offerToTerminal(LeftCopy)
    /// Give the terminal to a pager or an editor until it ends; answered by a notice.
    case runProgram(ProgramCall)
    /// Give the terminal back and stop the process, as Ctrl-Z does.
    case suspend
    /// Send the whole screen anew.
    case redraw
    /// Keep the next frame in a file; answered by `notice`.
    case snapshot(SnapshotRequest)
    /// Leave with an exit status, and a line for standard error where there is something to say.
    case quit(status: Int32, message: String?)
}

extension Effect: CustomStringConvertible {
    /// What it is, without what it is about: for the log, which holds nothing of the round.
    public var description: String {
        switch self {
        case .work(let job): "\(type(of: job))"
        case .stop(let lane): "stop \(lane.rawValue)"
        case .takeMouse: "take mouse"
        case .offerToTerminal: "offer to terminal"
        case .runProgram: "run program"
        case .suspend: "suspend"
        case .redraw: "redraw"
        case .snapshot: "snapshot"
        case .quit: "quit"
        }
    }
}
