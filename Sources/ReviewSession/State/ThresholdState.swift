public import RoundModel

/// The thresholds, what they are counted against, and the way back.
public struct ThresholdState: Hashable, Sendable {
    /// The thresholds that the screen shows; any finite numbers.
    public var now: Thresholds
    /// The thresholds that changes are counted against.
    public var baseline: Thresholds
    /// The one that Left and Right move.
    public var chosen: ThresholdName
    /// What the user gave when starting; the rest comes from the data.
    public var given: ThresholdDefaults
    /// Those that are quantiles of the data; moving one takes it off for good, undo does not bring it back.
    public var suggested: Set<ThresholdName>
    /// The thresholds before each move, the latest last.
    public private(set) var undoable: [Thresholds]
    /// The thresholds that undo left, the latest last; a new move empties it.
    public private(set) var redoable: [Thresholds]
    /// What the review began with.
    public private(set) var initial: Thresholds
    /// True once a person has moved or typed a threshold or set the baseline: defaults then no longer follow the data.
    public private(set) var isTouched: Bool

    public init(given: ThresholdDefaults = ThresholdDefaults()) {
        self.given = given
        now = Thresholds(adv: given.adv ?? 0.5, safety: given.safety ?? 0.8, help: given.help ?? 0.4)
        baseline = now
        initial = now
        chosen = .safety
        suggested = []
        undoable = []
        redoable = []
        isTouched = false
    }

    /// Takes over defaults that follow from the data, unless a person has moved anything.
    public mutating func follow(safety: ScoreSummary, helpfulness: ScoreSummary) {
        guard !isTouched else { return }
        let resolved = given.resolve(safety: safety, helpfulness: helpfulness)
        now = resolved.thresholds
        baseline = now
        initial = now
        suggested = resolved.suggested
    }

    /// Moves to other thresholds in a way that can be undone.
    public mutating func move(to next: Thresholds) {
        guard next != now else { return }
        undoable.append(now)
        redoable.removeAll()
        for name in ThresholdName.allCases where next[name] != now[name] { suggested.remove(name) }
        now = next
        isTouched = true
    }

    /// Goes back one move; false where there is none.
    public mutating func undo() -> Bool {
        guard let earlier = undoable.popLast() else { return false }
        redoable.append(now)
        now = earlier
        return true
    }

    /// Goes forward again; false where nothing was undone.
    public mutating func redo() -> Bool {
        guard let later = redoable.popLast() else { return false }
        undoable.append(now)
        now = later
        return true
    }

    /// Makes the present thresholds the ones that moves are counted against.
    public mutating func setBaseline() {
        baseline = now
        isTouched = true
    }
}
