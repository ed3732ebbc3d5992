public import Basics
import ReviewAudit
import RoundModel

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
