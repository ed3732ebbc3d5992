public import DensityPlot
public import RoundModel

/// What has been asked of the workers, so that nothing is asked twice and late answers are known.
public struct Requests: Sendable {
    /// The count that was asked for last, whether or not it has come; nil before the first.
    public var count: CountRequest?
    /// The plot that was asked for last, likewise.
    public var grid: GridRequest?
    /// The list that was asked for last, likewise; nil also where it must be made anew.
    public var list: ListRequest?
    /// Items whose texts are on their way.
    public var texts: Set<UInt32> = []
    /// Numbers of the invalid rows whose texts are on their way.
    public var invalidTexts: Set<Int> = []
    /// The settings that an export was previewed for last; nil where that must be done anew.
    public var preview: ExportSettings?
    /// What a move began from, until its counts are there and the message about it can be made.
    public var announce: MoveStart?

    public init() {}
}

/// The thresholds before a move, and the counts at them where they were known.
public struct MoveStart: Hashable, Sendable {
    /// The thresholds that the first of the moves began from.
    public var thresholds: Thresholds
    /// What the buckets held there; nil where no count for these thresholds had come yet.
    public var counts: BucketCounts?
}

/// Count the items of a revision.
public struct CountRequest: Hashable, Sendable {
    /// The snapshot to count, as in `RoundState.revision`.
    public var revision: Int
    /// The thresholds to count with.
    public var thresholds: Thresholds
    /// The thresholds that flows start from.
    public var baseline: Thresholds
}

/// Bin the items of a revision.
public struct GridRequest: Hashable, Sendable {
    /// The snapshot to bin, as in `RoundState.revision`.
    public var revision: Int
    /// The part of the score plane to cover.
    public var viewport: Viewport
    /// Dots across, above 0.
    public var columns: Int
    /// Dots up, above 0.
    public var rows: Int
}

/// List items of a revision.
public struct ListRequest: Hashable, Sendable {
    /// The snapshot to list, as in `RoundState.revision`.
    public var revision: Int
    /// Which items, and in which order.
    public var query: ItemListQuery
}
