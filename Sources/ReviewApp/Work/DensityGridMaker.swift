import DensityPlot
import ReviewSession
import RoundModel

/// Bins a round as the session asked for it.
enum DensityGridMaker {
    static func grid(_ request: GridRequest, _ items: Population) -> DensityGrid {
        DensityGrid(items, viewport: request.viewport, columns: request.columns, rows: request.rows)
    }
}
