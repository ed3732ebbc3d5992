import ReviewAudit
import RoundModel

/// What the verdicts show.
public struct EvidenceDialog: Dialog {
    public static let id: DialogID = "evidence"
    public static let purpose = DialogPurpose.look
    public static let opener: Command? = .showEvidence
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.scrolling)
        .adding(DialogCommands.thresholds)
        .adding(DialogCommands.own(.undo, .redo, .showAdversarial, .showAccepted, .showDiscarded, .showCurves))

    private static let buckets: [Command: Bucket] = [
        .showAdversarial: .adversarial, .showAccepted: .accepted, .showDiscarded: .discarded,
    ]

    /// Lines scrolled down, from 0; it may be more than there are.
    public internal(set) var scroll = 0

    public var scrolls: Bool { true }

    public func title(in review: ReviewState) -> String { "evidence: what the verdicts show" }

    public func problem(in review: ReviewState) -> String? { review.evidence.problem }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        guard review.evidence.report == nil, review.evidence.problem == nil else { return nil }
        guard review.round.content.keys == nil else { return .evidence }
        return review.round.content.fraction.map(PendingWork.contents)
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        let scroll = CommandHint(keys: [.next, .previous], title: "scroll", separator: " ")
        let close = CommandHint(.cancel, "close")
        let curves = CommandHint(.showCurves, "curves")
        guard review.queue == nil else { return [scroll, curves, close] }
        return [
            scroll, review.moveHint, CommandHint(keys: [.chooseAdv, .chooseHelp], title: "choose θ", separator: "–"),
            curves, close,
            CommandHint(
                keys: [.showAdversarial, .showAccepted, .showDiscarded],
                title: "fill the gap in A, C or D",
                separator: " "
            ),
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
