import AuditStatistics
import ReviewAudit
import RoundExport
import RoundFiles
import RoundModel
import Verdicts

extension RoundWork {
    /// What the verdicts on a round come to.
    struct Audited {
        /// All that is told, at the thresholds.
        let report: AuditReport
        /// At the others.
        let others: [AuditReport]
        /// The items that contents with verdicts are.
        let items: [ItemDigest: [UInt32]]
        /// Contents with verdicts that the round does not have.
        let missing: [ItemDigest]
        /// Nil where there is no plan, or none that can be judged in this round.
        let certificate: CertificateStatus?
    }

    /// What the verdicts prove at some thresholds, and briefly at others.
    ///
    /// - Parameters:
    ///   - alpha: the probability that an interval misses.
    /// - Throws: why the round cannot be read again, or a figure cannot be; ends the program where it was interrupted.
    /// - Complexity: O(bytes of the round).
    func audit(
        _ review: ReviewFileWork.Kept,
        of loaded: LoadedRound,
        at theta: Thresholds,
        others: [Thresholds] = [],
        alpha: Double
    ) throws(ProgramFailure) -> Audited {
        let (record, seed) = (review.record, review.seed)
        let (keys, match) = try contents(of: loaded, for: record)
        let items = SharedMap(match.items)
        let labelled = AuditReport.labelled(record.items, items: items, seed: seed)
        let cancellation = interruption.cancellation
        let prompts = try run { () throws(ExportError) in
            do throws(RoundFilesError) {
                return try RoundContent.promptKeys(of: labelled, in: loaded, cancellation: cancellation)
            } catch {
                throw error == .cancelled
                    ? .cancelled : .source(message: error.message, exitStatus: error.exitStatus)
            }
        }
        do throws(AuditError) {
            func report(_ theta: Thresholds) throws(AuditError) -> AuditReport {
                try AuditReport(
                    record.items,
                    items: items,
                    in: loaded.columns,
                    keys: keys,
                    seed: seed,
                    at: theta,
                    prompts: prompts,
                    alpha: alpha
                )
            }
            var reports: [AuditReport] = []
            for theta in others { reports.append(try report(theta)) }
            return Audited(
                report: try report(theta),
                others: reports,
                items: match.items,
                missing: match.missing,
                certificate: CertificateStatus(of: record, items: match.items, in: loaded.columns, keys: keys)
            )
        } catch {
            throw ProgramFailure(status: 65, message: "\(error)")
        }
    }
}
