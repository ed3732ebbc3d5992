public import Basics
public import RoundModel

/// Looks up what an export of the round with a revision would do.
public struct PreviewJob: Job {
    public static let lane = Lane.preview
    let round: Int
    /// What the dialog is set to.
    public let settings: ExportSettings
    let thresholds: Thresholds
    let judged: JudgedItems?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.export(.previewed(round, site.preview(settings, thresholds, judged))))
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
