import Verdicts

/// What became of an export, for those who tell and keep it.
enum ExportNews {
    /// What one would write.
    case previewed(ExportPreview)
    /// How many lines its sets would have.
    case counted(ExportCounts)
    /// It came to its end, and what there is to say; with a record for the journal where it is there.
    case ended(Message, JournalEntry.ExportRecord?)
}
