import Basics
import Configuration
import RoundFiles
import RoundFilter
import RoundModel
import RoundScoring

/// The rows of a scored round that get a score besides those that they have.
struct ScoreAddition {
    let choice: RowChoice
    /// For the record.
    let chosen: ScoringRecord.Chosen
    /// The record of the round; nil where it has none.
    let earlier: OrderedJSON?

    /// What the choice depends on, so that a run is not gone on with another one.
    var settings: [ScoringRequest.Setting] {
        [
            .init("filter", chosen.filter ?? "none"), .init("near", chosen.near.map { "\($0)" } ?? "none"),
            .init("thresholds", chosen.thresholds.map { "\($0)" }.joined(separator: ",")),
            .init("chosen rows", "\(chosen.rows)"),
        ]
    }

    /// Reads the round and chooses.
    ///
    /// - Parameters:
    ///   - request: the round, with its fields.
    ///   - work: reads and filters, and can be interrupted.
    init(
        _ options: AdditionOptions,
        _ thresholds: ThresholdOptions,
        of request: RoundRequest,
        _ configuration: Configuration,
        by work: RoundWork
    ) throws(ProgramFailure) {
        let kept = try ReviewFileWork.find(options.review, for: request.paths, thresholds.defaults)
        let loaded = try work.load(request, hashes: nil)
        guard loaded.report.streams.isEmpty else {
            throw ProgramFailure(
                status: 64,
                message: "--add reads the round twice, and a pipe can be read once; name a file"
            )
        }
        let theta = work.thresholds(thresholds.sources(kept?.place, configuration), for: loaded).chosen
        if options.filter != nil || options.near != nil { work.tell(theta, kept) }
        var population = Population(loaded.columns)
        if let filter = options.filter {
            population = try work.filterCounts(filter, RoundFields(loaded), at: theta.thresholds, kept).items
        }
        var items = Array(0..<loaded.columns.count).filter(population.contains)
        if let near = options.near {
            items = items.filter { item in
                loaded.columns.scores(of: item).map { theta.thresholds.areNear($0, within: near) } ?? false
            }
        }
        let choice = RowChoice(items: items, of: loaded)
        self.choice = choice
        let lines = theta.thresholds
        chosen = ScoringRecord.Chosen(
            rows: choice.count,
            filter: options.filter,
            near: options.near,
            thresholds: [lines.adv, lines.safety, lines.help]
        )
        earlier = request.paths.count == 1 ? RecordFile(of: request.paths[0]).contents : nil
    }
}
