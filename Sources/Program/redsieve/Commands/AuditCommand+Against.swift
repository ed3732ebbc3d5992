import AuditStatistics
import Configuration
import ReviewAudit
import RoundFiles
import RoundModel

extension AuditCommand {
    /// The earlier round beside this one, at this one's thresholds.
    func compare(
        _ report: AuditReport,
        _ loaded: LoadedRound,
        _ configuration: Configuration,
        _ work: RoundWork
    ) throws(ProgramFailure) -> RoundComparison {
        var request = round.request(with: configuration)
        request.paths = against
        let kept = try ReviewFileWork.openIfThere(againstReview, for: against)
        let earlier = try work.load(request, hashes: nil)
        let audited = try kept.map { kept throws(ProgramFailure) in
            try work.audit(kept, of: earlier, at: report.thresholds, alpha: alpha)
        }
        do throws(AuditError) {
            return try RoundComparison(
                from: RoundComparison.Side(earlier.columns, audited?.report),
                to: RoundComparison.Side(loaded.columns, report),
                at: report.thresholds,
                alpha: alpha
            )
        } catch {
            throw ProgramFailure(status: 65, message: "\(PathText.shown(against[0])): \(error)")
        }
    }
}
