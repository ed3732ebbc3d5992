public import RoundModel

/// What the buckets hold at the thresholds, and what has been asked for to know it.
public struct CountState: Sendable {
    /// The newest finished count; nil before the first. It may lag behind the thresholds for a moment.
    public internal(set) var tally: Tally?
    /// Counts the items at once where it is of the present ones; nil until it is made, and then counts are asked for.
    public internal(set) var index: ScoreIndex?
    /// The count that was asked for last, whether or not it has come; nil before the first.
    public internal(set) var asked: CountRequest?
    /// What the newest counts answer.
    public internal(set) var answered: CountRequest?
    /// The items that an index was asked for last.
    var indexed: Revision?
    /// What a move began from, until its counts are there and the message about it can be made.
    var announced: MoveStart?
}

/// Count the items of a revision.
public struct CountRequest: Hashable, Sendable {
    /// The items to count.
    public internal(set) var revision: Revision
    /// The thresholds to count with.
    public internal(set) var thresholds: Thresholds
    /// The thresholds that flows start from.
    public internal(set) var baseline: Thresholds
}

/// The thresholds before a move, and the counts at them where they were known.
public struct MoveStart: Hashable, Sendable {
    /// How thresholds come to move.
    public enum Manner: Sendable {
        /// Made anew, taken back, or made again after that.
        case made, undone, redone
    }

    /// The manner of all of the moves.
    public internal(set) var manner: Manner
    /// The thresholds that the first of the moves began from.
    public internal(set) var thresholds: Thresholds
    /// What the buckets held there; nil where no count for these thresholds had come yet.
    public internal(set) var counts: BucketCounts?
}
