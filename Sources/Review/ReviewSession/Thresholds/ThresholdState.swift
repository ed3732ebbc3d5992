public import RoundModel

/// The thresholds, and what they are counted against.
public struct ThresholdState: Hashable, Sendable {
    /// The thresholds that the screen shows; any finite numbers.
    public internal(set) var now: Thresholds
    /// The thresholds that changes are counted against.
    public internal(set) var baseline: Thresholds
    /// The one that Left and Right move.
    public internal(set) var chosen: ThresholdName
    /// What names thresholds; the rest comes from the data.
    public private(set) var sources: ThresholdSources
    /// Where each comes from; a move changes that for good, undo does not bring it back.
    public private(set) var origins: [ThresholdName: ThresholdOrigin]
    /// What the review began with.
    public private(set) var initial: Thresholds
    /// True once a person has moved or typed a threshold or set the baseline: defaults then no longer follow the data.
    public private(set) var isTouched: Bool

    public init(
        given: ThresholdDefaults = ThresholdDefaults(),
        configured: ThresholdDefaults = ThresholdDefaults()
    ) {
        sources = ThresholdSources(given: given, configured: configured)
        now = sources.guess
        baseline = now
        initial = now
        chosen = .safety
        origins = [:]
        isTouched = false
    }

    /// Those that the scores suggest and nobody has moved.
    public var suggested: Set<ThresholdName> { ChosenThresholds(thresholds: now, origins: origins).suggested }

    /// Takes over defaults that follow from the data, unless a person has moved anything.
    public mutating func follow(safety: ScoreSummary, helpfulness: ScoreSummary, in columns: ScoreColumns) {
        guard !isTouched else { return }
        let chosen = sources.choose(safety: safety, helpfulness: helpfulness, in: columns)
        now = chosen.thresholds
        baseline = now
        initial = now
        origins = chosen.origins
    }

    /// Moves to other thresholds.
    public mutating func move(to next: Thresholds) {
        guard next != now else { return }
        for name in ThresholdName.allCases where next[name] != now[name] { origins[name] = .screen }
        now = next
        isTouched = true
    }

    /// Goes on from where a review was left off, but for what the user gave.
    public mutating func resume(_ thresholds: Thresholds, baseline: Thresholds, chosen: ThresholdName) {
        sources.review = ThresholdDefaults(thresholds)
        now = sources.guess
        self.baseline = baseline
        self.chosen = chosen
        initial = now
        origins = sources.origins
        isTouched = true
    }

    /// Makes the present thresholds the ones that moves are counted against.
    public mutating func setBaseline() {
        baseline = now
        isTouched = true
    }
}
