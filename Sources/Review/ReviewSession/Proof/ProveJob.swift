public import Basics

/// Finds out what the verdicts prove.
public struct ProveJob: Job {
    public static let lane = Lane.prove
    let request: ProofRequest

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        do throws(WorkFailure) {
            let room = try site.claim(.report, times: request.count)
            defer { withExtendedLifetime(room) {} }
            let prompts = try site.promptKeys(of: request.labelled, revision: request.revision)
            report(.proved(request.key, request.answer(prompts: prompts)))
        } catch {
            report(.proved(request.key, .failed(error.message)))
        }
    }
}
