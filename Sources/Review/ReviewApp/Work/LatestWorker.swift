import Dispatch
import Synchronization

/// Runs one job at a time off the UI thread; a job that waits is replaced by a newer one.
///
/// So keys may come as fast as they like: what is worked on is the state of a moment ago, and next the present one.
final class LatestWorker: Sendable {
    private let queue: DispatchQueue
    private let work: WorkCount
    private let slot = Mutex(Slot())

    private struct Slot {
        var waiting: (@Sendable () -> Void)?
        var isRunning = false
    }

    /// - Parameter work: counts the jobs.
    init(label: String, qos: DispatchQoS = .userInitiated, work: WorkCount) {
        queue = DispatchQueue(label: label, qos: qos)
        self.work = work
    }

    func submit(_ job: @escaping @Sendable () -> Void) {
        work.begin()
        let (starts, replaced) = slot.withLock { slot in
            let replaced = slot.waiting != nil
            slot.waiting = job
            if slot.isRunning { return (false, replaced) }
            slot.isRunning = true
            return (true, replaced)
        }
        // What is replaced will never end by itself.
        if replaced { work.end() }
        guard starts else { return }
        queue.async { self.run() }
    }

    private func run() {
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
            work.end()
        }
    }
}
