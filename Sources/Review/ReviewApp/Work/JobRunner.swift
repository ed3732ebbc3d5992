import Basics
import ReviewSession

/// Runs jobs on threads, each in its lane.
final class JobRunner: Sendable {
    private let lanes: [Lane: WorkLane]

    /// - Parameter work: counts the jobs.
    init(work: WorkCount) {
        lanes = Dictionary(
            uniqueKeysWithValues: Lane.allCases.map { lane in
                (lane, WorkLane(lane.rawValue, lane.rule, isInBackground: lane.isInBackground, work: work))
            }
        )
    }

    /// Has a job run when its turn comes, with what was outside when it was asked for.
    func start(_ job: any Job, at site: any WorkSite, _ reports: ActionQueue<Action>) {
        lanes[job.lane]?.start(job) { stop in
            job.run(at: site, stop) { reports.post($0) }
            // What is told of a copy comes before its end, which somebody may wait for.
            if job.lane == .outside { reports.nudge() }
        }
    }

    /// Stops what runs in a lane and what waits there.
    func stop(_ lane: Lane) { lanes[lane]?.stop() }

    /// Stops whatever is under way; returns at once.
    func stopAll() { for lane in lanes.values { lane.stop() } }

    /// True while something runs or waits in a lane.
    func isBusy(_ lane: Lane) -> Bool { lanes[lane]?.isBusy ?? false }

    /// Waits until nothing runs or waits in a lane.
    func wait(for lane: Lane) { lanes[lane]?.sync {} }
}
