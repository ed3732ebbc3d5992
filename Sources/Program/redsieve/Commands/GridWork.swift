import RoundGrid
import RoundModel

/// What commands need of a grid.
enum GridWork {
    /// Refuses the folder of a grid where a round is wanted.
    static func refuse(_ paths: [String]) throws(ProgramFailure) {
        guard let path = paths.first(where: RoundGrid.isGrid) else { return }
        throw ProgramFailure(
            status: 65,
            message:
                "\(path) is a grid, not a round: redsieve \(path) reviews it, summary counts it, and plan --select goes on "
                + "from it"
        )
    }

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
}
