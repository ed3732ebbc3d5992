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

    /// Moves the chosen threshold to the next line of the grid, where counts are exact.
    mutating func goToLine(up: Bool) {
        let name = thresholds.chosen
        guard let axis = grid?[name] else {
            return refuse("lines are what a grid is counted at; here every value is exact")
        }
        guard let line = axis.line(from: thresholds.now[name], up: up) else {
            return refuse("no line of the grid lies \(up ? "above" : "below") \(exactText(thresholds.now[name], name))")
        }
        move(to: thresholds.setting(name, to: line))
    }

    /// That a threshold lies between two lines of the grid, and between which; nil where counts are exact.
    public func betweenText(_ value: Double, _ name: ThresholdName) -> String? {
        guard let axis = grid?[name], !axis.isExact(at: value) else { return nil }
        let (below, above) = axis.neighbours(of: value)
        let ends = [below, above].compactMap(\.self).map { exactText($0, name) }.joined(separator: " and ")
        return "\(exactText(value, name)) is no line of the grid, so counts are bounds; they are exact at \(ends)"
    }

    /// - Parameter note: what is to be said of where it leads, besides what it comes to.
    mutating func move(to next: Thresholds, note: String? = nil) {
        let before = thresholds.now
        journal(.thresholds(from: before, to: next))
        thresholds.move(to: next)
        tell(counting.announce(from: before, .made, countScope, note: note))
    }

    mutating func announceMove(from before: Thresholds, _ manner: MoveStart.Manner = .made) {
        tell(counting.announce(from: before, manner, countScope))
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
