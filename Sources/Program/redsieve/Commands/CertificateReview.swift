import CLibrary
import ReviewAudit
import ReviewStore
import Verdicts

/// A review that records of certificates are read from and added to.
final class CertificateReview {
    /// What its journal comes to, with what was added.
    private(set) var record: ReviewRecord
    /// Its plans and certificates.
    private(set) var journal: CertificateJournal
    /// Where it was left off; nil for a new one.
    let place: ReviewPlace?
    private let store: ReviewStore
    private let reviewer: String
    private let writer = UInt64.random(in: 1...UInt64.max)
    private var turn: UInt32 = 0

    /// What it draws samples with.
    var seed: UInt64 { store.seed }

    /// - Throws: why a file that is there cannot be used.
    init(_ locations: [ReviewLocation], reviewer: String) throws(ProgramFailure) {
        self.reviewer = reviewer
        do throws(ReviewStoreError) {
            store = try ReviewStore.open(locations, seed: .random(in: 0...UInt64.max))
            place = try store.place()
            record = ReviewRecord(try store.entries(after: 0).lazy.map(\.entry))
            // The round takes long to read, and whoever stops that leaves nothing open.
            try store.close()
        } catch {
            throw ProgramFailure(error)
        }
        journal = CertificateJournal(record)
    }

    /// Adds a record; it is on the disk when this returns.
    func keep(_ text: String) throws(ProgramFailure) {
        turn += 1
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let entry = JournalEntry(
            id: EntryID(writer: writer, turn: turn),
            time: now.tv_sec * 1_000 + now.tv_nsec / 1_000_000,
            reviewer: reviewer,
            event: .certificate(text)
        )
        defer { for notice in store.takeNotices() { StandardStreams.message(notice) } }
        do throws(ReviewStoreError) {
            try store.append([entry])
            try store.close()
        } catch {
            throw ProgramFailure(error)
        }
        record.take(entry)
        journal = CertificateJournal(record)
    }
}
