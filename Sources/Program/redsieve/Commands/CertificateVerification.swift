import ReviewAudit
import ReviewStore
import RoundExport
import Verdicts

/// Judges a certificate that a manifest claims, by the verdicts of a review alone.
enum CertificateVerification {
    /// - Parameters:
    ///   - claimed: what the manifest claims.
    ///   - path: the review.
    ///   - entries: how far what the export heeded had come; nil where it does not say.
    /// - Returns: what speaks against it, and what to say where nothing does.
    /// - Throws: why the review cannot be read.
    static func check(
        _ claimed: Result<CertifiedSet, CertificateProblem>,
        by path: String,
        entries: Int?
    ) throws(ProgramFailure) -> (problems: [String], confirmed: String) {
        let claim: CertificateClaim
        do throws(CertificateProblem) { claim = try claimed.get().claim } catch {
            return (["its certificate cannot be checked: \(error.message)"], "")
        }
        let all: ReviewRecord
        let then: ReviewRecord
        do throws(ReviewStoreError) {
            let store = try ReviewStore.read(ReviewLocation(path: ProgramPath.absolute(path)))
            all = store.record()
            then = store.record(upTo: entries)
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
        let before = claim.problems(in: then)
        if !before.isEmpty { return (before.map { "the verdicts refute its certificate: \($0)" }, "") }
        let now = claim.problems(in: all)
        if !now.isEmpty {
            return (now.map { "verdicts of its certificate have changed since: \($0)" }, "")
        }
        return ([], "; the verdicts confirm its certificate (\(claim.outcome), \(claim.labels) checked)")
    }
}
