public import Basics
import RoundModel

/// Makes a verdict on many items.
public struct CollectJob: Job {
    public static let lane = Lane.collect
    /// The items, and the verdict.
    public let request: BulkRequest

    public func ends(_ earlier: any Job) -> Bool { true }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let number = request.number
        let progress = EvenProgress { report(.bulk(.progressed(number, fraction: $0))) }
        do throws(WorkFailure) {
            try site.require(8 * request.population.count)
            let items = request.items
            // What is judged must be taken over as well.
            let room = try site.claim(.bulk, times: items.count)
            defer { withExtendedLifetime(room) {} }
            let digests = try site.digests(of: items, stop) { progress.tell($0, of: items.count) }
            if stop.isCancelled { return }
            report(.bulk(.collected(number, items, request.verdicts(on: items, digests: digests))))
        } catch {
            if !error.isStopped { report(.bulk(.failed(number, error.message))) }
        }
    }
}
