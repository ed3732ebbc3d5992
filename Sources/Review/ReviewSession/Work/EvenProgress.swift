import Synchronization

/// Tells how far something has come ten times a second at most, from any thread.
final class EvenProgress: Sendable {
    private let next = Mutex(ContinuousClock.now)
    private let body: @Sendable (Double) -> Void

    init(_ body: @escaping @Sendable (Double) -> Void) { self.body = body }

    func tell(_ done: Int, of total: Int) {
        let isDue = next.withLock { next in
            guard ContinuousClock.now >= next else { return false }
            next = .now + .milliseconds(100)
            return true
        }
        if isDue, total > 0 { body(Double(done) / Double(total)) }
    }
}
