public import AuditStatistics
public import RoundModel

/// How the scores of one reward model differ between two rounds.
///
/// No p-value is among them: with a million rows each, everything differs.
public struct ScoreDrift: Hashable, Sendable {
    /// Which score.
    public var score: ScoreName
    /// The items of the earlier round, from 1.
    public var before: Int
    /// The items of the later one, from 1.
    public var after: Int
    /// Kolmogorov and Smirnov's D: the largest difference between the shares of items up to a score, 0 to 1.
    public var distance: Double
    /// The first score at which they differ so much.
    public var location: Double
    /// Wasserstein-1: how far scores moved on average, in the score's unit.
    public var shift: Double
    /// The same over the earlier round's standard deviation; nil where its scores are all the same.
    public var shiftOverSpread: Double?
    /// The population stability index over `bins` bins that are cut at quantiles of the earlier round.
    public var stability: Double
    /// The score at some fractions, then and now.
    public var quantiles: [Quantile]

    /// A quantile in both rounds.
    public struct Quantile: Hashable, Sendable {
        /// Between 0 and 1.
        public var fraction: Double
        public var before: Double
        public var after: Double
    }

    /// Bins of the population stability index.
    public static let bins = 10

    /// - Throws: `empty` where a round has no items.
    /// - Complexity: O(n log n); 8 bytes an item.
    init(_ score: ScoreName, from before: ScoreColumns, to after: ScoreColumns) throws(AuditError) {
        try self.init(score, RoundDrift(from: try SortedSample(before, score), to: try SortedSample(after, score)))
    }

    /// - Complexity: O(n) over the values that occur.
    public init(_ score: ScoreName, _ drift: RoundDrift) throws(AuditError) {
        self.score = score
        before = drift.before.count
        after = drift.after.count
        (distance, location) = drift.kolmogorovSmirnov
        shift = drift.wasserstein
        shiftOverSpread = drift.wassersteinOverSpread
        stability = try PopulationStability(drift, bins: Self.bins).index
        quantiles = ScoreSummary.fractions.map {
            Quantile(fraction: $0, before: drift.before.quantile($0), after: drift.after.quantile($0))
        }
    }
}
