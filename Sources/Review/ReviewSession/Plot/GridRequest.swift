public import DensityPlot

/// Bin the items of a revision.
public struct GridRequest: Hashable, Sendable {
    /// The items to bin.
    public internal(set) var revision: Revision
    /// What the dots are pieces of.
    public internal(set) var axes: PlotAxes
    /// Dots across, above 0.
    public internal(set) var columns: Int
    /// Dots up, above 0.
    public internal(set) var rows: Int
}
