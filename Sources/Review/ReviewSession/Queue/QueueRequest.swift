public import ReviewAudit
public import RoundModel
import Verdicts

/// What a queue can be opened for.
public enum QueueChoice: Hashable, CaseIterable, Sendable {
    /// A sample of a bucket, blind.
    case estimation(Bucket)
    /// The items nearest to the chosen threshold, from both sides in turn.
    case hunt
    /// The list as it stands on the screen, from the cursor on.
    case list
    /// What the search found, in the list's order.
    case hits
    /// What reviewers disagree on.
    case disputed

    public static let allCases: [QueueChoice] = [
        .estimation(.accepted), .estimation(.adversarial), .estimation(.discarded), .hunt, .list, .hits, .disputed,
    ]
}

/// Order a bucket, or find what lies nearest to a threshold.
public enum QueueRequest: Hashable, Sendable {
    /// A design draws more densely near the lines; nil for a simple sample.
    case estimation(Bucket, Thresholds, seed: UInt64, limit: Int, design: SampleDesign?)
    case hunt(ThresholdName, Thresholds, limit: Int)
    case list(ItemListQuery, from: Int, limit: Int)

    /// Items at most.
    public var limit: Int {
        switch self {
        case .estimation(_, _, _, let limit, _), .hunt(_, _, let limit), .list(_, _, let limit): limit
        }
    }
}

/// A queue as a worker found it.
public enum QueueFindings: Hashable, Sendable {
    case estimation(EstimationQueue)
    /// Items in order, and how many there are in all.
    case items([UInt32], size: Int)
    /// It could not be found, and why.
    case failed(String)
}

/// A queue that was asked for, while what it needs is made.
public struct PendingQueue: Hashable, Sendable {
    /// What was chosen.
    public let choice: QueueChoice
    /// Answers that are wanted; of a sample nil for the usual goal, which follows from how many distinct items there are.
    public let goal: Int?
    /// Whether scores and call are to be hidden.
    public let isBlind: Bool
    /// Whether some items are to come a second time.
    public let repeatsSome: Bool
    let request: QueueRequest

    /// True where contents are needed before anything can be asked for.
    var isSample: Bool { if case .estimation = request { true } else { false } }
}

extension QueueState {
    /// A sample of a bucket, as it was asked for.
    init(_ drawn: EstimationQueue, of bucket: Bucket, _ wanted: PendingQueue, goal: Int, began: Double) {
        self.init(
            kind: .estimation(bucket),
            title: bucket.name,
            items: drawn.items,
            numbers: drawn.numbers,
            seed: drawn.seed,
            size: drawn.size,
            rows: drawn.rows,
            density: drawn.design.map { QueueState.Density(design: $0, near: drawn.nearSize) },
            isBlind: wanted.isBlind,
            // Of a grid less of the sample may be at hand than is wanted.
            goal: min(goal, max(1, drawn.items.count)),
            began: began,
            repeatsSome: wanted.isBlind && wanted.repeatsSome
        )
    }

    /// Items in order, of so many in all, as they were asked for.
    init(_ items: [UInt32], of size: Int, _ wanted: PendingQueue, title: String, began: Double) {
        self.init(
            kind: wanted.choice == .list ? .list : .hunt,
            title: title,
            items: items,
            size: size,
            isBlind: false,
            goal: min(wanted.goal ?? size, max(1, size)),
            began: began
        )
    }
}
