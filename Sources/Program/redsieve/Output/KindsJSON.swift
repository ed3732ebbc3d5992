import AuditStatistics
import Basics
import ReviewAudit
import RoundExport
import RoundModel

/// Errors by kinds of items as JSON.
enum KindsJSON {
    static func json(_ fields: [KindAudit]) -> OrderedJSON {
        .array(
            fields.map { audit in
                [
                    "field": .string(audit.field),
                    "test": .string("Fisher's exact test of a kind against the others, with Holm's correction"),
                    "assumes": .string(
                        "The labels of a bucket are a sample of it; its intervals and tests hold for all its kinds at once, "
                            + "not for those of several buckets or fields."
                    ),
                    "buckets": .object(audit.buckets.map { .init($0.bucket.name, .array($0.cells.map(cell))) }),
                ]
            }
        )
    }

    private static func cell(_ cell: KindAudit.Cell) -> OrderedJSON {
        [
            "values": .array(
                cell.kinds.map { kind in
                    if case .value(let bytes) = kind { .string(String(decoding: bytes, as: UTF8.self)) } else { .null }
                }
            ),
            "not_in_round": .bool(cell.kinds.contains(.gone)), "wrong": .integer(cell.wrong),
            "error_rate": AuditJSON.figure(.estimate(cell.rate)), "p": .number(cell.pValue),
            "p_holm": .number(cell.adjusted), "differs": .bool(cell.differs),
        ]
    }
}
