import ReviewAudit
import RoundModel

/// An audit for a person to read.
enum AuditText {
    static func text(_ report: AuditReport, others: [AuditReport], missing: Int) -> String {
        var lines = report.lines.map(\.plain)
        for other in others { lines += [""] + other.shortLines.map(\.plain) }
        if missing > 0 {
            lines += [
                "", "\(DecimalText.counted(missing, "verdict")) on items that this round does not have: not counted",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
