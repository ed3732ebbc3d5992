internal import CPlatform
internal import GRDB
internal import Verdicts

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// An open review file.
struct ReviewFile: Sendable {
    /// Where it stands.
    let location: ReviewLocation
    /// What its samples are drawn with.
    let seed: UInt64
    let queue: DatabaseQueue
    /// What tells the file from another that takes its name.
    private let identity: FileIdentity?
    /// The same of its log, which stays behind where the file is moved away.
    private let log: FileIdentity?

    private init(_ location: ReviewLocation, seed: UInt64, queue: DatabaseQueue) {
        self.location = location
        self.seed = seed
        self.queue = queue
        identity = FileIdentity(location.path)
        log = FileIdentity(location.path + "-wal")
    }

    /// True while the path still leads to the file that was opened.
    var isInPlace: Bool { FileIdentity(location.path) == identity }

    /// Ends the use of a file that is in place no more, and whose entries were read: its log would be taken for that of
    /// the next one.
    func abandon() throws {
        try queue.close()
        guard let log, FileIdentity(location.path + "-wal") == log else { return }
        for end in ["-wal", "-shm"] { unlink(location.path + end) }
    }

    // MARK: Opening

    /// Opens a review that is there.
    ///
    /// - Returns: nil for an empty file, which is as good as none.
    static func open(_ location: ReviewLocation, isReadOnly: Bool) throws(ReviewStoreError) -> ReviewFile? {
        let path = location.path
        switch location.kind {
        case .empty: return nil
        case .file: break
        case .other: throw .notAReview(path: path)
        case .nothing: throw .unreadable(path: path, problem: "there is no such file")
        }
        guard let header = location.header else {
            throw .unreadable(path: path, problem: String(cString: strerror(errno)))
        }
        guard header == Array("SQLite format 3\0".utf8) else { throw .notAReview(path: path) }
        if !isReadOnly, !location.takesLocks { throw .noLocks(path: path) }
        do {
            let (queue, seed) = try looked(at: path)
            return ReviewFile(location, seed: seed, queue: isReadOnly ? queue : try connect(path))
        } catch {
            throw ReviewStoreError(error, path: path)
        }
    }

    /// Opens a file in a way that can write nothing, and sees whether it is a review that holds together.
    private static func looked(at path: String) throws -> (DatabaseQueue, UInt64) {
        func check(_ queue: DatabaseQueue) throws -> (DatabaseQueue, UInt64) {
            let seed = try queue.read { db in
                try ReviewSchema.check(db, path: path)
                let problem = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
                if let problem, problem != "ok" { throw ReviewStoreError.damaged(path: path, problem: problem) }
                return try keptSeed(db, path: path)
            }
            return (queue, seed)
        }
        do {
            return try check(connectReadOnly(path))
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            // A log cannot be looked for in a folder that takes no file; where there is none, none is needed.
            guard FileIdentity(path + "-wal") == nil else { throw error }
            return try check(connectReadOnly("file:\(escaped(path))?immutable=1"))
        }
    }

    private static func keptSeed(_ db: Database, path: String) throws -> UInt64 {
        let text = try String.fetchOne(db, sql: "SELECT value FROM about WHERE name = 'seed'")
        guard let seed = text.flatMap({ UInt64($0) }) else {
            throw ReviewStoreError.damaged(path: path, problem: "its seed is missing")
        }
        return seed
    }

    // MARK: Making

    /// Makes a review, or opens the one that another program has made meanwhile, and adds entries to it.
    static func make(
        _ location: ReviewLocation,
        seed: UInt64,
        entries: [JournalEntry]
    ) throws(ReviewStoreError) -> ReviewFile {
        location.makeFolder()
        if !location.takesLocks { throw .noLocks(path: location.path) }
        do {
            let isOurs = location.kind == .nothing ? try makeWhole(location, seed: seed, entries: entries) : false
            if [.nothing, .empty].contains(location.kind) {
                return try makeInPlace(location, seed: seed, entries: entries)
            }
            guard let file = try open(location, isReadOnly: false) else {
                throw ReviewStoreError.replaced(path: location.path)
            }
            if !isOurs, !entries.isEmpty { try file.append(entries) }
            return file
        } catch {
            throw ReviewStoreError(error, path: location.path)
        }
    }

    /// Makes a review under another name first: nobody finds half of one, and who is stopped here leaves none.
    ///
    /// - Returns: false where another program was faster, or where the file system gives no second name.
    private static func makeWhole(
        _ location: ReviewLocation,
        seed: UInt64,
        entries: [JournalEntry],
        about: [(name: String, value: String?)] = []
    ) throws -> Bool {
        let path = location.path
        for log in ["-wal", "-journal"] where FileIdentity(path + log) != nil && location.kind == .nothing {
            // SQLite would take it for the log of the new file.
            throw ReviewStoreError.leftover(path: path + log)
        }
        let fresh = location.freshPath
        defer { unlink(fresh) }
        try fill(fresh, seed: seed) { db in
            try write(entries, to: db)
            for (name, value) in about { try AboutRows.keep(value, as: name, in: db) }
        }
        guard link(fresh, path) == 0 || cp_rename_new(fresh, path) == 0 else { return false }
        location.syncFolder()
        return true
    }

    /// Makes a review with all entries of a journal, which is there whole or not at all.
    ///
    /// - Throws: why it cannot be made; `exists`.
    static func makeNew(
        _ location: ReviewLocation,
        seed: UInt64,
        round: RoundIdentity?,
        entries: [JournalEntry]
    ) throws(ReviewStoreError) {
        do {
            let about = round.map(RoundRows.texts) ?? []
            guard location.kind == .nothing,
                try makeWhole(location, seed: seed, entries: entries, about: about)
            else { throw ReviewStoreError.exists(path: location.path) }
        } catch {
            throw ReviewStoreError(error, path: location.path)
        }
    }

    private static func makeInPlace(
        _ location: ReviewLocation,
        seed: UInt64,
        entries: [JournalEntry]
    ) throws(ReviewStoreError) -> ReviewFile {
        let path = location.path
        do {
            let queue = try connect(path)
            let found = try queue.writeWithoutTransaction { db in
                try fill(db, path: path, seed: seed) { try write(entries, to: $0) }
                return try keptSeed(db, path: path)
            }
            location.syncFolder()
            return ReviewFile(location, seed: found, queue: queue)
        } catch {
            throw ReviewStoreError(error, path: path)
        }
    }

    /// A new review in a file of its own, on the disk when this returns.
    ///
    /// - Parameter body: adds to it, in the transaction that makes it.
    static func fill(_ path: String, seed: UInt64, _ body: (Database) throws -> Void) throws {
        reportFileSizeLimits()
        var configuration = Self.configuration
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { try fill($0, path: path, seed: seed, body) }
        try queue.close()
    }

    /// Another program may be doing the same at this moment: one of the two comes second.
    private static func fill(
        _ db: Database,
        path: String,
        seed: UInt64,
        _ body: (Database) throws -> Void
    ) throws {
        try db.inTransaction(.immediate) {
            if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 {
                try ReviewSchema.create(db)
                try db.execute(sql: "INSERT INTO about VALUES ('seed', ?)", arguments: ["\(seed)"])
            } else {
                try ReviewSchema.check(db, path: path)
            }
            try body(db)
            return .commit
        }
    }

    private static func write(_ entries: [JournalEntry], to db: Database) throws {
        var writer = try JournalWriter(db)
        for entry in entries { try writer.write(entry) }
    }

    // MARK: Writing

    /// Adds entries and names with values, all or nothing; on the disk when this returns.
    ///
    /// - Parameter about: a name without a value is taken away.
    func append(_ entries: [JournalEntry], about: [(name: String, value: String?)] = []) throws {
        try queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                try Self.write(entries, to: db)
                for (name, value) in about { try AboutRows.keep(value, as: name, in: db) }
                return .commit
            }
        }
    }

    /// All entries, in order.
    func entries(after number: Int64 = 0) throws -> [NumberedEntry] {
        try queue.read { db in
            var all: [NumberedEntry] = []
            var last = number
            while true {
                let some = try JournalReader.entries(after: last, limit: 10_000, from: db)
                guard let end = some.last else { return all }
                all += some
                last = end.number
            }
        }
    }
}
