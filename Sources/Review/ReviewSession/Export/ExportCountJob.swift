public import Basics
public import RoundModel

/// Counts what the sets of an export of the round with a revision would come to: passes over its texts.
public struct ExportCountJob: Job {
    public static let lane = Lane.exportCounts
    let round: Int
    /// What is to be counted.
    public let choice: ExportCounts.Choice
    /// The lines that make the sets.
    public let thresholds: Thresholds
    /// The contents of all items; nil where nobody needed them yet.
    public let content: ContentKeys?

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        guard let counts = site.count(self, stop) else { return }
        report(.export(.counted(round, counts)))
    }
}
