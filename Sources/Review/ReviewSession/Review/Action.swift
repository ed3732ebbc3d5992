public import ReviewAudit

/// Everything that can happen to a review.
public enum Action: Sendable {
    /// What any screen can be asked for.
    case screen(ScreenAction)
    /// What the mouse asks for where it is.
    case mouse(MouseAction)
    /// Another screen picked items, by their numbers, of a round with so many: they are marked and listed.
    case pick([UInt32], of: Int)
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
    /// What drawing samples more densely near the lines would gain.
    case denseOffers(DenseOfferKey, [DenseOffer])
    /// What the verdicts show.
    case evidence(EvidenceKey, Evidence)
    /// The same along a threshold or a score.
    case curve(CurveKey, AuditCurveResult)
    /// A plan for a certificate, or its sample; or why there is none.
    case certificateMade(CertificateRequest, Result<CertificateFindings, CertificateProblem>)
    /// Of items that are not to be trained on.
    case leaks(LeakUpdate)
    /// Of exports.
    case export(ExportUpdate)
    /// Of a row on its way out of the screen.
    case outside(OutsideUpdate)
}

// What any screen can be asked for, in a word.
extension Action {
    public static var heard: Action { .screen(.heard) }
    public static var dismiss: Action { .screen(.dismiss) }
    public static func command(_ command: Command) -> Action { .screen(.command(command)) }
    public static func run(_ command: Command, argument: String?, line: String) -> Action {
        .screen(.run(command, argument: argument, line: line))
    }
    public static func dialog(_ id: DialogID, _ action: DialogAction) -> Action { .screen(.dialog(id, action)) }
    public static func edit(_ edit: TextEdit) -> Action { .screen(.edit(edit)) }
    public static func notice(_ message: Message) -> Action { .screen(.notice(message)) }
}

/// What `reduce` wants done.
public enum Effect: ScreenEffects {
    /// Something that takes time, off the thread of the keys; it answers with actions.
    case work(any Job)
    /// Have what runs and what waits in a lane end soon; it answers no more, but for an export.
    case stop(Lane)

    /// What any screen can want of the loop.
    case screen(ScreenEffect)
    /// Offer a copy to the terminal; answered by a notice.
    case offerToTerminal(LeftCopy)
    /// Give the terminal to a pager or an editor until it ends; answered by a notice.
    case runProgram(ProgramCall)
}

extension Effect: CustomStringConvertible {
    /// What it is, without what it is about: for the log, which holds nothing of the round.
    public var description: String {
        switch self {
        case .work(let job): "\(type(of: job))"
        case .stop(let lane): "stop \(lane.rawValue)"
        case .screen(let effect): effect.description
        case .offerToTerminal: "offer to terminal"
        case .runProgram: "run program"
        }
    }
}
