/// What names thresholds for a round, and the one place that says which of it counts: the command line, else the review,
/// else the configuration, else the scores. In a campaign, what its file says of the round goes before the review, and what it says of all
/// rounds before the configuration.
public struct ThresholdSources: Hashable, Sendable {
    /// From the command line.
    public var given: ThresholdDefaults
    /// What a campaign's file says of the round.
    public var listed: ThresholdDefaults
    /// What it says of all rounds.
    public var campaign: ThresholdDefaults
    /// Where the round's review was left off; empty without one.
    public var review: ThresholdDefaults
    /// From the configuration file.
    public var configured: ThresholdDefaults

    public init(
        given: ThresholdDefaults = ThresholdDefaults(),
        listed: ThresholdDefaults = ThresholdDefaults(),
        campaign: ThresholdDefaults = ThresholdDefaults(),
        review: ThresholdDefaults = ThresholdDefaults(),
        configured: ThresholdDefaults = ThresholdDefaults()
    ) {
        self.given = given
        self.listed = listed
        self.campaign = campaign
        self.review = review
        self.configured = configured
    }

    /// What is named, whatever the scores are.
    public var known: ThresholdDefaults { orders.reduce(ThresholdDefaults()) { $0.filled(from: $1.values) } }

    /// All of them, the first that counts first.
    private var orders: [(values: ThresholdDefaults, origin: ThresholdOrigin)] {
        [
            (given, .given), (listed, .campaign), (review, .review), (campaign, .campaign), (configured, .configured),
        ]
    }

    /// What will count, or the usual values of a 0 to 1 scale where that depends on scores that nobody has read yet.
    public var guess: Thresholds { known.onUnitScale }

    /// The thresholds for a round.
    ///
    /// - Parameters:
    ///   - safety: the distribution of the safety scores; nil without items.
    ///   - helpfulness: that of the helpfulness scores, likewise.
    ///   - columns: the scores that these are of.
    /// - Complexity: O(1) where all are named or the scores lie within 0 to 1; else O(sample log sample), and O(n) where
    ///   thresholds that are named leave almost nothing.
    public func choose(
        safety: ScoreSummary?,
        helpfulness: ScoreSummary?,
        in columns: ScoreColumns
    ) -> ChosenThresholds {
        let known = known
        var rest = ThresholdOrigin.usual
        var thresholds = guess
        if !known.isComplete, let safety, let helpfulness, !safety.isWithinOne || !helpfulness.isWithinOne {
            rest = .suggested
            thresholds = ThresholdSuggestion(columns).thresholds(
                beside: known,
                safety: safety,
                helpfulness: helpfulness
            )
        }
        let rests = Dictionary(uniqueKeysWithValues: ThresholdName.allCases.map { ($0, rest) })
        return ChosenThresholds(thresholds: thresholds, origins: rests.merging(origins) { $1 })
    }

    /// What names each threshold; none for one where the scores have to.
    public var origins: [ThresholdName: ThresholdOrigin] {
        ThresholdName.allCases.reduce(into: [:]) { origins, name in
            origins[name] = orders.first { $0.values[name] != nil }?.origin
        }
    }
}

extension ChosenThresholds {
    /// The ends of the scores that lie beyond 0 to 1 where nearly all others lie within, so that thresholds were suggested
    /// that would else be the usual ones: `the highest safety score is 1.2`; empty where it is not so.
    public func outliers(safety: ScoreSummary, helpfulness: ScoreSummary) -> [String] {
        guard origins.values.contains(.suggested),
            [safety, helpfulness].allSatisfy({ $0.quantile(0.05) >= 0 && $0.quantile(0.95) <= 1 })
        else { return [] }
        let ends = [
            ("lowest safety", safety.min), ("highest safety", safety.max), ("lowest helpfulness", helpfulness.min),
            ("highest helpfulness", helpfulness.max),
        ]
        return ends.filter { $0.1 < 0 || $0.1 > 1 }
            .map { "the \($0.0) score is \(DecimalText.exact($0.1, atLeast: 0))" }
    }
}

extension ScoreSummary {
    /// True where all scores lie within 0 to 1, both included.
    public var isWithinOne: Bool { min >= 0 && max <= 1 }
}
