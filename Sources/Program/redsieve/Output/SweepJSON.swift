import Basics
import ReviewAudit
import RoundExport
import RoundModel

/// Sweeps of thresholds as JSON.
enum SweepJSON {
    static func json(_ sweeps: [ThresholdSweep]) -> OrderedJSON {
        .object(
            sweeps.map { sweep in
                .init(
                    sweep.name.key,
                    [
                        "bucket": .string(sweep.bucket.name), "labels": .integer(sweep.labels),
                        "points": .array(
                            sweep.points.map { point in
                                [
                                    "value": .number(point.value), "items": .integer(point.size),
                                    "precision": AuditJSON.figure(point.precision),
                                    "recall": AuditJSON.figure(point.recall),
                                ]
                            }
                        ),
                    ]
                )
            }
        )
    }
}
