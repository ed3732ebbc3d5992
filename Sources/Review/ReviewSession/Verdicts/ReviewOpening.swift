public import Verdicts

/// What a review's file held when it was opened.
public struct ReviewOpening: Sendable {
    /// The file, as a whole path; it may not be there before the first thing to keep.
    public let path: String
    /// What the estimation queue is drawn with.
    public let seed: UInt64
    /// What its journal comes to.
    public let record: ReviewRecord
    /// Contents with something said about them that holds; nil for a file without entries.
    public let count: Int?
    /// Where it was left off; nil for a new one.
    public let place: ReviewPlace?
    /// What there is to say about the file, such as why it lies elsewhere; nil for nothing.
    public let remark: String?

    /// - Parameter entries: the journal, in order.
    /// - Complexity: O(entries and their verdicts): not for the thread that owns the screen.
    public init(
        path: String,
        seed: UInt64,
        entries: some Sequence<JournalEntry> = [],
        place: ReviewPlace? = nil,
        remark: String? = nil
    ) {
        self.path = path
        self.seed = seed
        let record = ReviewRecord(entries)
        self.record = record
        count = record.isEmpty ? nil : record.items.values.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
        self.place = place
        self.remark = remark
    }
}
