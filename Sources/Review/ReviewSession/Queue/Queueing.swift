public import ReviewAudit

/// How queues are made, and the one that is.
public struct Queueing: Sendable {
    /// A queue that was asked for and is being made.
    public internal(set) var pending: PendingQueue?
    /// The share of a sample that every reviewer is given; the rest is shared out among them.
    public internal(set) var overlap: QueueOverlap
    /// Answers that a queue asked for last.
    var goal = 59
    /// The queue that was asked for last.
    var asked = Asked<QueueRequest>()

    init(overlap: QueueOverlap) { self.overlap = overlap }
}
