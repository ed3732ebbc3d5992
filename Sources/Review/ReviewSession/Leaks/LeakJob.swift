public import Basics

/// Looks for the items that are not to be trained on: passes over the texts of the round.
public struct LeakJob: Job {
    public static let lane = Lane.leaks
    let request: LeakState.Request

    /// What the export is to be held against.
    public var settings: GuardSettings { request.settings }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.leaks(.found(request, site.leaks(self, stop))))
    }
}
