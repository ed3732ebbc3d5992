import ReviewAudit

extension AuditLine {
    /// How to see more than an audit tells by itself: what the screen draws, and what the command line compares.
    static let moreWays = [
        AuditLine(kind: .blank, label: "", text: ""),
        AuditLine(kind: .heading, label: "", text: "more"),
        AuditLine(
            kind: .fact,
            label: "at other thresholds",
            text: "curves: pairs, precision and recall over all values, ROC, precision-recall, reliability"
        ),
        AuditLine(
            kind: .fact,
            label: "against another round",
            text: "redsieve audit --against ROUND: how far the scores have moved, reward model and people in each"
        ),
        AuditLine(
            kind: .fact,
            label: "if scores were off",
            text: "redsieve audit --within 0.05: items whose bucket would be another one"
        ),
    ]
}
