import Basics
import Dispatch
import HTTPClient
import RewardServers
import RoundFiles
import Synchronization

/// Reads rows on a thread of its own, some ahead of the run that takes them: answers that come are not kept waiting by rows that do not.
///
/// Unchecked: `rows` is used by that thread alone once it has begun, `taken` and what follows it by the run alone.
final class RowsAhead: @unchecked Sendable {
    private let rows: UnscoredRows
    private let cancellation: Cancellation
    private let waker: HTTPClient.Waker
    private let state = Mutex(State())
    /// Signalled when rows were taken, and at the end.
    private let room = DispatchSemaphore(value: 0)
    private var taken: ArraySlice<PendingRow> = []
    private var seen = (count: 0, at: 0.0)

    private struct State {
        var rows: [PendingRow] = []
        var bytes = 0
        var bytesRead = 0
        /// How reading ended; nil while it goes on.
        var end: Result<Void, RoundFilesError>?
        var isAwaited = false
        var isStopped = false

        /// Whether there is enough that taking it is worth a wake-up.
        var isWorthTaking: Bool { rows.count >= 256 || bytes >= 1 << 18 || end != nil }

        /// Whether more may be read; one row always may.
        var hasRoom: Bool { rows.count < 4096 && bytes < 4 << 20 }
    }

    /// What there is for whoever asks.
    enum Next {
        case row(PendingRow)
        /// None is there yet; the client is woken when one is.
        case wait
        case end
    }

    /// Seconds without a further row after which rows are taken although they are few: they come slowly.
    private static let patience = 0.1

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - cancellation: of `rows` and of the run.
    ///   - waker: of the client that the run waits in.
    init(_ rows: UnscoredRows, _ cancellation: Cancellation, waking waker: HTTPClient.Waker) {
        self.rows = rows
        self.cancellation = cancellation
        self.waker = waker
        DispatchQueue(label: "redsieve.scoring.rows", qos: .userInitiated).async { self.read() }
    }

    /// Bytes on disk that were gone through.
    var bytesRead: Int { state.withLock { $0.bytesRead } }

    /// The next row, if it is there.
    ///
    /// - Parameter now: of a clock that never goes back, in seconds.
    func next(at now: Double) throws(ScoringError) -> Next {
        if let row = taken.popFirst() { return .row(row) }
        let (rows, end) = state.withLock { state -> ([PendingRow], Result<Void, RoundFilesError>?) in
            if state.rows.count != seen.count { seen = (state.rows.count, now) }
            let isSlow = !state.rows.isEmpty && now - seen.at > Self.patience
            guard state.isWorthTaking || isSlow else {
                state.isAwaited = true
                return ([], nil)
            }
            defer {
                state.rows = []
                state.bytes = 0
                state.isAwaited = false
            }
            return (state.rows, state.end)
        }
        guard rows.isEmpty else {
            seen = (0, now)
            room.signal()
            taken = rows[...]
            return try next(at: now)
        }
        switch end {
        // The run sees by itself that it was cancelled.
        case .failure(let error)?:
            if cancellation.isCancelled { return .wait }
            throw .rows(error)
        case .success?: return .end
        case nil: return .wait
        }
    }

    /// Ends reading with the next row.
    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
    }

    private func read() {
        while true {
            do throws(RoundFilesError) {
                guard let row = try rows.next() else { return add(nil, .success(())) }
                add(PendingRow(row), nil)
            } catch {
                return add(nil, .failure(error))
            }
            while !state.withLock({ $0.isStopped || $0.hasRoom }) { room.wait() }
            if state.withLock({ $0.isStopped }) { return }
        }
    }

    private func add(_ row: PendingRow?, _ end: Result<Void, RoundFilesError>?) {
        let isAwaited = state.withLock { state in
            if let row {
                state.rows.append(row)
                state.bytes += row.row.bytes.count
            }
            state.bytesRead = rows.bytesRead
            state.end = end
            guard state.isAwaited, state.isWorthTaking else { return false }
            state.isAwaited = false
            return true
        }
        if isAwaited { waker.wake() }
    }
}
