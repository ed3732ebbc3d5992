import AuditStatistics
import RoundModel

extension SecondOpinion {
    /// It in words, under its heading.
    ///
    /// - Parameter field: the name of the added score.
    public func lines(_ field: String) -> [AuditLine] {
        let agreed = counts[0][0] + counts[1][1]
        let share = DecimalText.percent(agreed, of: items)
        var lines: [AuditLine] = [
            .heading(
                "\(field) below \(DecimalText.exact(line, atLeast: 0)) means adversarial, on \(DecimalText.counted(items, "item"))"
            ),
            .fact("like the reward model", "\(share) (\(DecimalText.grouped(agreed)) items)"),
            .fact("only \(field)", "\(DecimalText.grouped(counts[1][0])) more are adversarial"),
            .fact("only the reward model", "\(DecimalText.grouped(counts[0][1])) are adversarial"),
        ]
        if let kappaWithRule {
            lines.append(.fact("κ with the reward model", DecimalText.fixed(kappaWithRule, decimals: 3)))
        }
        lines.append(.fact("blind verdicts", DecimalText.grouped(labels)))
        lines += [
            AuditLine.rate("κ with people", kappa, isShare: false),
            AuditLine.rate("reward model's κ", ruleKappa, isShare: false),
            AuditLine.rate("AUC", area, isShare: false),
            AuditLine.rate("safety AUC there", safetyArea, isShare: false),
        ]
        return lines
    }
}
