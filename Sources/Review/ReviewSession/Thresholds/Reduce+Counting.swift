import RoundModel
import Verdicts

/// What counts are to the rest of the review: what they do by themselves stands in `CountState`.
extension ReviewState {
    /// The items at the present thresholds, whatever people say about them.
    var shownItems: CountRequest { counts(of: itemRevision) }

    /// The count that the screen shows once it is there.
    var wantedCount: CountRequest { counts(of: revision) }

    private func counts(of items: Revision) -> CountRequest {
        CountRequest(revision: items, thresholds: thresholds.now, baseline: thresholds.baseline)
    }

    mutating func take(_ update: CountUpdate) {
        switch update {
        case .counted(let request, let tally, let whole): take(request, tally, whole)
        case .indexed(let revision, let index): counting.take(index, of: revision, now: itemRevision)
        case .wished(let request, let answer): take(request, answer)
        }
    }

    private mutating func take(_ request: CountRequest, _ tally: Tally, _ whole: GridCounts?) {
        guard counting.take(request, tally, whole, of: revision) else { return }
        if round.isComplete { list.showFullest(tally.counts, shownItems) }
        // What was said since is not to be lost behind it.
        if let told = counting.tellMove(countContext), message?.kind == .done { message = told }
    }

    mutating func missingIndex() -> (any Job)? {
        // While rows still come, an index would be out of date before it is made.
        guard round.isComplete, find.search?.isRunning != true, !isFiltering, counting.wantsIndex(of: itemRevision)
        else { return nil }
        return IndexJob(revision: itemRevision, population: population)
    }

    /// True while items that pass the filter in force are still being found.
    private var isFiltering: Bool { find.filter.map { !$0.isComplete && $0.problem == nil } ?? false }

    /// Cells of a grid that are counted within a key.
    private static let quickCells = 1_000_000

    mutating func missingCount() -> (any Job)? {
        let wanted = wantedCount
        guard counting.wants(wanted) else { return nil }
        // With many judged items even their correction takes longer than a key may.
        if let index = counting.index(of: itemRevision), verdicts.judged?.count ?? 0 < 50_000,
            grid.map({ $0.size < Self.quickCells }) ?? true
        {
            var tally = index.tally(wanted.thresholds, baseline: wanted.baseline)
            verdicts.judged?.correct(&tally, in: population)
            take(wanted, tally, grid.map { wanted.counts(of: $0) })
            return nil
        }
        return CountJob(request: wanted, population: population, grid: grid)
    }
}
