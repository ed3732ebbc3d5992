import ReviewSession
import RoundModel
public import Verdicts

extension SessionDriver {
    /// A review whose file is open, with the thresholds in the midst of its scores.
    ///
    /// - Parameter entries: what the file holds.
    public static func judging(
        items: Int,
        entries: [JournalEntry] = [],
        reviewer: String = "ann",
        writer: UInt64 = 1
    ) -> SessionDriver {
        var driver = SessionDriver(
            ExampleRound.clustered(items: items, seed: 5),
            given: ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4),
            verdicts: VerdictState(reviewer: reviewer, writer: writer, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: entries))))
        return driver
    }
}
