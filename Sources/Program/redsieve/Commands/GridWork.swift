import RoundGrid
import RoundModel

/// What commands need of a grid.
enum GridWork {
    /// Reads the counts of a grid.
    ///
    /// - Throws: why it cannot be used, with its name.
    static func open(_ path: String) throws(ProgramFailure) -> RoundGrid {
        guard RoundGrid.isGrid(path) else {
            throw ProgramFailure(
                status: 66,
                message: "\(path) is no grid: \(RoundGrid.fileName), which the job writes last, is not in it"
            )
        }
        do throws(GridProblem) {
            return try RoundGrid(folder: path)
        } catch {
            throw ProgramFailure(status: 65, message: "\(path): \(error.message)")
        }
    }

    /// The thresholds that count for a grid: those that are named, else the ones of its plan, else those its scores suggest.
    static func thresholds(_ sources: ThresholdSources, for grid: RoundGrid) -> ChosenThresholds {
        var origins = sources.origins
        let planned = grid.record.thresholds
        let known = sources.known.filled(
            from: ThresholdDefaults(adv: planned?.adv, safety: planned?.safety, help: planned?.help)
        )
        let isUnit = [grid.safety, grid.helpfulness].allSatisfy { $0.min >= 0 && $0.max <= 1 }
        for name in ThresholdName.allCases where origins[name] == nil {
            // Whoever planned the grid has given them.
            origins[name] = known[name] != nil ? .given : isUnit ? .usual : .suggested
        }
        return ChosenThresholds(thresholds: grid.suggestion(for: known), origins: origins)
    }
}
