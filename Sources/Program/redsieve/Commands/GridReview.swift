import ReviewSession
import RoundExport
import RoundFiles
import RoundGrid
import RoundModel

/// A grid as a review opens it: its counts, and the drawn rows as the round that is read.
struct GridReview {
    /// The counts.
    let grid: ReviewedGrid
    /// The drawn rows.
    let request: RoundRequest
    /// What they were drawn with.
    let seed: UInt64

    /// Nil where no grid is named.
    ///
    /// - Throws: why it cannot be used, or what does not go with it.
    init?(_ round: RoundOptions) throws(ProgramFailure) {
        guard let folder = round.rounds.first(where: RoundGrid.isGrid) else { return nil }
        guard round.rounds.count == 1 else {
            throw ProgramFailure(status: 64, message: "\(folder) is a grid of a whole round; name nothing beside it")
        }
        guard round.fields.isEmpty, round.lowerIsBetter.isEmpty else {
            throw ProgramFailure(
                status: 64,
                message: "\(folder) was counted by the fields of its plan; leave --field and --lower-is-better out"
            )
        }
        let found = try GridWork.open(folder)
        let sample: String
        do throws(GridProblem) {
            sample = try found.sample(in: folder)
        } catch {
            throw ProgramFailure(status: 65, message: "\(folder): \(error.message)")
        }
        guard let seed = UInt64(found.record.seed) else {
            throw ProgramFailure(status: 65, message: "\(folder): the seed of the grid is no number")
        }
        self.seed = seed
        grid = ReviewedGrid(found.counts, folder: folder, drawn: found.drawn)
        RoundPrivacy.keep([folder])
        var request = RoundRequest(
            paths: [sample],
            fields: found.record.fields.values.mapValues { $0.joined(separator: ".") },
            lowerIsBetter: Set(found.record.lowerIsBetter)
        )
        request.name = RoundNames.name(of: [folder])
        self.request = request
    }
}
