import ReviewStore
import RoundExport
import RoundFiles
import RoundModel
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
        /// The file.
        let path: String

        /// The contents that somebody said something of.
        var count: Int { record.items.count }
    }

    /// What stands for the review that lies beside the round, where a command takes the name of one.
    static let beside = "auto"

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
            return Kept(record: store.record(), seed: store.seed, place: store.place, path: place.path)
        } catch {
            throw ProgramFailure(error)
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

    /// The review that was named, or the one that lies beside the round; nil where there is none and none was named.
    ///
    /// - Parameters:
    ///   - path: as it was named, or `beside`; nil where nobody asked for one.
    ///   - given: the thresholds of the command line. Where these are all, a review that cannot be read and that nobody asked
    ///     for is told, and nothing worse.
    static func find(
        _ path: String?,
        for rounds: [String],
        _ given: ThresholdDefaults
    ) throws(ProgramFailure) -> Kept? {
        if let path, path != beside { return try open(path, for: rounds) }
        // Nothing lies beside what comes from a pipe; the review of the last one that came is of another round.
        if path == nil, rounds.first == "-" { return nil }
        do throws(ProgramFailure) {
            return try openIfThere(nil, for: rounds)
        } catch {
            guard path == nil else { throw error }
            guard given.isComplete else {
                throw ProgramFailure(
                    status: error.status,
                    message: "\(error.message); --no-review leaves the review out"
                )
            }
            StandardStreams.message("\(error.message); the review is left out")
            return nil
        }
    }

    /// What a review's journal comes to, and what it draws samples with.
    ///
    /// - Parameter limit: the entries about verdicts that count, from the first on.
    /// - Returns: nil where nobody has given a verdict.
    static func read(
        _ path: String,
        limit: Int
    ) throws(ProgramFailure) -> (record: ReviewRecord, seed: UInt64)? {
        do throws(ReviewStoreError) {
            let place = ReviewLocation(path: ProgramPath.absolute(path))
            try requireMemory([place])
            let store = try ReviewStore.read(place)
            let record = store.record(upTo: limit)
            return record.items.isEmpty ? nil : (record, store.seed)
        } catch {
            throw ProgramFailure(error)
        }
    }
}
