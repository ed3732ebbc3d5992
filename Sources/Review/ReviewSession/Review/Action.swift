public import ReviewAudit

/// Everything that can happen to a review.
public enum Action: Sendable {
    /// A named command, from a key.
    case command(Command)
    /// A named command with what it is to be done with, as `:` takes it; `line` is what was typed, for the history.
    case run(Command, argument: String?, line: String)
    /// Something is to be done to a dialog, if it is the one that is open.
    case dialog(DialogID, DialogAction)
    /// A change to the line of text that a dialog holds.
    case edit(TextEdit)
    /// What the mouse asks for where it is.
    case mouse(MouseAction)
    /// The screen came to the top of the stack, with what all screens share as it was left.
    case cameForward(SharedLook)
    /// What was said last was taken notice of.
    case heard
    /// Closes a dialog that was only looked at, without a word.
    case dismiss
    /// The layout gave the parts of the screen other sizes.
    case laidOut(PaneSizes)

    // What workers tell, by feature.
    /// Of the round.
    case load(LoadUpdate)
    /// Of counts.
    case counts(CountUpdate)
    /// Of the plot.
    case plot(PlotUpdate)
    /// Of the list and its texts.
    case list(ListUpdate)
    /// Of a search.
    case search(SearchUpdate)
    /// Of filters.
    case filter(FilterUpdate)
    /// Of the fields with few values.
    case facets(FacetUpdate)
    /// Of the review's file.
    case review(ReviewUpdate)
    /// Of verdicts and the items that they are on.
    case verdicts(VerdictUpdate)
    /// Of the contents of all items.
    case content(ContentUpdate)
    /// Of a verdict on many items.
    case bulk(BulkUpdate)
    /// What a queue over the round with a revision goes over.
    case queueMade(Int, QueueRequest, QueueFindings)
    /// What the verdicts show.
    case evidence(EvidenceKey, Evidence)
    /// A plan for a certificate, or its sample; or why there is none.
    case certificateMade(CertificateRequest, Result<CertificateFindings, CertificateProblem>)
    /// Of exports.
    case export(ExportUpdate)
    /// Of a row on its way out of the screen.
    case outside(OutsideUpdate)
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
