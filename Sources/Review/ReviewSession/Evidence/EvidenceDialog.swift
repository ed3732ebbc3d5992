public import ReviewAudit
import RoundModel

/// What the verdicts show.
public struct EvidenceDialog: Dialog {
    public static let id: DialogID = "evidence"
    public static let purpose = DialogPurpose.look
    public static let opener: Command? = .showEvidence
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.rows)
        .adding(DialogCommands.thresholds)
        .adding(DialogCommands.own(.undo, .redo, .showAdversarial, .showAccepted, .showDiscarded, .showCurves))
        .adding([.showFigures: .turn(detailField, by: 1)])

    private static let detailField = "detail"
    private static let sentences = "sentences"
    private static let figures = "figures"

    private static let buckets: [Command: Bucket] = [
        .showAdversarial: .adversarial, .showAccepted: .accepted, .showDiscarded: .discarded,
    ]

    /// Whether all figures are told with their methods, in place of sentences.
    public internal(set) var showsFigures: Bool
    /// Lines scrolled down, from 0; it may be more than there are.
    public internal(set) var scroll = 0

    init(showsFigures: Bool = false) { self.showsFigures = showsFigures }

    public var scrolls: Bool { true }

    public func title(in review: ReviewState) -> String {
        showsFigures ? "evidence: figures and methods" : "evidence: what the verdicts show"
    }

    /// What it tells.
    public func lines(in review: ReviewState) -> [AuditLine] {
        let told = showsFigures ? review.evidence.figures : review.evidence.sentences
        return told.isEmpty ? told : told + AuditLine.origins(review.round.report?.scoreOrigins ?? [])
    }

    public func fields(in review: ReviewState) -> [DialogField] {
        [
            DialogField(
                Self.detailField,
                value: showsFigures ? Self.figures : Self.sentences,
                choices: [Self.sentences, Self.figures]
            )
        ]
    }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        showsFigures = value == Self.figures
        scroll = 0
    }

    public func problem(in review: ReviewState) -> String? { review.evidence.problem }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        guard review.evidence.report == nil, review.evidence.problem == nil else { return nil }
        guard review.round.content.keys == nil else { return .evidence }
        return review.round.content.fraction.map(PendingWork.contents)
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        let figures = CommandHint(.showFigures, showsFigures ? "sentences" : "figures")
        let scroll = CommandHint(keys: [.next, .previous], title: "scroll", separator: " ")
        let close = CommandHint(.cancel, "close")
        let curves = CommandHint(.showCurves, "curves")
        guard review.queue == nil else { return [figures, scroll, curves, close] }
        let hasGap = review.evidence.buckets.contains { $0.waiting > 0 }
        return [
            figures, scroll, curves,
            CommandHint(
                keys: [.showAdversarial, .showAccepted, .showDiscarded],
                title: hasGap ? "fill the gap in A, C or D" : "check A, C or D",
                separator: " "
            ),
            close, review.moveHint, CommandHint(keys: [.chooseAdv, .chooseHelp], title: "choose θ", separator: "–"),
        ]
    }

    public mutating func scroll(to line: Int) { scroll = line }

    public func confirm(in review: inout ReviewState) -> [Effect] { cancel(in: &review) }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        if command == .showCurves { return review.performInRound(command) }
        // A queue keeps its thresholds, and goes on.
        guard review.queue == nil else { return [] }
        guard let bucket = Self.buckets[command] else { return review.performInRound(command) }
        judgeOn(bucket, in: &review)
        return []
    }

    /// Goes on with the sample of a bucket: what fills its gaps comes first, since it stands first in the order.
    private func judgeOn(_ bucket: Bucket, in review: inout ReviewState) {
        var goal = review.queueing.goal
        if let audit = review.evidence.buckets.first(where: { $0.bucket == bucket }), audit.gapCount > 0 {
            goal = audit.sampled + audit.gapCount + audit.waiting
        }
        let row = QueueChoice.allCases.firstIndex(of: .estimation(bucket)) ?? 0
        review.start(QueueDialog(row: row, goal: goal))
    }
}
