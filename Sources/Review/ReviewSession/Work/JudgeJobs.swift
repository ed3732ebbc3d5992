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

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.queueMade(round, request, findings(at: site)))
    }

    private func findings(at site: any WorkSite) -> QueueFindings {
        do throws(WorkFailure) {
            let room = try site.claim(.queue, times: min(request.limit, population.count))
            defer { withExtendedLifetime(room) {} }
            return QueueMaker.findings(request, in: population, content: content)
        } catch {
            return .failed(error.message)
        }
    }
}

/// Makes a plan for a certificate, or draws its sample.
public struct CertificateJob: Job {
    public static let lane = Lane.content
    let request: CertificateRequest
    let columns: ScoreColumns
    let content: ContentKeys?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.certificateMade(request, findings(at: site)))
    }

    private func findings(at site: any WorkSite) -> Result<CertificateFindings, CertificateProblem> {
        do throws(WorkFailure) {
            // A sample holds some thousand items; what is ordered for it may be all that are accepted.
            let room = try site.claim(.bytes, times: 24 * columns.count)
            defer { withExtendedLifetime(room) {} }
            return CertificateMaker.findings(request, in: columns, content: content)
        } catch {
            return .failure(.noMemory(error.message))
        }
    }
}

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
