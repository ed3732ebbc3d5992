import RoundModel
import Verdicts

/// Asks before leaving while an export runs.
public struct LeaveExportDialog: Dialog {
    public static let id: DialogID = "leave-export"
    public static let purpose = DialogPurpose.question

    /// The status to leave with.
    let status: Int32

    public init(status: Int32 = 0) { self.status = status }

    public func title(in review: ReviewState) -> String { "an export is running" }

    public func text(in review: ReviewState) -> [String] {
        ["Leaving now cancels it, and nothing is written.", "An earlier export stays as it is."]
    }

    public func hints(in review: ReviewState) -> [CommandHint] { Self.hints }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        [.stop(.export), .quit(status: status, message: "the export was cancelled; nothing was written")]
    }

    public func interrupt(in review: inout ReviewState) -> [Effect] { Self(status: 130).confirm(in: &review) }

    fileprivate static let hints = [CommandHint(.confirm, "leave"), CommandHint(.cancel, "stay")]
}

/// Asks before leaving while verdicts are not on the disk, and why.
public struct LeaveVerdictsDialog: Dialog {
    public static let id: DialogID = "leave-verdicts"
    public static let purpose = DialogPurpose.question

    /// Why they could not be kept; nil where the review was opened to keep nothing.
    public let why: String?
    /// The status to leave with where nothing was to be kept.
    private let status: Int32

    public init(why: String?, status: Int32 = 0) { (self.why, self.status) = (why, status) }

    public func title(in review: ReviewState) -> String { why == nil ? "not kept" : "not on the disk" }

    public func text(in review: ReviewState) -> [String] {
        guard let why else {
            return [review.verdicts.unkeptText ?? "", "With --no-review a review keeps nothing beyond its run."]
        }
        let count = DecimalText.counted(review.verdicts.waiting.count, "change")
        return ["\(count) of this review could not be kept:", why]
    }

    public func hints(in review: ReviewState) -> [CommandHint] { LeaveExportDialog.hints }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        why == nil
            ? [.quit(status: status, message: nil)]
            : [.quit(status: 74, message: "left with verdicts that are not on the disk")]
    }

    public func interrupt(in review: inout ReviewState) -> [Effect] { confirm(in: &review) }
}
