public import Basics
import RoundModel

/// Copies a part of a row, or writes it to a file for a pager or an editor.
public struct TakeOutJob: Job {
    public static let lane = Lane.outside
    /// What is taken out, and where to.
    public let request: OutsideRequest
    let columns: ScoreColumns

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        site.takeOut(request, columns, report)
    }
}
