public import Basics
import RoundModel

/// Works out what a wish for a threshold comes to, where that takes more than some looks at the index.
public struct WishJob: Job {
    public static let lane = Lane.wish
    /// What is wanted.
    public let request: WishRequest
    let population: Population
    let index: ScoreIndex?
    /// What the items are a sample of; nil where they are the round.
    var grid: ScoreGrid?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        func read(_ path: String) -> Result<Thresholds, WorkFailure> {
            do throws(WorkFailure) {
                return .success(try site.thresholds(of: path))
            } catch {
                return .failure(error)
            }
        }
        let answer =
            grid.map { request.answer(in: $0, read: read) }
            ?? request.answer(
                counts: { stop.isCancelled ? BucketCounts() : population.counts(at: $0, index) },
                read: read
            )
        if !stop.isCancelled { report(.counts(.wished(request, answer))) }
    }
}

extension Population {
    /// What the buckets hold, verdicts included.
    ///
    /// - Complexity: O(log² n + m) for m verdicts with an index; else O(n), on all cores.
    func counts(at thresholds: Thresholds, _ index: ScoreIndex?) -> BucketCounts {
        guard let index else { return tally(thresholds, baseline: thresholds).counts }
        var tally = index.tally(thresholds, baseline: thresholds)
        judged?.correct(&tally, in: self)
        return tally.counts
    }
}
