import AuditStatistics
import Basics
import ReviewAudit
import RoundExport
import RoundModel

/// Curves of the scores as JSON.
enum CurveJSON {
    static func json(_ curves: [ScoreCurve]) -> OrderedJSON {
        .object(
            curves.map { curve in
                .init(
                    curve.score.rawValue,
                    [
                        "positives": .integer(curve.positives), "negatives": .integer(curve.negatives),
                        "auc": AuditJSON.figure(curve.area),
                        "average_precision": curve.averagePrecision.map { .number($0) } ?? .null,
                        "assumes": .array(ScoreCurve.assumptions.map { .string($0) }),
                        "points": .array(
                            curve.points.map { point in
                                [
                                    "threshold": .number(point.threshold),
                                    "true_positive_rate": AuditJSON.figure(point.kept),
                                    "false_positive_rate": AuditJSON.figure(point.letThrough),
                                    "precision": AuditJSON.figure(point.precision),
                                ]
                            }
                        ),
                    ]
                )
            }
        )
    }

    static func json(_ diagrams: [ScoreReliability]) -> OrderedJSON {
        func number(_ value: Double?) -> OrderedJSON { value.map { .number($0) } ?? .null }
        return .object(
            diagrams.map { diagram in
                .init(
                    diagram.score.rawValue,
                    [
                        "labels": .integer(diagram.labels), "discrimination": number(diagram.discrimination),
                        "uncertainty": number(diagram.uncertainty), "miscalibration": number(diagram.miscalibration),
                        "assumes": .array(ScoreReliability.assumptions.map { .string($0) }),
                        "points": .array(
                            diagram.points.map { point in
                                [
                                    "lowest": .number(point.lowest), "highest": .number(point.highest),
                                    "value": .number(point.value), "share": AuditJSON.figure(point.share),
                                    "labels": .integer(point.labels), "against": .integer(point.against),
                                ]
                            }
                        ),
                    ]
                )
            }
        )
    }
}
