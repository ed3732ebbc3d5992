import Basics
import Dispatch
import ReviewApp
import ReviewSession
import RoundFiles
import RoundModel
import RoundScoring
import Synchronization

/// A run of scoring beside the review that shows its rows as they come.
///
/// The review reads them from a pipe, as it reads any round that comes slowly. What counts is on the disk before it is in the
/// pipe, so that leaving at any moment loses nothing.
final class WatchedRun: RoundMaker {
    /// Scores all rows: given what sees the rows that are done, and what sees how far it is.
    typealias Work =
        @Sendable (
            _ cancellation: Cancellation,
            _ follow: @escaping @Sendable (UnsafeRawBufferPointer) -> Void,
            _ tell: (ScoringProgress) -> Void
        ) -> Result<ScoringResult, ScoringError>

    /// What the review reads.
    let request: RoundRequest
    private let feed: RowFeed
    private let work: Work
    private let cancellation = Cancellation()
    private let ended = DispatchSemaphore(value: 0)
    private let outcome = Mutex<Result<ScoringResult, ScoringError>?>(nil)
    private let isStarted = Mutex(false)

    /// - Parameters:
    ///   - name: of the round.
    ///   - round: how its rows are read; its paths are not used.
    init(name: String, _ round: RoundRequest, _ work: @escaping Work) throws(ProgramFailure) {
        feed = try RowFeed()
        var request = round
        request.paths = [feed.path]
        request.name = name
        self.request = request
        self.work = work
    }

    func start(_ report: @escaping @Sendable (Action) -> Void) {
        isStarted.withLock { $0 = true }
        DispatchQueue(label: "redsieve.scoring").async { [self] in
            let result = work(cancellation, { self.feed.write($0) }) { progress in
                report(
                    .load(
                        .making(
                            RoundMaking(
                                failed: progress.failed,
                                share: progress.share,
                                rate: progress.rate,
                                secondsLeft: progress.secondsLeft,
                                waiting: progress.waiting
                            )
                        )
                    )
                )
            }
            outcome.withLock { $0 = result }
            switch result {
            case .success(let result):
                var text = "scored: \(DecimalText.counted(result.scored, "row"))"
                if let path = result.failedPath {
                    text += "; \(DecimalText.counted(result.failed, "row")) without a score: \(PathText.shown(path))"
                }
                report(.load(.made(message: text, isFailure: result.failed > 0)))
            case .failure(let error): report(.load(.made(message: error.message, isFailure: true)))
            }
            feed.finish()
            ended.signal()
        }
    }

    func stop() {
        cancellation.cancel()
        feed.stop()
        if isStarted.withLock({ $0 }) { ended.wait() }
    }

    /// What came of it; nil where it never began.
    var result: Result<ScoringResult, ScoringError>? { outcome.withLock { $0 } }
}
