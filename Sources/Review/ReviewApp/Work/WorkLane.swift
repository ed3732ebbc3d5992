import Basics
import Dispatch
import ReviewSession
import Synchronization

/// A thread that does one piece of work at a time, and those that wait for it. Here alone is known what lanes do, and how
/// work is stopped.
final class WorkLane: Sendable {
    private let rule: Lane.Rule
    private let queue: DispatchQueue
    private let work: WorkCount
    private let state = Mutex(State())

    private struct State {
        var running: Piece?
        var waiting: [Piece] = []
        var isRunning = false
    }

    private struct Piece: Sendable {
        /// The job that it does, which a newer one may end.
        var job: (any Job)?
        var body: @Sendable (Cancellation) -> Void
        let stop = Cancellation()
    }

    /// - Parameters:
    ///   - isInBackground: true for what no key waits for.
    ///   - work: counts what is to be done.
    init(_ name: String, _ rule: Lane.Rule, isInBackground: Bool = false, work: WorkCount) {
        self.rule = rule
        self.work = work
        queue = DispatchQueue(label: "redsieve.\(name)", qos: isInBackground ? .utility : .userInitiated)
    }

    /// Has something done when its turn comes.
    ///
    /// - Parameter job: the job that it does; nil for what no job ends.
    func start(_ job: (any Job)? = nil, _ body: @escaping @Sendable (Cancellation) -> Void) {
        let piece = Piece(job: job, body: body)
        if rule == .atOnce { return body(piece.stop) }
        work.begin()
        let (starts, dropped) = state.withLock { state in
            func isEnded(_ other: Piece) -> Bool { other.job.map { job?.ends($0) ?? false } ?? false }
            if let running = state.running, isEnded(running) { running.stop.cancel() }
            let before = state.waiting.count
            state.waiting.removeAll { rule == .newest || isEnded($0) }
            let dropped = before - state.waiting.count
            state.waiting.append(piece)
            defer { state.isRunning = true }
            return (!state.isRunning, dropped)
        }
        // What is dropped will never end by itself.
        for _ in 0..<dropped { work.end() }
        if starts { queue.async { self.run() } }
    }

    /// Stops what runs and what waits; returns at once.
    func stop() {
        state.withLock { state in
            state.running?.stop.cancel()
            for piece in state.waiting { piece.stop.cancel() }
        }
    }

    /// True while something runs or waits.
    var isBusy: Bool { state.withLock { $0.isRunning } }

    /// Does something behind all that waits, and waits for it; nobody counts it.
    func sync(_ body: () -> Void) { queue.sync(execute: body) }

    /// Does something some time from now; it is not counted until then, and not then either: nobody asked for it.
    func later(seconds: Double, _ body: @escaping @Sendable () -> Void) {
        queue.asyncAfter(deadline: .now() + seconds, execute: body)
    }

    private func run() {
        while true {
            let next = state.withLock { state -> Piece? in
                state.running = state.waiting.isEmpty ? nil : state.waiting.removeFirst()
                if state.running == nil { state.isRunning = false }
                return state.running
            }
            guard let next else { return }
            next.body(next.stop)
            work.end()
        }
    }
}
