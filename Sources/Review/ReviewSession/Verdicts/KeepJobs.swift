public import Basics
import Verdicts

/// Brings entries to the review's file, and with them where the review is.
public struct KeepJob: Job {
    public static let lane = Lane.file
    let entries: [JournalEntry]
    let place: ReviewPlace

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        site.keep(entries, place, report)
    }
}

/// Brings where the review is to its file now, and with it the filters that have a name.
public struct KeepPlaceJob: Job {
    public static let lane = Lane.file
    let place: ReviewPlace

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        site.keep(place, report)
    }
}
