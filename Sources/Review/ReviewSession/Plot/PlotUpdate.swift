public import DensityPlot

/// What is told of the plot.
public enum PlotUpdate: Sendable {
    /// The plot's dots for the viewport and the size that the request names.
    case binned(GridRequest, DensityGrid)
    /// The categories of the plot's cells.
    case coloured(PlotLayer)
    /// The item that lies nearest to a cell of the plot; nil where none is near.
    case nearestFound(NearestRequest, UInt32?)
}

extension PlotUpdate {
    /// The round that it is about.
    var round: Int? {
        switch self {
        case .binned(let request, _): request.revision.round
        case .coloured(let layer): layer.request.revision.round
        case .nearestFound(let request, _): request.revision.round
        }
    }
}
