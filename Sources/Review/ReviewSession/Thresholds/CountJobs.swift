public import Basics
import RoundModel

/// Counts buckets, flows and ties.
public struct CountJob: Job {
    public static let lane = Lane.count
    /// What is counted, and at which thresholds.
    public let request: CountRequest
    let population: Population
    /// What the items are a sample of; nil where they are the round.
    var grid: ScoreGrid?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let tally = population.tally(request.thresholds, baseline: request.baseline)
        report(.counts(.counted(request, tally, grid.map { request.counts(of: $0) })))
    }
}

/// Makes an index of the items; without one counts take longer, and nothing else.
public struct IndexJob: Job {
    public static let lane = Lane.index
    let revision: Revision
    let population: Population

    public func ends(_ earlier: any Job) -> Bool { true }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        guard (try? site.require(16 * population.columns.count)) != nil,
            let index = ScoreIndex(population, isCancelled: { stop.isCancelled })
        else { return }
        report(.counts(.indexed(revision, index)))
        site.giveBackMemory()
    }
}
