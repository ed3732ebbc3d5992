import ReviewSession
public import ReviewStore
import RoundFiles
import RoundModel
import Synchronization
public import Verdicts

/// Brings what happens in a review to its file, and what other programs write there to the review; on a thread of its
/// own, in order.
public final class ReviewKeeper: Sendable {
    private let candidates: [ReviewLocation]
    private let seed: UInt64
    /// What stands first in a new review; nil for nothing.
    private let beginning: JournalEntry?
    /// Counts what is handed over, together with what else workers do.
    let work: WorkCount
    private let thread: WorkLane
    private let state = Mutex(State())

    private struct State {
        var store: ReviewStore?
        /// Handed over and not written yet.
        var waiting: [JournalEntry] = []
        /// True until something is in the file.
        var isNew = false
        var place: ReviewPlace?
        var last: Int64 = 0
        var isFinished = false
        var farewell: ReviewFarewell?
    }

    /// - Parameters:
    ///   - candidates: where the file may lie, the best first.
    ///   - seed: what a new review draws its samples with.
    ///   - beginning: what stands first in a new review; nil for nothing.
    public init(candidates: [ReviewLocation], seed: UInt64, beginning: JournalEntry? = nil) {
        self.candidates = candidates
        self.seed = seed
        self.beginning = beginning
        let work = WorkCount()
        self.work = work
        thread = WorkLane("keep", .inOrder, work: work)
    }

    /// Opens the file and tells what it holds; then looks once a second whether another program wrote to it.
    func start(_ report: @escaping Job.Report) {
        thread.start { [self] _ in
            do throws(ReviewStoreError) {
                try Self.requireMemory(forReviewAt: candidates)
                let store = try ReviewStore.open(candidates, seed: seed)
                state.withLock { $0.store = store }
                try tellAll(store, remark: store.location.remark, report)
                watch(report)
            } catch {
                report(.review(.refused(error.message)))
            }
        }
    }

    private func tellAll(
        _ store: ReviewStore,
        remark: String?,
        _ report: @escaping Job.Report
    ) throws(ReviewStoreError) {
        let entries = try store.entries(after: 0)
        let place = try store.place()
        let location = store.location
        state.withLock { state in
            state.last = entries.last?.number ?? 0
            state.isNew = entries.isEmpty
        }
        report(
            .review(
                .opened(
                    ReviewOpening(
                        path: location.path,
                        seed: store.seed,
                        entries: entries.lazy.map(\.entry),
                        place: place,
                        remark: remark
                    )
                )
            )
        )
    }

    /// Writes entries; those that come while the disk is waited for go together.
    func keep(_ entries: [JournalEntry], _ place: ReviewPlace, _ report: @escaping Job.Report) {
        state.withLock { state in
            state.waiting += entries
            state.place = place
        }
        thread.start { [self] _ in write(report) }
    }

    /// Writes where the review is, and the filters that have a name.
    func keepNow(_ place: ReviewPlace, _ report: @escaping Job.Report) {
        thread.start { [self] _ in
            guard let store = state.withLock({ $0.store }) else { return }
            do throws(ReviewStoreError) {
                try store.append([], place: place)
            } catch {
                report(.notice(Message(.failure, error.message)))
            }
            tellNotices(of: store, report)
        }
    }

    /// Tells what others did to the file.
    private func tellNotices(of store: ReviewStore, _ report: @escaping Job.Report) {
        let notices = store.takeNotices()
        if !notices.isEmpty { report(.notice(Message(.notice, notices.joined(separator: "; ")))) }
    }

    /// Holds the round against the one that the review was used with last, and tells where it is another.
    ///
    /// Blocks until the file has been opened: not for the thread that owns the screen.
    func meet(_ round: RoundIdentity, _ report: @escaping Job.Report) {
        thread.sync { [self] in
            guard let store = state.withLock({ $0.store }) else { return }
            // Verdicts go by content in any case: what cannot be told here is no reason to stop.
            guard case .changed(let other)? = try? store.meet(round) else { return }
            report(.review(.otherRoundMet("\(other.name), \(DecimalText.counted(other.items, "item"))")))
        }
    }

    private func write(_ report: @escaping Job.Report) {
        let (store, entries, place, first) = state.withLock { state in
            let first = state.isNew && !state.waiting.isEmpty ? beginning.map { [$0] } ?? [] : []
            defer { state.waiting = [] }
            return (state.store, state.waiting, state.place, first)
        }
        guard let store, !entries.isEmpty else { return }
        do throws(ReviewStoreError) {
            let (seed, location) = (store.seed, store.location)
            try Self.requireMemory(toKeep: entries, at: location)
            try store.append(first + entries, place: place)
            state.withLock { $0.isNew = false }
            // Another program had made the file first, or this place took none: told together with what was kept.
            if store.location != location {
                try tellAll(store, remark: store.location.remark ?? "the review is \(store.location.path)", report)
            } else if store.seed != seed {
                try tellAll(store, remark: "another program made \(location.path) meanwhile; both use it", report)
            }
            report(.review(.kept(entries.map(\.id))))
            tellNotices(of: store, report)
        } catch {
            report(.review(.keepFailed(error.message)))
        }
    }

    /// Asks for the room that reading a review takes, which grows with its file.
    ///
    /// - Throws: `failed` where there is too little.
    private static func requireMemory(forReviewAt places: [ReviewLocation]) throws(ReviewStoreError) {
        for place in places {
            try require(place.bytes * ContentMemory.fileByte, at: place)
        }
    }

    private static func requireMemory(
        toKeep entries: [JournalEntry],
        at place: ReviewLocation
    ) throws(ReviewStoreError) {
        let verdicts = entries.reduce(0) { sum, entry in
            if case .verdicts(let given) = entry.event { sum + given.count } else { sum }
        }
        // A few go into the reserve.
        if verdicts > 2_000 { try require(verdicts * ContentMemory.keep, at: place) }
    }

    private static func require(_ bytes: Int, at place: ReviewLocation) throws(ReviewStoreError) {
        do throws(RoundFilesError) {
            if bytes > 0 { try MemoryRoom.require(bytes) }
        } catch {
            throw .failed(path: place.path, problem: error.message)
        }
    }

    private func watch(_ report: @escaping Job.Report) {
        thread.later(seconds: 1) { [weak self] in
            guard let self, !state.withLock({ $0.isFinished }) else { return }
            lookForNews(report)
            // A copy of the file that somebody makes in a quiet moment has all of it.
            state.withLock({ $0.store })?.fold()
            watch(report)
        }
    }

    private func lookForNews(_ report: @escaping Job.Report) {
        guard let store = state.withLock({ $0.store }), (try? store.hasNews()) == true,
            (try? Self.requireMemory(forReviewAt: [store.location])) != nil
        else { return }
        let last = state.withLock { $0.last }
        guard let entries = try? store.entries(after: last), let newest = entries.last else { return }
        state.withLock { $0.last = newest.number }
        report(.review(.joined(entries.map(\.entry))))
    }

    /// What the file holds once all that was handed over is there; nil where nobody has given a verdict.
    ///
    /// Blocks for the disk: not for the thread that owns the screen.
    func record() throws(ReviewStoreError) -> (record: ReviewRecord, seed: UInt64)? {
        thread.sync {}
        guard let store = state.withLock({ $0.store }) else { return nil }
        try Self.requireMemory(forReviewAt: [store.location])
        try store.makeWhole()
        let record = ReviewRecord(try store.entries(after: 0).lazy.map(\.entry))
        return record.items.isEmpty ? nil : (record, store.seed)
    }

    /// Writes what waits and where the review is, leaves all of it in the one file, and waits until that is done.
    func finish(_ place: ReviewPlace) {
        thread.sync { [self] in
            let (store, entries) = state.withLock { state in
                state.isFinished = true
                let first = state.isNew && !state.waiting.isEmpty ? beginning.map { [$0] } ?? [] : []
                return (state.store, first + state.waiting)
            }
            guard let store else { return }
            var farewell = ReviewFarewell()
            do throws(ReviewStoreError) {
                if entries.isEmpty {
                    // Where the cursor was is a convenience: no caller waits for it.
                    try? store.keepPlace(place)
                } else {
                    try store.append(entries, place: place)
                }
            } catch {
                farewell.failure = "not kept: \(error.message)"
            }
            do throws(ReviewStoreError) {
                try store.close()
            } catch {
                farewell.failure = farewell.failure ?? error.message
            }
            farewell.notices = store.takeNotices()
            state.withLock { $0.farewell = farewell }
        }
    }

    /// What is to be said once the review was left; nil where it was told already.
    public func takeFarewell() -> ReviewFarewell? {
        state.withLock { state in
            defer { state.farewell = nil }
            return state.farewell
        }
    }
}

/// What came of the file of a review when it was left.
public struct ReviewFarewell: Hashable, Sendable {
    /// What others did to the file, and what became of it; a line each.
    public var notices: [String] = []
    /// Why something that was judged is not in the file; nil where all is.
    public var failure: String?
}
