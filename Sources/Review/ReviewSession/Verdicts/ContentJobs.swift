public import Basics
import RoundModel
import Verdicts

/// Reads the contents of all items of the round with a revision, and has the review meet the round that they come to.
public struct ContentJob: Job {
    public static let lane = Lane.content
    let round: Int

    /// A reading of the round of before is of no use any more; what else waits for contents is.
    public func ends(_ earlier: any Job) -> Bool { earlier is ContentJob }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let round = round
        let progress = EvenProgress { report(.content(.progressed(round, fraction: $0))) }
        do throws(WorkFailure) {
            let keys = try site.contentKeys(stop) { done, total in progress.tell(done, of: total) }
            site.meet(keys, report)
            report(.content(.read(round, keys)))
        } catch {
            if !error.isStopped { report(.content(.failed(round, error.message))) }
        }
    }
}

/// Finds the items that contents with a verdict are: where they stood, or anywhere.
public struct MatchJob: Job {
    public static let lane = Lane.content
    let ticket: Ticket
    let request: MatchRequest
    /// The contents of all items, to look for them anywhere; nil to look where they stood.
    let keys: ContentKeys?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        do throws(WorkFailure) {
            let room = try site.claim(.matching, times: request.count)
            defer { withExtendedLifetime(room) {} }
            let found: ContentItems
            if let keys {
                found = try site.items(holding: request.contents, keys: keys)
            } else {
                found = try site.items(at: request.places)
            }
            let matched = request.answer(found.items, missing: found.missing, isThorough: keys != nil)
            report(.verdicts(.matched(ticket, matched)))
        } catch {
            report(.verdicts(.matchFailed(ticket, error.message)))
        }
    }
}

/// Takes over entries with many verdicts.
public struct FoldJob: Job {
    public static let lane = Lane.fold
    /// What is taken over, and into what.
    public let request: FoldRequest
    let ticket: Ticket

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        do throws(WorkFailure) {
            let room = try site.claim(.fold, times: request.count)
            defer { withExtendedLifetime(room) {} }
            report(.verdicts(.folded(request.folded(), ticket)))
        } catch {
            report(.verdicts(.foldFailed(ticket, error.message)))
        }
    }
}
