internal import GRDB
internal import Synchronization
public import Verdicts

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The file of one review: a journal that is only ever added to, and where the review was left off.
///
/// What `append` was called with is on the disk when it returns. Several programs may have the same file open: each
/// adds its entries, and reads those of the others. The file is made with the first thing that there is to keep.
public final class ReviewStore: Sendable {
    private let state: Mutex<State>

    private struct State {
        var location: ReviewLocation
        /// Where to make the file if that place fails.
        var spare: [ReviewLocation]
        var queue: DatabaseQueue?
        var seed: UInt64
        /// What a file that may not be written held: the beginning of the one that takes its place.
        var inherited: [JournalEntry] = []
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
            guard let (queue, known) = try existing(place, isReadOnly: false) else { continue }
            return ReviewStore(State(location: place, spare: rest, queue: queue, seed: known))
        }
        let places = candidates.filter { !$0.exists || $0.isEmptyFile }
        // The folder may have to be made; that is tried when there is something to keep.
        guard let best = places.first(where: \.isWritable) ?? places.last else {
            throw .readOnly(path: candidates.first?.path ?? "the review")
        }
        let rest = places.filter { $0 != best }
        var state = State(location: best, spare: rest, queue: nil, seed: seed)
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
        guard location.exists else {
            throw .unreadable(path: location.path, problem: "there is no such file")
        }
        guard let (queue, seed) = try existing(location, isReadOnly: true) else {
            throw .notAReview(path: location.path)
        }
        return ReviewStore(State(location: location, spare: [], queue: queue, seed: seed))
    }

    /// - Returns: nil for an empty file, which is as good as none.
    private static func existing(
        _ location: ReviewLocation,
        isReadOnly: Bool
    ) throws(ReviewStoreError) -> (DatabaseQueue, UInt64)? {
        let path = location.path
        if location.isEmptyFile { return nil }
        guard let header = location.header else {
            throw .unreadable(path: path, problem: String(cString: strerror(errno)))
        }
        guard header == Array("SQLite format 3\0".utf8) else { throw .notAReview(path: path) }
        do {
            // Looked at before anything could write to it.
            let (seed, problem) = try connect(path, isReadOnly: true).read { db in
                try ReviewSchema.check(db, path: path)
                let seed = try String.fetchOne(db, sql: "SELECT value FROM about WHERE name = 'seed'").flatMap(
                    UInt64.init
                )
                return (seed, try String.fetchOne(db, sql: "PRAGMA quick_check(1)"))
            }
            if let problem, problem != "ok" { throw ReviewStoreError.damaged(path: path, problem: problem) }
            guard let seed else { throw ReviewStoreError.damaged(path: path, problem: "its seed is missing") }
            return (try connect(path, isReadOnly: isReadOnly), seed)
        } catch {
            throw ReviewStoreError(error, path: path)
        }
    }

    private static func connect(_ path: String, isReadOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(10)
        // Statements must not suspend or log texts of verdicts.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { db in
            guard !isReadOnly else { return }
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            // A commit waits for the disk: what is shown as kept is.
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
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
                let queue = try Self.made(&state)
                try queue.writeWithoutTransaction { db in
                    try db.inTransaction(.immediate) {
                        for entry in entries { try JournalRows.insert(entry, into: db) }
                        if let place { try PlaceRows.keep(place, in: db) }
                        return .commit
                    }
                }
                return nil
            } catch {
                return ReviewStoreError(error, path: state.location.path)
            }
        }
        if let failure { throw failure }
    }

    /// Keeps where the review is, if it has a file.
    ///
    /// - Throws: why that could not be written.
    public func keepPlace(_ place: ReviewPlace) throws(ReviewStoreError) {
        guard state.withLock({ $0.queue != nil }) else { return }
        try append([], place: place)
    }

    /// The connection; makes the file where there is none, at the first place that takes it.
    private static func made(_ state: inout State) throws -> DatabaseQueue {
        if let queue = state.queue { return queue }
        var failure: (any Error)?
        for place in [state.location] + state.spare {
            do {
                let (queue, seed) = try make(place, seed: state.seed, entries: state.inherited)
                state.location = place
                state.queue = queue
                state.seed = seed
                state.inherited = []
                return queue
            } catch {
                // A folder where locks do not work is one that takes no review.
                failure = failure ?? error
            }
        }
        throw failure ?? ReviewStoreError.readOnly(path: state.location.path)
    }

    private static func make(
        _ location: ReviewLocation,
        seed: UInt64,
        entries: [JournalEntry]
    ) throws -> (DatabaseQueue, UInt64) {
        location.makeFolder()
        let wasThere = location.exists && !location.isEmptyFile
        let queue = try connect(location.path, isReadOnly: false)
        let found: UInt64? = try queue.writeWithoutTransaction { db in
            var found: UInt64?
            // Another program may be making it at the same moment: one of the two comes second.
            try db.inTransaction(.immediate) {
                if try db.tableExists("about") {
                    try ReviewSchema.check(db, path: location.path)
                } else {
                    try ReviewSchema.create(db)
                    try db.execute(sql: "INSERT INTO about VALUES ('seed', ?)", arguments: ["\(seed)"])
                }
                for entry in entries { try JournalRows.insert(entry, into: db) }
                found = try String.fetchOne(db, sql: "SELECT value FROM about WHERE name = 'seed'").flatMap(UInt64.init)
                return .commit
            }
            return found
        }
        if !wasThere { location.syncFolder() }
        guard let found else { throw ReviewStoreError.damaged(path: location.path, problem: "its seed is missing") }
        return (queue, found)
    }

    /// Makes a file with all entries of a journal: beside its place first, and there by a rename when all is on the disk.
    ///
    /// - Throws: why it cannot be made; nothing is left then.
    static func write(
        _ entries: [JournalEntry],
        seed: UInt64,
        to location: ReviewLocation
    ) throws(ReviewStoreError) {
        let partial = ReviewLocation(path: location.path + ".part-\(getpid())")
        defer { for end in ["", "-wal", "-shm", "-journal"] { unlink(partial.path + end) } }
        do {
            let queue = try make(partial, seed: seed, entries: entries).0
            // All of it into one file.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try queue.close()
        } catch {
            throw ReviewStoreError(error, path: location.path)
        }
        // A link, since a rename would take the place of whatever stands there by now.
        guard link(partial.path, location.path) == 0 else {
            throw errno == EEXIST
                ? .exists(path: location.path)
                : .failed(path: location.path, problem: String(cString: strerror(errno)))
        }
        location.syncFolder()
    }

    // MARK: Reading

    /// The entries behind a number, in order.
    ///
    /// - Throws: why they cannot be read.
    /// - Complexity: O(entries and their verdicts).
    public func entries(after number: Int64) throws(ReviewStoreError) -> [NumberedEntry] {
        try reading([]) { db in
            var all: [NumberedEntry] = []
            var last = number
            while true {
                let some = try JournalRows.entries(after: last, limit: 10_000, from: db)
                guard let end = some.last else { return all }
                all += some
                last = end.number
            }
        }
    }

    /// Where the review was left off; nil for a new one.
    ///
    /// - Throws: why that cannot be read.
    public func place() throws(ReviewStoreError) -> ReviewPlace? {
        try reading(nil) { try PlaceRows.place(from: $0) }
    }

    /// True where another program has written since this was asked last.
    ///
    /// - Throws: why that cannot be told.
    /// - Complexity: O(1).
    public func hasNews() throws(ReviewStoreError) -> Bool {
        let version = try reading(nil) { try Int.fetchOne($0, sql: "PRAGMA data_version") }
        return state.withLock { state in
            defer { state.dataVersion = version }
            return version != nil && version != state.dataVersion
        }
    }

    private func reading<Result>(
        _ absent: Result,
        _ body: (Database) throws -> Result
    ) throws(ReviewStoreError) -> Result {
        let (queue, path) = state.withLock { ($0.queue, $0.location.path) }
        guard let queue else { return absent }
        do {
            return try queue.read(body)
        } catch {
            throw ReviewStoreError(error, path: path)
        }
    }
}

extension ReviewLocation {
    /// True for a file without a byte, as a program leaves one that was stopped before it wrote.
    fileprivate var isEmptyFile: Bool {
        var about = stat()
        return stat(path, &about) == 0 && about.st_size == 0
    }

    /// The first 16 bytes; nil where they cannot be read, fewer where there are not so many.
    fileprivate var header: [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = read(file, &bytes, 16)
        return count < 0 ? nil : Array(bytes[..<count])
    }
}
