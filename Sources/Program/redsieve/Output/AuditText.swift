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

    /// How far the buckets hang on the last digits of the thresholds; nothing where nobody asked.
    static func text(_ stability: [BucketStability]) -> String {
        guard !stability.isEmpty else { return "" }
        return "\nnear the thresholds\n" + stability.map { $0.line.plain + "\n" }.joined()
    }

    /// What verdicts show along thresholds and scores; nothing where nobody asked.
    static func text(_ curves: AuditCurves) -> String {
        let parts = curves.sweeps.map(\.lines) + curves.curves.map(\.lines) + curves.diagrams.map(\.lines)
        return parts.map { "\n" + $0.map { $0.plain + "\n" }.joined() }.joined()
    }

    /// The round beside an earlier one; nothing where there is none.
    static func text(_ comparison: RoundComparison?, against rounds: [String]) -> String {
        guard let comparison else { return "" }
        let name = PathText.shown(rounds[0]) + (rounds.count > 1 ? " and \(rounds.count - 1) more" : "")
        return "\n" + comparison.lines(against: name).map { $0.plain + "\n" }.joined()
    }
}
