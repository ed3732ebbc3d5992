public import RoundModel
import Verdicts

/// What thresholds are to the rest of the review: what they do by themselves stands in `ThresholdState`.
extension ReviewState {
    /// Has a value of the chosen threshold typed.
    mutating func openThreshold() {
        open(ThresholdDialog(thresholds.chosen))
    }

    mutating func setBaseline() {
        guard thresholds.baseline != thresholds.now else {
            return refuse("the present thresholds are the baseline already")
        }
        journal(.baseline(from: thresholds.baseline, to: thresholds.now))
        thresholds.setBaseline()
        message = Message(.done, "baseline is now \(round.describe(thresholds.now)); changes are counted from here")
    }

    mutating func step(by steps: Int) {
        guard round.count > 0 else {
            refuse("no items yet: thresholds move once the first rows are there")
            return
        }
        guard let next = thresholds.stepped(by: steps, in: round) else {
            let name = thresholds.chosen.title
            refuse("\(name) cannot move further by steps; type a value with \(key(.typeThreshold))")
            return
        }
        move(to: next)
    }

    /// - Parameter note: what is to be said of where it leads, besides what it comes to.
    mutating func move(to next: Thresholds, note: String? = nil) {
        let before = thresholds.now
        journal(.thresholds(from: before, to: next))
        thresholds.move(to: next)
        tell(counting.announce(from: before, .made, note: note))
    }

    mutating func announceMove(from before: Thresholds, _ manner: MoveStart.Manner = .made) {
        tell(counting.announce(from: before, manner))
    }

    /// Says what moved, before it is known what came of it.
    mutating func tell(_ start: MoveStart) {
        message = Message(.done, start.text(to: thresholds.now, in: round))
    }

    // MARK: Words

    /// What a threshold comes to that no score lies beyond; nil for one among the scores, and before these are known.
    public func outsideText(_ value: Double, _ name: ThresholdName) -> String? { round.outsideText(value, name) }

    /// A threshold with the digits of its step, and as many more as it has and there is room for; an ellipsis says that
    /// there are yet more, which `exactText` shows.
    ///
    /// - Parameter width: the columns there are; one more than the digits of the step is taken in any case.
    public func describe(_ value: Double, _ name: ThresholdName, width: Int = 12) -> String {
        round.describe(value, name, width: width)
    }

    /// A threshold with every digit that it has.
    public func exactText(_ value: Double, _ name: ThresholdName) -> String { round.exactText(value, name) }
}
