internal import ReviewAudit
public import RoundModel

extension ExportVerdicts {
    /// These with what the verdicts state about the sets that are exported at some thresholds, for the manifest: the
    /// share of wrong items that is left in each after the mistakes found were taken out.
    ///
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public func stating(at thresholds: Thresholds) -> ExportVerdicts {
        guard let source = try? AuditSource(of: round), let audits = try? AuditReport.buckets(source, at: thresholds)
        else { return self }
        func record(_ bucket: Bucket) -> ExportedErrorRecord? {
            audits.first { $0.bucket == bucket }.map { ExportedErrorRecord($0) }
        }
        var stating = self
        stating.statedError = StatedError(adversarial: record(.adversarial), accepted: record(.accepted))
        return stating
    }
}
