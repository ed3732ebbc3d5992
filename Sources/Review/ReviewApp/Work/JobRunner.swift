import Basics
import Dispatch
import ReviewSession
import Synchronization

/// Runs jobs on threads, each in its lane. Here alone is known what lanes do, and how a job is stopped.
final class JobRunner: Sendable {
    private let lanes: [Lane: JobLane]

    /// - Parameter work: counts the jobs.
    init(work: WorkCount) {
        lanes = Dictionary(uniqueKeysWithValues: Lane.allCases.map { ($0, JobLane($0, work: work)) })
    }

    /// Has a job run when its turn comes, with what was outside when it was asked for.
    func start(_ job: any Job, at site: any WorkSite, _ reports: ActionQueue) {
        lanes[job.lane]?.start(job, at: site, reports)
    }

    /// Stops what runs in a lane and what waits there.
    func stop(_ lane: Lane) { lanes[lane]?.stop() }

    /// Stops whatever is under way; returns at once.
    func stopAll() { for lane in lanes.values { lane.stop() } }

    /// True while something runs or waits in a lane.
    func isBusy(_ lane: Lane) -> Bool { lanes[lane]?.isBusy ?? false }

    /// Waits until nothing runs or waits in a lane.
    func wait(for lane: Lane) { lanes[lane]?.wait() }
}

/// One lane: a thread, the job that it runs, and those that wait.
private final class JobLane: Sendable {
    private let lane: Lane
    private let queue: DispatchQueue
    private let work: WorkCount
    private let state = Mutex(State())

    private struct State {
        var running: Entry?
        var waiting: [Entry] = []
        var isRunning = false
    }

    private struct Entry: Sendable {
        var job: any Job
        var site: any WorkSite
        var reports: ActionQueue
        let stop = Cancellation()

        func run() { job.run(at: site, stop) { [reports] in reports.post($0) } }
    }

    init(_ lane: Lane, work: WorkCount) {
        self.lane = lane
        self.work = work
        queue = DispatchQueue(label: "redsieve.\(lane.rawValue)", qos: lane.isInBackground ? .utility : .userInitiated)
    }

    func start(_ job: any Job, at site: any WorkSite, _ reports: ActionQueue) {
        let entry = Entry(job: job, site: site, reports: reports)
        if lane.rule == .atOnce { return entry.run() }
        work.begin()
        let (starts, dropped) = state.withLock { state in
            if let running = state.running, job.ends(running.job) { running.stop.cancel() }
            let before = state.waiting.count
            state.waiting.removeAll { lane.rule == .newest || job.ends($0.job) }
            let dropped = before - state.waiting.count
            state.waiting.append(entry)
            defer { state.isRunning = true }
            return (!state.isRunning, dropped)
        }
        // What is dropped will never end by itself.
        for _ in 0..<dropped { work.end() }
        if starts { queue.async { self.run() } }
    }

    func stop() {
        state.withLock { state in
            state.running?.stop.cancel()
            for entry in state.waiting { entry.stop.cancel() }
        }
    }

    var isBusy: Bool { state.withLock { $0.isRunning } }

    func wait() { queue.sync {} }

    private func run() {
        while true {
            let next = state.withLock { state -> Entry? in
                state.running = state.waiting.isEmpty ? nil : state.waiting.removeFirst()
                if state.running == nil { state.isRunning = false }
                return state.running
            }
            guard let next else { return }
            next.run()
            // What is told of a copy comes before its end, which somebody may wait for.
            if lane == .outside { next.reports.nudge() }
            work.end()
        }
    }
}
