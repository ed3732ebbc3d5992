public import AuditStatistics
public import Basics
import ReviewAudit
public import RoundExport
public import RoundModel
import Verdicts

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
        var stating = self
        stating.statedError = audits.map { audits in
            .object(
                audits.filter { $0.bucket != .discarded }.map { audit in
                    .init(audit.bucket.name, FigureJSON.json(audit.remaining))
                }
            )
        }
        return stating
    }
}

/// A figure as JSON: with its interval, level, method, labels and population, or with what it lacks.
public enum FigureJSON {
    public static func json(_ figure: Figure) -> OrderedJSON {
        switch figure {
        case .noItems: ["no_items": .bool(true)]
        case .missing(let labels): ["missing_labels": .integer(labels)]
        case .estimate(let estimate):
            [
                "value": .number(estimate.value), "lower": .number(estimate.interval.lower),
                "upper": .number(estimate.interval.upper), "level": .number(estimate.level),
                "method": .string(estimate.method.title), "labels": .integer(estimate.labels),
                "population": .string(FigureText.name(of: estimate.population.set)),
                "population_size": estimate.population.size.map { .integer($0) } ?? .null,
            ]
        }
    }
}
