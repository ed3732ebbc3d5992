public import Basics
import ReviewAudit
import RoundModel

/// Finds what a queue over the round with a revision goes over.
public struct QueueJob: Job {
    public static let lane = Lane.content
    let round: Int
    let request: QueueRequest
    let population: Population
    let content: ContentKeys?
    /// The round that the items were drawn from; nil where they are all of it.
    var whole: WholeRound?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.queueMade(round, request, findings(at: site)))
    }

    private func findings(at site: any WorkSite) -> QueueFindings {
        do throws(WorkFailure) {
            let room = try site.claim(.queue, times: min(request.limit, population.count))
            defer { withExtendedLifetime(room) {} }
            let found = QueueMaker.findings(request, in: population, content: content)
            guard let whole, case .estimation(let queue) = found else { return found }
            return .estimation(queue.beginning(of: whole))
        } catch {
            return .failed(error.message)
        }
    }
}
