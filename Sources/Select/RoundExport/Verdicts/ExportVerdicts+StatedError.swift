internal import ReviewAudit
public import RoundModel
internal import Verdicts

extension ExportVerdicts {
    /// These with what the labels state about the sets that are exported at some thresholds, for the manifest: the
    /// share of wrong items that is left in each after the mistakes found were taken out.
    ///
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public func stating(at thresholds: Thresholds, in columns: ScoreColumns) -> ExportVerdicts {
        guard let keys, keys.count == columns.count else { return self }
        let audits = try? AuditReport.buckets(
            record.items,
            items: SharedMap(items),
            in: columns,
            keys: keys,
            seed: seed,
            at: thresholds
        )
        func figure(_ bucket: Bucket) -> FigureRecord? {
            audits?.first { $0.bucket == bucket }.map { FigureRecord($0.remaining) }
        }
        var stating = self
        stating.statedError = audits.map { _ in
            StatedError(adversarial: figure(.adversarial), accepted: figure(.accepted))
        }
        return stating
    }
}
