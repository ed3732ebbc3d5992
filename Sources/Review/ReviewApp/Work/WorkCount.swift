import Synchronization

/// How many jobs workers have, so that it can be told when nothing more will come of what was asked.
///
/// A job that hands on to another worker counts that one before it ends itself, so the count is never 0 in between.
final class WorkCount: Sendable {
    private let state = Mutex(State())

    private struct State {
        var jobs = 0
        var whenIdle: (@Sendable () -> Void)?
    }

    /// True where every job has ended, and with it all that it had to report.
    var isIdle: Bool { state.withLock { $0.jobs == 0 } }

    /// - Parameter body: called whenever the last job has ended, from any thread.
    func whenIdle(_ body: @escaping @Sendable () -> Void) { state.withLock { $0.whenIdle = body } }

    func begin() { state.withLock { $0.jobs += 1 } }

    func end() {
        let whenIdle = state.withLock { state in
            state.jobs -= 1
            return state.jobs == 0 ? state.whenIdle : nil
        }
        whenIdle?()
    }
}
