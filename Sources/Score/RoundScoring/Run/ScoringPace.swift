/// How fast a run goes, by what it has done since it was first asked.
struct ScoringPace {
    private var start: (time: Double, done: Int, share: Double)?
    /// A rate over less says more about the clock.
    private static let leastSeconds = 1.0

    /// Adds rate and time left to how far it is.
    ///
    /// - Parameter now: of a clock that never goes back, in seconds.
    mutating func tell(_ progress: inout ScoringProgress, at now: Double) {
        guard let start else {
            self.start = (now, progress.done, progress.share ?? 0)
            return
        }
        let seconds = now - start.time
        guard seconds >= Self.leastSeconds, progress.done > start.done else { return }
        progress.rate = Double(progress.done - start.done) / seconds
        // What earlier runs have done took none of this time.
        guard let share = progress.share, share > start.share else { return }
        progress.secondsLeft = seconds * max(0, 1 - share) / (share - start.share)
    }
}
