import AuditStatistics
import RoundModel

extension AuditReport {
    /// What it shows, in sentences: first a bucket after the other, then what else bears on a decision.
    public var sentences: [AuditLine] {
        let level = FigureText.percent(1 - alpha, decimals: 0)
        var lines = [AuditLine.heading("at \(FigureText.text(thresholds)) (likely: \(level) confidence)")]
        for audit in buckets {
            let bucket = audit.bucket
            lines += [
                .blank,
                AuditLine(kind: .bucket(bucket), label: "\(bucket.letter) \(bucket.name)", text: audit.sentence),
            ]
            lines += audit.prospects.map(AuditLine.sentence)
        }
        let others = otherSentences
        return others.isEmpty ? lines : lines + [.blank] + others.map(AuditLine.sentence)
    }

    private var otherSentences: [String] {
        var all: [String] = []
        for field in kinds {
            for bucket in field.buckets where bucket.cells.contains(where: \.differs) {
                all.append("By \(field.field), \(bucket.bucket.name): \(bucket.sentence(by: field.field)).")
            }
        }
        if let accuracy = agreement.accuracy.estimate {
            let share = FigureText.percent(accuracy.value, decimals: 0)
            all.append("People confirm \(share) of the calls, likely \(LikelyText.text(accuracy.interval)).")
        }
        if reviewers.disputed > 0 {
            let items = DecimalText.counted(reviewers.disputed, "item")
            all.append("Reviewers disagree on \(items) that nobody has settled.")
        }
        if !foreignDraws.isEmpty { all.append("\(foreignText.prefix(1).uppercased())\(foreignText.dropFirst()).") }
        return all
    }
}

extension AuditLine {
    static func sentence(_ text: String) -> AuditLine { AuditLine(kind: .sentence, label: "", text: text) }
}
