public import DensityPlot

/// Bin the items of a revision.
public struct GridRequest: Hashable, Sendable {
    /// The items to bin.
    public let revision: Revision
    /// What the dots are pieces of.
    public let axes: PlotAxes
    /// Dots across, above 0.
    public let columns: Int
    /// Dots up, above 0.
    public let rows: Int
}
