public import Basics
import ItemFilter
import RoundModel

/// Reads a field of all items, and puts them in its order.
///
/// A later one takes its place: there is one order at a time.
public struct SortJob: Job {
    public static let lane = Lane.sort
    let request: SortRequest

    public func ends(_ earlier: any Job) -> Bool { true }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let request = request
        do throws(WorkFailure) {
            let ranks = try site.ranks(by: request.field, stop) { report(.list(.sorting(request, fraction: $0))) }
            report(.list(.ranked(request, ranks)))
        } catch {
            if !error.isStopped { report(.list(.sortFailed(request, error.message))) }
        }
    }
}
