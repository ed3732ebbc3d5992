import CLibrary
import ReviewSession
import RoundFiles
import RoundModel

/// Makes what the session takes over from what a load hands out.
struct SnapshotMaker: Sendable {
    /// When the load began.
    private let start: Double

    init() {
        start = Self.now()
    }

    func snapshot(_ round: LoadedRound) -> RoundSnapshot {
        let isComplete = round.progress.isComplete
        let columns = round.columns
        func summary(_ name: ScoreName) -> ScoreSummary? {
            isComplete ? columns.summary(of: name) : columns.provisionalSummary(of: name)
        }
        return RoundSnapshot(
            columns: columns,
            report: round.report,
            safety: summary(.safety),
            helpfulness: summary(.helpfulness),
            meter: LoadMeter(
                bytesRead: round.progress.bytesRead,
                bytesTotal: round.progress.bytesTotal,
                seconds: Self.now() - start
            ),
            isComplete: isComplete
        )
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
