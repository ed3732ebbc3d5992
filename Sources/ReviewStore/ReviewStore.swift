internal import GRDB
internal import Synchronization
public import Verdicts

/// The file of one review: a journal that is only ever added to, and where the review was left off.
///
/// What `append` was called with is on the disk when it returns. Several programs may have the same file open: each
/// adds its entries, and reads those of the others. The file is made with the first thing that there is to keep. One
/// that is moved away or deleted while it is open is made again, with all that it held.
public final class ReviewStore: Sendable {
    private let state: Mutex<State>

    private struct State {
        var location: ReviewLocation
        /// Where to make the file if that place fails.
        var spare: [ReviewLocation]
        var file: ReviewFile?
        var seed: UInt64
        /// What a file held that may not be written, or is gone: the beginning of the one that takes its place.
        var inherited: [JournalEntry] = []
        /// The round that is reviewed, and whether the file knows it.
        var round: RoundIdentity?
        var dataVersion: Int?
    }

    private init(_ state: State) { self.state = Mutex(state) }

    // MARK: Opening

    /// Opens the review of a round at the best of some places, or gets ready to make it there.
    ///
    /// - Parameters:
    ///   - candidates: where it may lie, the best first.
    ///   - seed: what a new review draws its samples with.
    /// - Throws: why a file that is there cannot be used; it is then left as it is.
    /// - Complexity: O(bytes of the file), to see that it holds together.
    public static func open(_ candidates: [ReviewLocation], seed: UInt64) throws(ReviewStoreError) -> ReviewStore {
        var inherited: ReviewStore?
        for (number, place) in candidates.enumerated() {
            let rest = Array(candidates[(number + 1)...])
            guard place.exists else { continue }
            if !place.isWritable {
                if inherited == nil { inherited = try read(place) }
                continue
            }
            guard let file = try ReviewFile.open(place, isReadOnly: false) else { continue }
            return ReviewStore(State(location: place, spare: rest, file: file, seed: file.seed))
        }
        let places = candidates.filter { [.nothing, .empty].contains($0.kind) }
        // The folder may have to be made; that is tried when there is something to keep.
        guard let best = places.first(where: \.isWritable) ?? places.last else {
            throw .readOnly(path: candidates.first?.path ?? "the review")
        }
        let rest = places.filter { $0 != best }
        var state = State(location: best, spare: rest, file: nil, seed: seed)
        if let inherited {
            state.seed = inherited.seed
            state.inherited = try inherited.entries(after: 0).map(\.entry)
        }
        return ReviewStore(state)
    }

    /// Opens a review to be read and not written.
    ///
    /// - Throws: why it cannot be used.
    public static func read(_ location: ReviewLocation) throws(ReviewStoreError) -> ReviewStore {
        guard let file = try ReviewFile.open(location, isReadOnly: true) else {
            throw .notAReview(path: location.path)
        }
        return ReviewStore(State(location: location, spare: [], file: file, seed: file.seed))
    }

    // MARK: About it

    /// The file, which may not be there yet.
    public var location: ReviewLocation { state.withLock { $0.location } }
    /// What the estimation queue is drawn with; another program that made the file first has had its say in it.
    public var seed: UInt64 { state.withLock { $0.seed } }

    // MARK: Keeping

    /// Adds entries, and where the review is; on the disk when this returns.
    ///
    /// Entries that are there already are left as they are, so that after an error all may be given again.
    /// - Throws: why they could not be written; none of them is there then.
    /// - Complexity: O(entries) and one wait for the disk.
    public func append(_ entries: [JournalEntry], place: ReviewPlace? = nil) throws(ReviewStoreError) {
        let failure: ReviewStoreError? = state.withLock { state in
            do {
                let about = (place.map(PlaceRows.texts) ?? []) + (state.round.map(RoundRows.texts) ?? [])
                // What went into a file that nobody finds any more goes into the next one, with all before it.
                for _ in 0..<3 {
                    let file = try Self.made(&state)
                    try file.append(entries, about: about)
                    if file.isInPlace {
                        state.round = nil
                        return nil
                    }
                    state.inherited = try file.entries().map(\.entry)
                    try file.abandon()
                    state.file = nil
                }
                return .replaced(path: state.location.path)
            } catch {
                return ReviewStoreError(error, path: state.location.path)
            }
        }
        if let failure { throw failure }
    }

    /// Keeps where the review is, if it has a file, or a filter with a name is to be kept.
    ///
    /// - Throws: why that could not be written.
    public func keepPlace(_ place: ReviewPlace) throws(ReviewStoreError) {
        guard !place.filters.isEmpty || state.withLock({ $0.file != nil }) else { return }
        try append([], place: place)
    }

    /// The open file; makes it where there is none, at the first place that takes it.
    private static func made(_ state: inout State) throws(ReviewStoreError) -> ReviewFile {
        if let file = state.file { return file }
        var failure: ReviewStoreError?
        for place in [state.location] + state.spare {
            do throws(ReviewStoreError) {
                let file = try ReviewFile.make(place, seed: state.seed, entries: state.inherited)
                state.location = place
                state.file = file
                state.seed = file.seed
                state.inherited = []
                state.dataVersion = nil
                return file
            } catch {
                // A folder where locks do not work is one that takes no review.
                failure = failure ?? error
            }
        }
        throw failure ?? .readOnly(path: state.location.path)
    }

    // MARK: Reading

    /// The entries behind a number, in order.
    ///
    /// - Throws: why they cannot be read.
    /// - Complexity: O(entries and their verdicts).
    public func entries(after number: Int64) throws(ReviewStoreError) -> [NumberedEntry] {
        try reading([]) { try $0.entries(after: number) }
    }

    /// At most so many of the entries behind a number, in order.
    ///
    /// - Throws: why they cannot be read.
    /// - Complexity: O(limit and their verdicts).
    public func entries(after number: Int64, limit: Int) throws(ReviewStoreError) -> [NumberedEntry] {
        try reading([]) { file in
            try file.queue.read { try JournalReader.entries(after: number, limit: limit, from: $0) }
        }
    }

    /// Where the review was left off; nil for a new one.
    ///
    /// - Throws: why that cannot be read.
    public func place() throws(ReviewStoreError) -> ReviewPlace? {
        try reading(nil) { try $0.queue.read { try PlaceRows.place(from: $0) } }
    }

    /// Tells whether the review is that of a round, which the file gets to know with the next thing that is kept.
    ///
    /// - Throws: why that cannot be read.
    public func meet(_ round: RoundIdentity) throws(ReviewStoreError) -> RoundMatch {
        let known = try knownRound()
        if known == round { return .same }
        state.withLock { $0.round = round }
        guard let known else { return .new }
        return known.holdsTheSame(as: round) ? .same : .changed(was: known)
    }

    /// The round that the review was used with last; nil where the file does not tell.
    ///
    /// - Throws: why that cannot be read.
    public func knownRound() throws(ReviewStoreError) -> RoundIdentity? {
        try reading(nil) { try $0.queue.read { try RoundRows.round(from: $0) } }
    }

    /// True where another program has written since this was asked last.
    ///
    /// - Throws: why that cannot be told.
    /// - Complexity: O(1).
    public func hasNews() throws(ReviewStoreError) -> Bool {
        let version = try reading(nil) { try $0.queue.read { try Int.fetchOne($0, sql: "PRAGMA data_version") } }
        return state.withLock { state in
            defer { state.dataVersion = version }
            return version != nil && version != state.dataVersion
        }
    }

    private func reading<Result>(
        _ absent: Result,
        _ body: (ReviewFile) throws -> Result
    ) throws(ReviewStoreError) -> Result {
        guard let file = state.withLock({ $0.file }) else { return absent }
        do {
            return try body(file)
        } catch {
            throw ReviewStoreError(error, path: file.location.path)
        }
    }
}
