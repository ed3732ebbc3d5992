public import Verdicts

/// What is told of exports.
public enum ExportUpdate: Sendable {
    /// What an export of the round with a revision would do, with the preview's settings.
    case previewed(Int, ExportPreview)
    /// How many lines the sets of an export of the round with a revision would have.
    case counted(Int, ExportCounts)
    /// How far an export has come, 0 to 1, and what it is at, in a few words.
    case progressed(fraction: Double, stage: String)
    /// An export is there; the message says where and what, and the record is for the journal.
    case done(message: String, JournalEntry.ExportRecord?)
    /// An export did not come about, and why; nothing was written.
    case failed(message: String)
}

extension ExportUpdate {
    /// The round that it is about; nil for an export that runs, which is of the round as it was read.
    var round: Int? {
        switch self {
        case .previewed(let round, _), .counted(let round, _): round
        case .progressed, .done, .failed: nil
        }
    }
}
