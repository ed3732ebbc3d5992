internal import Basics
internal import GRDB
internal import Synchronization
public import Verdicts

/// The file of one review: a journal that is only ever added to, and where the review was left off.
///
/// What `append` was called with is on the disk when it returns. Several programs may have the same file open: each
/// adds its entries, and reads those of the others. The file is made with the first thing that there is to keep. One
/// that others remove, replace, empty or write into while it is open is made again, with all that it held; what stood
/// in its place gets another name. `close` leaves all of it in the one file.
public final class ReviewStore: Sendable {
    private let state: Mutex<State>

    private struct State {
        var location: ReviewLocation
        /// Where to make the file if that place fails.
        var spare: [ReviewLocation]
        var file: ReviewFile?
        var seed: UInt64
        /// What a file holds, or held that may not be written or is gone.
        var held = HeldReview()
        /// The round that is reviewed, and whether the file knows it.
        var round: RoundIdentity?
        var dataVersion: Int?
        /// What became of the file that is to be made again.
        var loss: ReviewLoss?
        /// What is to be told to the user.
        var notices: [String] = []
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
        var inherited: ReviewContents?
        for (number, place) in candidates.enumerated() {
            let rest = Array(candidates[(number + 1)...])
            guard place.exists else { continue }
            if !place.isWritable {
                if inherited == nil { inherited = try read(place) }
                continue
            }
            guard let file = try ReviewFile.open(place) else { continue }
            var state = State(location: place, spare: rest, file: file, seed: file.seed)
            do {
                state.held = HeldReview(try file.entries().lazy.map(\.entry), about: try file.about())
            } catch {
                throw ReviewStoreError(error, path: place.path)
            }
            return ReviewStore(state)
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
            state.held = HeldReview(inherited.entries.lazy.map(\.entry))
        }
        return ReviewStore(state)
    }

    /// Reads a review that is not to be written to.
    ///
    /// - Throws: why it cannot be used.
    public static func read(_ location: ReviewLocation) throws(ReviewStoreError) -> ReviewContents {
        try ReviewContents(location)
    }

    // MARK: About it

    /// The file, which may not be there yet.
    public var location: ReviewLocation { state.withLock { $0.location } }
    /// What the estimation queue is drawn with; another program that made the file first has had its say in it.
    public var seed: UInt64 { state.withLock { $0.seed } }

    /// What others did to the file and what became of it, a line each, since this was asked last.
    public func takeNotices() -> [String] {
        state.withLock { state in
            defer { state.notices = [] }
            return state.notices
        }
    }

    // MARK: Keeping

    /// Adds entries, and where the review is; on the disk when this returns, in a file that has all that it had before.
    ///
    /// Entries that are there already are left as they are, so that after an error all may be given again.
    /// - Throws: why they could not be written; none of them is there then.
    /// - Complexity: O(entries) and one wait for the disk, where no other program wrote to the file.
    public func append(_ entries: [JournalEntry], place: ReviewPlace? = nil) throws(ReviewStoreError) {
        let failure: ReviewStoreError? = state.withLock { state in
            do {
                try Self.append(entries, place, to: &state)
                return nil
            } catch {
                return ReviewStoreError(error, path: state.location.path)
            }
        }
        if let failure { throw failure }
    }

    /// Times that a file is made again before something else is at fault.
    private static let mostTries = 4

    private static func append(_ entries: [JournalEntry], _ place: ReviewPlace?, to state: inout State) throws {
        let about = (place.map(PlaceRows.texts) ?? []) + (state.round.map(RoundRows.texts) ?? [])
        // What went into a file that nobody finds any more goes into the next one, with all before it.
        for _ in 0..<mostTries {
            try make(&state)
            do {
                try state.file?.append(entries, about: about)
            } catch {
                guard state.file?.condition(isSuspect: true) != .whole else { throw error }
                try giveUp(&state)
                continue
            }
            guard state.file?.condition() == .whole else {
                try giveUp(&state)
                continue
            }
            state.round = nil
            state.held.note(entries)
            state.held.note(about)
            if let loss = state.loss {
                state.notices.append(loss.text(path: state.location.path, entries: state.held.entries.count))
                state.loss = nil
            }
            return
        }
        throw ReviewStoreError.replaced(path: state.location.path)
    }

    /// Keeps where the review is, if it has a file, or a filter with a name is to be kept.
    ///
    /// - Throws: why that could not be written.
    public func keepPlace(_ place: ReviewPlace) throws(ReviewStoreError) {
        guard !place.filters.isEmpty || state.withLock({ $0.file != nil || $0.loss != nil }) else { return }
        try append([], place: place)
    }

    /// Sees to it that the file holds all that was kept, if there is one.
    ///
    /// - Throws: why it could not be made again.
    /// - Complexity: O(1) where nobody else wrote to it.
    public func makeWhole() throws(ReviewStoreError) {
        let isWhole = state.withLock { state in
            state.loss == nil && (state.file == nil || state.file?.condition() == .whole)
        }
        if !isWhole { try append([]) }
    }

    /// Brings what is in the log alone to the file itself, so that a copy of it holds all that was kept.
    ///
    /// - Complexity: O(pages written since), and a wait for the disk; nothing where there are none.
    public func fold() { state.withLock { $0.file?.fold() } }

    /// Ends the use of the file, which then holds all that was kept, and has nothing beside it unless others have it
    /// open. It is opened again with the next thing to keep.
    ///
    /// - Throws: why it could not be made again where others had removed or spoilt it.
    public func close() throws(ReviewStoreError) {
        var failure: ReviewStoreError?
        do throws(ReviewStoreError) { try makeWhole() } catch { failure = error }
        state.withLock { state in
            guard var file = state.file else { return }
            state.file = nil
            if file.condition() == .whole {
                try? file.close()
            } else {
                file.leaveOpen()
            }
        }
        if let failure { throw failure }
    }

    // MARK: Making

    /// Makes the file where there is none open, at the first place that takes it.
    private static func make(_ state: inout State) throws(ReviewStoreError) {
        if state.file != nil { return }
        var failure: ReviewStoreError?
        for place in [state.location] + state.spare {
            do throws(ReviewStoreError) {
                if state.loss != nil {
                    if place != state.location, ![.nothing, .empty].contains(place.kind) { continue }
                    try clear(place, for: &state)
                }
                var beginning = state.held.beginning(seed: state.seed)
                beginning.isAgain = state.loss != nil
                let file = try ReviewFile.make(place, beginning)
                state.location = place
                state.file = file
                state.seed = file.seed
                state.dataVersion = nil
                return
            } catch {
                // A folder where locks do not work is one that takes no review.
                failure = failure ?? error
            }
        }
        throw failure ?? .readOnly(path: state.location.path)
    }

    /// Moves away what stands in the way of a file that is to be made again, but for another copy of the same review.
    private static func clear(_ place: ReviewLocation, for state: inout State) throws(ReviewStoreError) {
        guard place.kind != .nothing || place.isThere else { return }
        if place.kind == .file {
            do throws(ReviewStoreError) {
                if try ReviewContents(place).seed == state.seed { return }
            } catch {
                // What is busy or newer is nobody's mistake.
                switch error {
                case .busy, .newer, .full, .noLocks: throw error
                default: break
                }
            }
        }
        if let aside = try ReviewFile.moveAside(place.path) { state.loss?.aside = aside }
        for log in ReviewFile.logs + ["-shm"] { ReviewFile.remove(place.path + log) }
    }

    /// Gives up a file that is not what it was.
    private static func giveUp(_ state: inout State) throws {
        guard var file = state.file else { return }
        let path = file.location.path
        var loss = ReviewLoss(path: path, kind: .removed)
        if file.condition(isSuspect: true) == .spoilt {
            loss.kind = FileStamp(path)?.isEmpty == true ? .emptied : .overwritten
            // Before it is closed: nothing is folded into a file that was moved.
            loss.aside = try ReviewFile.moveAside(path)
        } else {
            if file.location.isThere { loss.kind = .replaced }
            // What others kept in it meanwhile is there still.
            if let entries = try? file.entries() { state.held.note(entries.lazy.map(\.entry)) }
        }
        state.loss = loss
        state.file = nil
        try file.abandon()
    }

    // MARK: Reading

    /// The entries behind a number, in order.
    ///
    /// - Throws: why they cannot be read.
    /// - Complexity: O(entries and their verdicts).
    public func entries(after number: Int64) throws(ReviewStoreError) -> [NumberedEntry] {
        let entries = try reading([]) { try $0.entries(after: number) }
        state.withLock { $0.held.note(entries.lazy.map(\.entry)) }
        return entries
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
        try reading(nil) { PlaceRows.place(from: try $0.about()) }
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
        try reading(nil) { RoundRows.round(from: try $0.about()) }
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
