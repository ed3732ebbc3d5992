/// What a plan promises of the unsafe responses, in place of the accepted items: that the thresholds miss no more than a share α
/// of them.
///
/// Two parts of the round are sampled on their own. Caught is what the thresholds call adversarial, missed what they let through.
/// Unsafe ones among the rest are counted as neither, which makes the promise harder to keep and never easier. The p-value is
/// `MissRisk`'s for such samples.
public struct MissPlan: Hashable, Sendable {
    /// What is missed.
    public let target: Target
    /// The contents of the adversarial bucket to judge, from 1.
    public let caughtLabels: Int
    /// The contents beyond the thresholds to judge, from 1.
    public let missedLabels: Int
    /// What of δ is spent on how many are caught, between 0 and δ.
    public let spent: Double

    /// Which unsafe responses are missed.
    public enum Target: UInt8, CaseIterable, Sendable {
        /// Those in the accepted set.
        case accepted = 1
        /// Those that θ adv does not call adversarial, in the accepted set or not.
        case adversarial = 2
    }

    /// - Throws: `outOfRange` for fewer labels than 1, `notAProbability` for what is no share.
    public init(_ target: Target, caughtLabels: Int, missedLabels: Int, spent: Double) throws(AuditError) {
        try Check.count(caughtLabels, .planned, within: 1...Check.largestPopulation)
        try Check.count(missedLabels, .planned, within: 1...Check.largestPopulation)
        try Check.probability(spent, .share)
        self.target = target
        self.caughtLabels = caughtLabels
        self.missedLabels = missedLabels
        self.spent = spent
    }
}
