public import RoundModel

/// The line in which a threshold is typed: its value, or what it is to come to.
public struct ThresholdDialog: Dialog {
    public static let id: DialogID = "threshold"
    public static let purpose = DialogPurpose.line
    public static let opener: Command? = .typeThreshold

    /// The threshold.
    public let name: ThresholdName
    /// True where all three are meant, as in `all as baseline`.
    public let isForAll: Bool
    /// What has been typed.
    public internal(set) var entry: TextEntry
    /// Why the last attempt was refused, until something is changed; nil where none was.
    public internal(set) var problem: String?
    /// True where Enter was pressed and what was typed is still worked out: it is set when that is done.
    public internal(set) var isConfirmed = false
    /// True where the threshold was named, and the keys that move one are to move this one from then on.
    let choosesName: Bool

    init(_ name: ThresholdName, _ entry: TextEntry = TextEntry(), isForAll: Bool = false, choosesName: Bool = false) {
        self.name = name
        self.entry = entry
        self.isForAll = isForAll
        self.choosesName = choosesName
    }

    public var line: TextEntry? { entry }

    public func title(in review: ReviewState) -> String { isForAll ? "all thresholds" : name.title }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [CommandHint(.confirm, "apply"), CommandHint(.cancel, "cancel")]
    }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        guard review.round.count > 0, case .success = review.wish(of: self) else { return nil }
        return review.answer(of: self) == nil ? .counting : nil
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) {
        isConfirmed = false
        problem = entry.problem(of: edit)
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        review.message = nil
        var open = self
        switch review.wish(of: self) {
        case .failure(let problem):
            open.problem = problem.text
            review.dialog = open
        case .success(let request):
            open.isConfirmed = true
            review.dialog = open
            if let exact = request.exact {
                // Nothing has to be known of the items to set a value.
                review.apply(WishAnswer(thresholds: exact, counts: nil, note: nil), of: open)
            } else if let answer = review.wishing.answer(to: request) {
                review.apply(answer, of: open)
            } else if review.round.count == 0 {
                open.problem = "no items yet: a count is known once the first rows are there"
                review.dialog = open
            }
        }
        return []
    }
}
