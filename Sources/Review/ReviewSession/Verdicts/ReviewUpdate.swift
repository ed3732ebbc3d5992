public import Verdicts

/// What is told of the review's file, whatever the round is.
public enum ReviewUpdate: Sendable {
    /// The file was opened; what it holds comes before what happened since the start.
    case opened(ReviewOpening)
    /// It cannot be used, and why; nothing of it was changed.
    case refused(String)
    /// These entries are on the disk.
    case kept([EntryID])
    /// Entries could not be written, and why; they are handed over again with the next.
    case keepFailed(String)
    /// What another program wrote to the same review.
    case joined([JournalEntry])
    /// The review was used with another round last, in words; told before the contents that say so.
    case otherRoundMet(String)
}
