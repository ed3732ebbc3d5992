internal import GRDB
internal import RoundModel
public import Verdicts

/// What a review file holds, as it was at one moment.
public struct ReviewContents: Sendable {
    /// Where it was read.
    public let location: ReviewLocation
    /// What its samples are drawn with.
    public let seed: UInt64
    /// The journal, in order.
    public let entries: [NumberedEntry]
    /// Entries that are not what was written any more, or are gone, and were left out.
    public let lost: Int
    /// Where the review was left off; nil for a new one.
    public let place: ReviewPlace?
    /// The round that the review was used with last; nil where the file does not tell.
    public let round: RoundIdentity?

    /// Reads a review, which is as it was then, with nothing beside it that was not there.
    ///
    /// - Parameter isLenient: reads what is left of a table that was altered; the seed is then the one that most draws
    ///   were made with.
    /// - Throws: why it cannot be used.
    /// - Complexity: O(bytes of the file).
    public init(_ location: ReviewLocation, isLenient: Bool = false) throws(ReviewStoreError) {
        guard try location.isReview() else { throw .notAReview(path: location.path) }
        self.location = location
        do {
            let (about, found) = try ReviewFile.look(at: location) { db in
                let about = try ReviewFile.check(db, path: location.path, isLenient: isLenient)
                if isLenient { return (about, try JournalReader.sound(in: db, of: about)) }
                return (about, (entries: try JournalReader.all(after: 0, from: db), lost: 0))
            }
            (entries, lost) = found
            place = PlaceRows.place(from: about)
            round = RoundRows.round(from: about)
            if isLenient, about["seed"] == nil, let drawn = Self.seed(of: entries) {
                seed = drawn
            } else {
                seed = try ReviewFile.seed(in: about, path: location.path)
            }
        } catch {
            throw ReviewStoreError(error, path: location.path)
        }
    }

    /// What the journal comes to.
    ///
    /// - Parameter limit: the entries about verdicts that count, from the first on; nil for all.
    /// - Complexity: O(entries and their verdicts).
    public func record(upTo limit: Int? = nil) -> ReviewRecord {
        ReviewRecord(entries.lazy.map(\.entry), upTo: limit)
    }

    /// The entries behind a number, in order.
    public func entries(after number: Int64) -> [NumberedEntry] { entries.filter { $0.number > number } }

    /// What most draws of the samples were made with.
    private static func seed(of entries: [NumberedEntry]) -> UInt64? {
        var counts: [UInt64: Int] = [:]
        for case .verdicts(let verdicts) in entries.lazy.map(\.entry.event) {
            for verdict in verdicts where verdict.queue != .certificate {
                if let seed = verdict.draw?.seed { counts[seed, default: 0] += 1 }
            }
        }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
