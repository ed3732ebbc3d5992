internal import Synchronization

/// Adds up what threads are done with, and tells the sum, one call at a time and never less than before.
public final class WorkProgress: Sendable {
    private let state: Mutex<(done: Int, throttle: Throttle)>
    private let report: @Sendable (_ done: Int) -> Void

    /// - Parameters:
    ///   - interval: the least time between two reports; none to tell each.
    ///   - report: called from any thread.
    public init(every interval: Duration = .zero, _ report: @escaping @Sendable (_ done: Int) -> Void) {
        state = Mutex((0, Throttle(every: interval)))
        self.report = report
    }

    /// Adds what a thread is done with.
    public func add(_ more: Int) {
        state.withLock { state in
            state.done += more
            // Under the lock, so that reports come in order.
            if state.throttle.isDue() { report(state.done) }
        }
    }
}
