internal import Synchronization

/// Lets reports through at most 30 times a second.
final class ProgressLimit: Sendable {
    private let next = Mutex<ContinuousClock.Instant?>(nil)

    /// Whether the time has come for another report.
    func isDue() -> Bool {
        let now = ContinuousClock.now
        return next.withLock { next in
            if let next, now < next { return false }
            next = now + .milliseconds(33)
            return true
        }
    }
}
