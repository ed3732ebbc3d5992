public import DensityPlot
public import RoundModel

/// What has been asked of the workers, so that nothing is asked twice and late answers are known.
public struct Requests: Sendable {
    public var count: CountRequest?
    public var grid: GridRequest?
    public var list: ListRequest?
    public var texts: Set<UInt32> = []
    public var invalidTexts: Set<Int> = []
    public var preview: ExportSettings?
    /// What a move began from, until its counts are there and the message about it can be made.
    public var announce: MoveStart?

    public init() {}
}

/// The thresholds before a move, and the counts at them where they were known.
public struct MoveStart: Hashable, Sendable {
    public var thresholds: Thresholds
    public var counts: BucketCounts?
}

/// Count the items of a revision.
public struct CountRequest: Hashable, Sendable {
    public var revision: Int
    public var thresholds: Thresholds
    public var baseline: Thresholds
}

/// Bin the items of a revision.
public struct GridRequest: Hashable, Sendable {
    public var revision: Int
    public var viewport: Viewport
    /// Dots across and up.
    public var columns: Int
    public var rows: Int
}

/// List items of a revision.
public struct ListRequest: Hashable, Sendable {
    public var revision: Int
    public var query: ItemListQuery
}
