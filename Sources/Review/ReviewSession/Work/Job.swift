public import Basics

/// Work that the session wants done while it goes on. A job brings along what it does: the app runs it on a thread, tests and
/// benchmarks at once, and all run the same.
///
///     struct CountJob: Job {
///         static let lane = Lane.count
///         let request: CountRequest
///         let population: Population
///
///         func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
///             report(.counts(.counted(request, population.tally(request.thresholds, baseline: request.baseline))))
///         }
///     }
public protocol Job: Sendable {
    /// Takes what came of it, from any thread.
    typealias Report = @Sendable (Action) -> Void

    /// Where it waits for its turn.
    static var lane: Lane { get }

    /// True where an earlier job of the lane, running or waiting, is to stop for this one.
    func ends(_ earlier: any Job) -> Bool

    /// Does it, and reports by actions; blocks its thread.
    ///
    /// - Parameters:
    ///   - site: what lies outside of the session, with the round that the session spoke of when it asked.
    ///   - stop: thrown where nobody wants it any more; then it ends soon and reports nothing, unless it says otherwise.
    func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report)
}

extension Job {
    public func ends(_ earlier: any Job) -> Bool { false }

    /// The lane of this job.
    public var lane: Lane { Self.lane }
}
