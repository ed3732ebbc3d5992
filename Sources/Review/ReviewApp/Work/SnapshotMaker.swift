import CLibrary
import ReviewSession
import RoundFiles

/// Makes what the session takes over from what a load hands out.
struct SnapshotMaker: Sendable {
    /// When the load began.
    private let start: Double

    init() {
        start = Self.now()
    }

    func snapshot(_ round: LoadedRound) -> RoundSnapshot {
        RoundSnapshot(
            columns: round.columns,
            report: round.report,
            meter: LoadMeter(
                bytesRead: round.progress.bytesRead,
                bytesTotal: round.progress.bytesTotal,
                seconds: Self.now() - start
            ),
            isComplete: round.progress.isComplete
        )
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
