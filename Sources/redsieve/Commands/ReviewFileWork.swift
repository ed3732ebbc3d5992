import ReviewStore
import RoundExport
import RoundFiles
import Verdicts

/// What commands without a screen need of a review file.
enum ReviewFileWork {
    /// What a review's journal comes to, and what it draws samples with.
    ///
    /// - Parameter limit: the entries about verdicts that count, from the first on; nil for all.
    /// - Returns: nil where nobody has given a verdict.
    static func read(
        _ path: String,
        limit: Int? = nil
    ) throws(ProgramFailure) -> (record: ReviewRecord, seed: UInt64)? {
        do throws(ReviewStoreError) {
            let store = try ReviewStore.read(ReviewLocation(path: ProgramPath.absolute(path)))
            let entries = try store.entries(after: 0)
            var record = ReviewRecord()
            for entry in entries {
                if let limit, record.verdictEntries >= limit { break }
                record.take(entry.entry)
            }
            return record.items.isEmpty ? nil : (record, store.seed)
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
    }
}
