import ReviewStore
import RoundExport
import RoundFiles
import Verdicts

/// What commands without a screen need of a review file.
enum ReviewFileWork {
    /// A review as its file keeps it.
    struct Kept {
        /// What the journal comes to.
        let record: ReviewRecord
        /// What samples are drawn with.
        let seed: UInt64
        /// Where the review was left off; nil where nobody left it.
        let place: ReviewPlace?
    }

    /// The review that was named, else the one that lies where a round's review lies.
    ///
    /// - Throws: why it cannot be read, also where there is none.
    static func open(_ path: String?, for rounds: [String]) throws(ProgramFailure) -> Kept {
        let places = ReviewOptions.locations(of: path, for: rounds)
        do throws(ReviewStoreError) {
            guard let place = places.first(where: \.exists) ?? places.first else {
                throw .unreadable(path: rounds.first ?? "", problem: "there is no place for its review")
            }
            try requireMemory([place])
            let store = try ReviewStore.read(place)
            var record = ReviewRecord()
            for entry in store.entries { record.take(entry.entry) }
            return Kept(record: record, seed: store.seed, place: store.place)
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
    }

    /// Asks for the room that reading some reviews takes, which grows with its file.
    ///
    /// - Throws: `failed` where there is too little.
    static func requireMemory(_ places: [ReviewLocation]) throws(ReviewStoreError) {
        do throws(RoundFilesError) {
            try MemoryRoom.require(places.reduce(0) { $0 + $1.bytes } * ContentMemory.fileByte)
        } catch {
            throw .failed(path: places.first?.path ?? "the review", problem: error.message)
        }
    }

    /// The same; nil where none was named and there is none.
    static func openIfThere(_ path: String?, for rounds: [String]) throws(ProgramFailure) -> Kept? {
        guard path != nil || ReviewOptions.locations(of: nil, for: rounds).contains(where: \.exists) else { return nil }
        return try open(path, for: rounds)
    }

    /// What a review's journal comes to, and what it draws samples with.
    ///
    /// - Parameter limit: the entries about verdicts that count, from the first on; nil for all.
    /// - Returns: nil where nobody has given a verdict.
    static func read(
        _ path: String,
        limit: Int? = nil
    ) throws(ProgramFailure) -> (record: ReviewRecord, seed: UInt64)? {
        do throws(ReviewStoreError) {
            let place = ReviewLocation(path: ProgramPath.absolute(path))
            try requireMemory([place])
            let store = try ReviewStore.read(place)
            var record = ReviewRecord()
            for entry in store.entries {
                if let limit, record.verdictEntries >= limit { break }
                record.take(entry.entry)
            }
            return record.items.isEmpty ? nil : (record, store.seed)
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
    }
}
