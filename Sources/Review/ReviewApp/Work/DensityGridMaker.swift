import DensityPlot
import ReviewSession
import RoundModel

/// Bins a round as the session asked for it.
enum DensityGridMaker {
    /// - Parameter index: of the same items; nil where there is none yet, and each has to be looked at.
    static func grid(_ request: GridRequest, _ items: Population, _ index: ScoreIndex?) -> DensityGrid {
        guard let index else {
            return DensityGrid(items, axes: request.axes, columns: request.columns, rows: request.rows)
        }
        return DensityGrid(index, axes: request.axes, columns: request.columns, rows: request.rows)
    }
}
