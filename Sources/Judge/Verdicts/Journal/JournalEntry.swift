public import RoundModel

/// One line of a review's journal. Entries are only ever added, and stand in the order in which they were kept: clocks jump.
public struct JournalEntry: Hashable, Sendable {
    /// What tells it from all others, in other copies of the review as well.
    public var id: EntryID
    /// Milliseconds since 1970 by the system's clock, for people to read.
    public var time: Int
    /// Who did it.
    public var reviewer: String
    /// What was done.
    public var event: Event

    /// What can be done to a review.
    public enum Event: Hashable, Sendable {
        /// Verdicts given with one key or one confirmation, undone as one.
        case verdicts([Verdict])
        /// The thresholds were moved.
        case thresholds(from: Thresholds, to: Thresholds)
        /// The baseline was set.
        case baseline(from: Thresholds, to: Thresholds)
        /// What an entry did was taken back.
        case undo(EntryID)
        /// What an entry had done was done again.
        case redo(EntryID)
        /// Sets were exported.
        case export(ExportRecord)
        /// A record of a certificate: its plan before the first verdict, or what came of it. The text is JSON, whose form
        /// is `AuditStatistics`' matter.
        case certificate(String)
    }

    /// An export as the journal keeps it.
    public struct ExportRecord: Hashable, Sendable {
        /// The folder, as a whole path; for rows of a list the file.
        public var directory: String
        /// The thresholds it was made with.
        public var thresholds: Thresholds
        /// The SHA-256 of its manifest, or of the file, in hexadecimal.
        public var manifest: String

        public init(directory: String, thresholds: Thresholds, manifest: String) {
            self.directory = directory
            self.thresholds = thresholds
            self.manifest = manifest
        }
    }

    public init(id: EntryID, time: Int, reviewer: String, event: Event) {
        self.id = id
        self.time = time
        self.reviewer = reviewer
        self.event = event
    }
}
