import Synchronization

/// What workers report, until the event loop takes it.
final class ActionQueue<News: Sendable>: Sendable {
    private let actions = Mutex<[News]>([])
    private let wake: @Sendable () -> Void

    /// - Parameter wake: called after each report, from any thread; makes the terminal's wait return.
    init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    func post(_ action: News) {
        actions.withLock { $0.append(action) }
        wake()
    }

    /// True where nothing waits to be taken.
    var isEmpty: Bool { actions.withLock { $0.isEmpty } }

    /// Makes the terminal's wait return though nothing was reported; called from any thread.
    func nudge() { wake() }

    /// Takes everything that was reported, in order.
    func drain() -> [News] {
        actions.withLock { waiting in
            let taken = waiting
            waiting.removeAll()
            return taken
        }
    }
}
