public import RoundModel

/// Count the items of a revision.
public struct CountRequest: Hashable, Sendable {
    /// The items to count.
    public internal(set) var revision: Revision
    /// The thresholds to count with.
    public let thresholds: Thresholds
    /// The thresholds that flows start from.
    public let baseline: Thresholds

    /// What it comes to in a grid.
    func counts(of grid: ScoreGrid) -> GridCounts { GridCounts(grid, at: thresholds, baseline: baseline) }
}
