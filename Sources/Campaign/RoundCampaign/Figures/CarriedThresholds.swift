internal import AuditStatistics
public import RoundModel

/// What the thresholds of one round come to in another, three ways.
public struct CarriedThresholds: Hashable, Sendable {
    /// The same values.
    public var values: Carried
    /// The values with the same shares of scores below them.
    public var quantiles: Carried
    /// What is certified in the other round; nil where nothing is.
    public var certified: Carried?
    /// What the certificate there promises; empty without one.
    public var promise: String

    /// Thresholds in a round.
    public struct Carried: Hashable, Sendable {
        public var thresholds: Thresholds
        public var counts: KeptScores.Counts
        public var adversarialPrompts: Int
        public var acceptedPairs: Int
        /// Verdicts, all of them right, that show of each set that at most `LimitClaim`'s usual share is wrong; nil where none
        /// do, and for an empty set.
        public var labels: [Int?]

        init(_ thresholds: Thresholds, in round: KeptRound, alpha: Double) {
            self.thresholds = thresholds
            counts = round.scores.counts(at: thresholds)
            adversarialPrompts = round.adversarialPrompts(at: thresholds)
            acceptedPairs = round.acceptedPairs(at: thresholds)
            labels = [round.unsafePairs(at: thresholds), acceptedPairs].map { size in
                guard size > 0 else { return nil }
                let claim = try? LimitClaim(
                    AuditPopulation(.round, size: size),
                    labels: EmptyCollection<Bool>(),
                    atMost: CarriedThresholds.limit,
                    alpha: alpha
                )
                return claim?.more
            }
        }
    }

    /// The share of wrong items that `labels` are about.
    public static let limit = 0.05

    /// - Complexity: O(n) of the other round.
    public init(_ thresholds: Thresholds, of round: KeptRound, in other: KeptRound, alpha: Double) {
        values = Carried(thresholds, in: other, alpha: alpha)
        func value(_ name: ThresholdName) -> Double {
            let (here, there) = (round.scores[name.score], other.scores[name.score])
            let below = name == .adv ? here.below(thresholds[name]).count : here.upTo(thresholds[name]).count
            return there.sample.quantile(Double(below) / Double(max(1, here.count)))
        }
        let same = Thresholds(adv: value(.adv), safety: value(.safety), help: value(.help))
        quantiles = Carried(same, in: other, alpha: alpha)
        certified = other.verdicts?.certified.map { Carried($0.thresholds, in: other, alpha: alpha) }
        promise = other.verdicts?.certified?.promise ?? ""
    }
}
