public import AuditStatistics
import RoundModel

/// What is left wrong in what is exported of a bucket, in distinct (prompt, response) pairs: the mistakes found are out, and what
/// verdicts brought in is in.
public struct ExportAudit: Hashable, Sendable {
    /// The pairs that are exported: the lines of `accepted.jsonl`. Those of `adversarial.jsonl` are the distinct prompts among
    /// them.
    public var size: Int
    /// Of these, those that the rule puts elsewhere and a person who looked at them puts here.
    public var broughtIn: Int
    /// Of these, those that the rule puts elsewhere and were put here at once with others: nobody looked at them.
    public var unseen: Int
    /// The share of wrong pairs among those that are not `unseen`.
    public var errorRate: Figure
    /// The share among all of them: what nobody looked at counts as right for the interval's lower end, and as wrong for its
    /// upper one and for the value.
    public var wholeErrorRate: Figure
    /// How many of all of them may be wrong; nil without verdicts.
    public var wrong: CountInterval?

    init(_ set: ExportedSet, of bucket: Bucket, alpha: Double) throws(AuditError) {
        let error = set.error
        size = error.wholeSize
        broughtIn = error.broughtIn.count
        unseen = error.unseen
        errorRate = try error.errorRate(alpha: alpha, .labelling, of: bucket)
        wholeErrorRate = try error.wholeErrorRate(alpha: alpha, .labelling, of: bucket)
        let counts = try error.wrongItems(alpha: alpha, .labelling)
        wrong =
            wholeErrorRate.estimate == nil ? nil : CountInterval(lower: counts.lower, upper: counts.upper + unseen)
    }
}
