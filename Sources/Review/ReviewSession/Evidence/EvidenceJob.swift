public import Basics

/// Finds out what the verdicts show.
public struct EvidenceJob: Job {
    public static let lane = Lane.evidence
    let request: EvidenceRequest

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        do throws(WorkFailure) {
            let room = try site.claim(.report, times: request.count)
            defer { withExtendedLifetime(room) {} }
            let labelled = request.labelled
            let prompts = try site.promptKeys(of: labelled, revision: request.revision)
            let kinds = try site.kinds(of: labelled, revision: request.revision)
            report(.evidence(request.key, request.answer(prompts: prompts, kinds: kinds)))
        } catch {
            report(.evidence(request.key, .failed(error.message)))
        }
    }
}
