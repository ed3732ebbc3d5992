public import Basics

/// Reads the round from its beginning; every job after it is about what it finds once the session has taken that.
public struct LoadJob: Job {
    public static let lane = Lane.load

    public init() {}

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) { site.load(stop, report) }
}
