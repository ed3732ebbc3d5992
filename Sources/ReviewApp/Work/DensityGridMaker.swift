import DensityPlot
import ReviewSession
import RoundModel

/// Bins a round as the session asked for it.
enum DensityGridMaker {
    /// - Parameter index: of the same items; nil where there is none yet, and each has to be looked at.
    static func grid(_ request: GridRequest, _ items: Population, _ index: ScoreIndex?) -> DensityGrid {
        guard let index else {
            return DensityGrid(items, viewport: request.viewport, columns: request.columns, rows: request.rows)
        }
        return DensityGrid(index, viewport: request.viewport, columns: request.columns, rows: request.rows)
    }
}
