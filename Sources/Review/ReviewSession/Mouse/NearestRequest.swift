public import RoundModel

/// Find the item that comes nearest to a cell of the plot.
public struct NearestRequest: Hashable, Sendable {
    /// The items to look at.
    public let revision: Revision
    /// Where to look.
    public let cell: PlotCell
    /// Whether the item is to be read, as at the crosshair; then none is too far away.
    public internal(set) var opens = false

    /// How many cells away an item may lie at most.
    private var reach: Double { opens ? .infinity : 3 }

    /// - Complexity: O(items).
    public func find(in population: Population) -> UInt32? {
        population.nearest(to: cell.middle, unit: cell.size, within: reach)
    }
}
