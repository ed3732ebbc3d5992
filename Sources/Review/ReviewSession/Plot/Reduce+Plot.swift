public import DensityPlot
import RoundModel
import Verdicts

/// What the plot is to the rest of the review: what it does by itself stands in `PlotState`.
extension ReviewState {
    /// The part of the score plane that the plot shows; nil until the first items are there.
    public var viewport: Viewport? { plot.viewport(plotContext) }

    /// How scores and the plot's cells go together; nil where there is no plot.
    public var plotCells: PlotCells? { plot.cells(in: panes) }

    /// The categories of the cells as they are now; nil where the colours mean none, and until they are known.
    public var plotLayer: PlotLayer? { plot.presentLayer(in: panes) }

    /// What there is at the crosshair; nil while it is not shown.
    ///
    /// - Complexity: O(cells across and up).
    public var crosshairReading: CrosshairReading? { plot.crosshairReading(at: thresholds.now, in: panes) }

    mutating func take(_ update: PlotUpdate) {
        switch update {
        case .binned(_, let grid): plot.dots.take(grid)
        case .coloured(let layer): if layer.request.revision.round <= round.revision { plot.colours.take(layer) }
        case .nearestFound(let request, let item): takeNearest(request, item)
        }
    }

    /// Follows the wheel over the plot.
    mutating func zoom(by notches: Int, about cell: PlotCell) {
        let context = plotContext
        guard plot.viewport(context) != nil, plot.wholeAxes(context) != nil else { return }
        message = plot.zoom(by: notches, about: cell, context)
    }

    /// Opens the item that is nearest to the crosshair.
    mutating func openAtCrosshair() -> [Effect] {
        guard let cell = plot.crosshairCell(in: panes) else {
            say(plot.crosshairObstacle(plotContext))
            return []
        }
        let request = NearestRequest(revision: itemRevision, cell: cell, opens: true)
        return [.work(NearestJob(request: request, population: population))]
    }

    // MARK: What it needs

    /// The dots.
    mutating func missingGrid() -> (any Job)? {
        let context = plotContext
        guard let wanted = plot.wantedGrid(context) else { return nil }
        return BinJob(request: wanted, population: population, index: context.index)
    }

    /// The categories of the cells, where the colours mean some.
    mutating func missingLayer() -> (any Job)? {
        guard let wanted = plot.wantedLayer(plotContext, &front.message) else { return nil }
        let said = PlotLayer.Said(records: verdicts.record.items, digests: verdicts.digests)
        return ColourJob(request: wanted, population: population, said: said)
    }
}
