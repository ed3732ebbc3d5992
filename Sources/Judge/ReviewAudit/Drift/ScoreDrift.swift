import AuditStatistics
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
        let drift = RoundDrift(
            from: try SortedSample(before, score),
            to: try SortedSample(after, score)
        )
        self.score = score
        self.before = before.count
        self.after = after.count
        (distance, location) = drift.kolmogorovSmirnov
        shift = drift.wasserstein
        let spread = Self.deviation(drift.before.values)
        shiftOverSpread = spread > 0 ? shift / spread : nil
        stability = try PopulationStability(drift, bins: Self.bins).index
        quantiles = ScoreSummary.fractions.map {
            Quantile(fraction: $0, before: drift.before.quantile($0), after: drift.after.quantile($0))
        }
    }

    /// The standard deviation of the items at hand, which are all there are.
    private static func deviation(_ values: [Double]) -> Double {
        guard let first = values.first, let last = values.last, first < last else { return 0 }
        // By the widest distance: squares of large scores would not be finite.
        let width = last - first
        guard width.isFinite else { return 0 }
        var (mean, squares, count) = (0.0, 0.0, 0.0)
        for value in values {
            let part = (value - first) / width
            count += 1
            let change = part - mean
            mean += change / count
            squares += change * (part - mean)
        }
        return (squares / count).squareRoot() * width
    }
}
