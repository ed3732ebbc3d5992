import Dispatch
import Synchronization

/// Runs one job at a time off the UI thread; a job that waits is replaced by a newer one.
///
/// So keys may come as fast as they like: what is worked on is the state of a moment ago, and next the present one.
final class LatestWorker: Sendable {
    private let queue: DispatchQueue
    private let slot = Mutex(Slot())

    private struct Slot {
        var waiting: (@Sendable () -> Void)?
        var isRunning = false
    }

    init(label: String, qos: DispatchQoS = .userInitiated) {
        queue = DispatchQueue(label: label, qos: qos)
    }

    func submit(_ job: @escaping @Sendable () -> Void) {
        let starts = slot.withLock { slot in
            slot.waiting = job
            if slot.isRunning { return false }
            slot.isRunning = true
            return true
        }
        guard starts else { return }
        queue.async { self.work() }
    }

    private func work() {
        while true {
            let job = slot.withLock { slot -> (@Sendable () -> Void)? in
                guard let job = slot.waiting else {
                    slot.isRunning = false
                    return nil
                }
                slot.waiting = nil
                return job
            }
            guard let job else { return }
            job()
        }
    }
}
