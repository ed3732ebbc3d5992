public import Basics
public import RoundModel
import Verdicts

/// Reads the round from its beginning; every job after it is about what it finds once the session has taken that.
public struct LoadJob: Job {
    public static let lane = Lane.load

    public init() {}

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) { site.load(stop, report) }
}

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

/// Looks up what an export of the round with a revision would do.
public struct PreviewJob: Job {
    public static let lane = Lane.preview
    let round: Int
    /// What the dialog is set to.
    public let settings: ExportSettings
    let thresholds: Thresholds
    let judged: JudgedItems?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.exportPreviewed(round, site.preview(settings, thresholds, judged)))
    }
}

/// Exports the round; stopped, it answers with `exportFailed` once it has cleaned up.
public struct ExportJob: Job {
    public static let lane = Lane.export
    /// What the dialog was confirmed with.
    public let settings: ExportSettings
    /// The lines that make the sets.
    public let thresholds: Thresholds
    /// Where each threshold came from.
    public let origins: [ThresholdName: ThresholdOrigin]
    /// The contents of all items; nil where nobody needed them yet.
    public let content: ContentKeys?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        site.export(self, stop, report)
    }
}

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
