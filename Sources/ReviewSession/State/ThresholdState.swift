public import RoundModel

/// The thresholds, and what they are counted against.
public struct ThresholdState: Hashable, Sendable {
    /// The thresholds that the screen shows; any finite numbers.
    public var now: Thresholds
    /// The thresholds that changes are counted against.
    public var baseline: Thresholds
    /// The one that Left and Right move.
    public var chosen: ThresholdName
    /// What the user gave when starting; it goes before what a review was left at.
    public var given: ThresholdDefaults
    /// What holds where nothing was given and there is no earlier review; the rest comes from the data.
    public var configured: ThresholdDefaults
    /// Those that are quantiles of the data; moving one takes it off for good, undo does not bring it back.
    public var suggested: Set<ThresholdName>
    /// What the review began with.
    public private(set) var initial: Thresholds
    /// True once a person has moved or typed a threshold or set the baseline: defaults then no longer follow the data.
    public private(set) var isTouched: Bool

    public init(
        given: ThresholdDefaults = ThresholdDefaults(),
        configured: ThresholdDefaults = ThresholdDefaults()
    ) {
        self.given = given
        self.configured = configured
        now = given.filled(from: configured).onUnitScale
        baseline = now
        initial = now
        chosen = .safety
        suggested = []
        isTouched = false
    }

    /// Takes over defaults that follow from the data, unless a person has moved anything.
    public mutating func follow(safety: ScoreSummary, helpfulness: ScoreSummary) {
        guard !isTouched else { return }
        let resolved = given.filled(from: configured).resolve(safety: safety, helpfulness: helpfulness)
        now = resolved.thresholds
        baseline = now
        initial = now
        suggested = resolved.suggested
    }

    /// Moves to other thresholds.
    public mutating func move(to next: Thresholds) {
        guard next != now else { return }
        for name in ThresholdName.allCases where next[name] != now[name] { suggested.remove(name) }
        now = next
        isTouched = true
    }

    /// Goes on from where a review was left off, but for what the user gave.
    public mutating func resume(_ thresholds: Thresholds, baseline: Thresholds, chosen: ThresholdName) {
        now = Thresholds(
            adv: given.adv ?? thresholds.adv,
            safety: given.safety ?? thresholds.safety,
            help: given.help ?? thresholds.help
        )
        self.baseline = baseline
        self.chosen = chosen
        initial = now
        suggested = []
        isTouched = true
    }

    /// Makes the present thresholds the ones that moves are counted against.
    public mutating func setBaseline() {
        baseline = now
        isTouched = true
    }
}
