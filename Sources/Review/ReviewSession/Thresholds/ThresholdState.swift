public import RoundModel

/// The thresholds, and what they are counted against.
public struct ThresholdState: Hashable, Sendable {
    /// The thresholds that the screen shows; any finite numbers.
    public private(set) var now: Thresholds
    /// The thresholds that changes are counted against.
    public private(set) var baseline: Thresholds
    /// The one that Left and Right move.
    public private(set) var chosen: ThresholdName
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

    // MARK: What people do

    /// Has Left and Right move a threshold.
    mutating func choose(_ name: ThresholdName) { chosen = name }

    /// The thresholds with the chosen one some steps up, or down where that is below 0; nil where it moves no further.
    func stepped(by steps: Int, in round: RoundState) -> Thresholds? {
        var next = now
        next[chosen] = round.step(of: chosen).move(now[chosen], by: steps)
        return next == now ? nil : next
    }

    /// The thresholds with one set to some value.
    func setting(_ name: ThresholdName, to value: Double) -> Thresholds {
        var next = now
        next[name] = value
        return next
    }

    /// Takes a move back, or makes it again: where each came from, it did before.
    mutating func restore(_ thresholds: Thresholds) { now = thresholds }

    /// Likewise for the baseline.
    mutating func restore(baseline: Thresholds) { self.baseline = baseline }

    /// Goes back to what they were, as though nobody had touched them since.
    mutating func goBack(to before: ThresholdState) { self = before }

    // MARK: What they come from

    /// Takes over defaults that follow from the data, unless a person has moved anything.
    public mutating func follow(safety: ScoreSummary, helpfulness: ScoreSummary, in columns: ScoreColumns) {
        guard !isTouched else { return }
        take(sources.choose(safety: safety, helpfulness: helpfulness, in: columns))
    }

    /// Takes over defaults that follow from a grid, likewise.
    mutating func follow(_ grid: ScoreGrid) {
        guard !isTouched else { return }
        take(sources.choose(in: grid))
    }

    private mutating func take(_ chosen: ChosenThresholds) {
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
