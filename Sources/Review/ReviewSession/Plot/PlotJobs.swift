public import Basics
import DensityPlot
import RoundModel

/// Bins the items for the plot, by their index where there is one.
public struct BinJob: Job {
    public static let lane = Lane.bin
    let request: GridRequest
    let population: Population
    /// Of the same items; nil where there is none yet, and each has to be looked at.
    let index: ScoreIndex?

    /// True where every item has to be looked at.
    public var isScan: Bool { index == nil }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let (columns, rows) = (request.columns, request.rows)
        let grid =
            index.map { DensityGrid($0, axes: request.axes, columns: columns, rows: rows) }
            ?? DensityGrid(population, axes: request.axes, columns: columns, rows: rows)
        report(.plot(.binned(request, grid)))
    }
}

/// Finds the categories of the plot's cells; where that cannot be, the plot keeps the colours that it has.
public struct ColourJob: Job {
    public static let lane = Lane.colour
    let request: LayerRequest
    let population: Population
    let said: PlotLayer.Said

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        switch request.subject {
        case .verdicts(let thresholds):
            guard (try? site.require(said.count * 64)) != nil else { return }
            report(.plot(.coloured(PlotLayer(request, at: thresholds, said, in: population))))
        case .field(let field):
            guard let (values, codes, bins) = site.codes(of: field) else { return }
            let layer = PlotLayer(request, values: values, codes: codes, bins: bins, in: population)
            report(.plot(.coloured(layer)))
        }
    }
}

/// Finds the item nearest to a cell of the plot.
public struct NearestJob: Job {
    public static let lane = Lane.nearest
    let request: NearestRequest
    let population: Population

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.plot(.nearestFound(request, request.find(in: population))))
    }
}
