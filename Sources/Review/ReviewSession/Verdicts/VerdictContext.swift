import RoundModel
import Verdicts

/// What a verdict is about and does not own: handed in where one is given.
struct VerdictContext {
    /// The round.
    let round: RoundState
    /// The three lines.
    let thresholds: Thresholds
    /// The queue that is worked through; nil for none.
    let queue: QueueState?
    /// True where the list shows invalid rows.
    let isOnInvalid: Bool
    /// When, as `Moment.clock` tells it.
    let clock: Double
}

extension ReviewState {
    /// What a verdict would be about, at this moment; not to be kept, since what is kept is copied when it changes.
    var verdictContext: VerdictContext {
        VerdictContext(
            round: round,
            thresholds: thresholds.now,
            queue: queue,
            isOnInvalid: list.tab == .invalid,
            clock: moment.clock
        )
    }
}
