import ReviewAudit
import RoundModel

/// An audit for a person to read.
enum AuditText {
    /// Verdicts without an item that are listed.
    private static let mostLost = 20

    static func text(_ report: AuditReport, others: [AuditReport], missing: [LostVerdict]) -> String {
        var lines = report.lines.map(\.plain)
        for other in others { lines += [""] + other.shortLines.map(\.plain) }
        if !missing.isEmpty {
            let count = DecimalText.counted(missing.count, "verdict")
            lines += ["", "\(count) on items that this round does not have; they are kept, but not counted"]
            lines += missing.prefix(mostLost).map { "  \($0.text)" }
            if missing.count > mostLost { lines.append("  and \(missing.count - mostLost) more (--json lists all)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
