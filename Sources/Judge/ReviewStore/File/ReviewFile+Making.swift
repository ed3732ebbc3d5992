internal import Basics
internal import CLibrary
internal import CPlatform
internal import GRDB
internal import Verdicts

/// What a new review begins with.
struct ReviewBeginning {
    /// What its samples are drawn with.
    var seed: UInt64
    var entries: [JournalEntry] = []
    /// Names and values beside the journal.
    var about: [(name: String, value: String?)] = []
    /// Whether they count as well where another file of the review is there already.
    var isAgain = false
}

extension ReviewFile {
    /// Opens a review that is there, to write to it.
    ///
    /// - Returns: nil for an empty file, which is as good as none.
    static func open(_ location: ReviewLocation) throws(ReviewStoreError) -> ReviewFile? {
        guard try location.isReview() else { return nil }
        FreshFile.clear(location.folder)
        if !location.takesLocks { throw .noLocks(path: location.path) }
        do {
            let about = try look(at: location) { try check($0, path: location.path) }
            let seed = try seed(in: about, path: location.path)
            return try ReviewFile(location, seed: seed, queue: try connect(location.path))
        } catch {
            throw ReviewStoreError(error, path: location.path)
        }
    }

    /// Makes a review, or opens the one that another program has made meanwhile, and adds to it what was to be its
    /// beginning.
    static func make(
        _ location: ReviewLocation,
        _ beginning: ReviewBeginning
    ) throws(ReviewStoreError) -> ReviewFile {
        location.makeFolder()
        FreshFile.clear(location.folder)
        if !location.takesLocks { throw .noLocks(path: location.path) }
        do {
            let isOurs = location.kind == .nothing ? try makeWhole(location, beginning) : false
            if [.nothing, .empty].contains(location.kind) { return try makeInPlace(location, beginning) }
            guard var file = try open(location) else { throw ReviewStoreError.replaced(path: location.path) }
            if !isOurs, !beginning.entries.isEmpty {
                try file.append(beginning.entries, about: beginning.isAgain ? beginning.about : [])
            }
            return file
        } catch {
            throw ReviewStoreError(error, path: location.path)
        }
    }

    /// Makes a review that is there whole or not at all.
    ///
    /// - Throws: why it cannot be made; `exists`.
    static func makeNew(_ location: ReviewLocation, _ beginning: ReviewBeginning) throws(ReviewStoreError) {
        do {
            guard location.kind == .nothing, try makeWhole(location, beginning) else {
                throw ReviewStoreError.exists(path: location.path)
            }
        } catch {
            throw ReviewStoreError(error, path: location.path)
        }
    }

    /// Makes a review under another name first: nobody finds half of one, and who is stopped here leaves none.
    ///
    /// - Returns: false where another program was faster, or where the file system gives no second name.
    private static func makeWhole(_ location: ReviewLocation, _ beginning: ReviewBeginning) throws -> Bool {
        let path = location.path
        for log in logs where FileIdentity(path + log) != nil && location.kind == .nothing {
            // SQLite would take it for the log of the new file.
            throw ReviewStoreError.leftover(path: path + log)
        }
        guard let fresh = FreshFile(in: location.folder) else {
            throw ReviewStoreError.readOnly(path: path)
        }
        try fill(fresh.path, beginning)
        guard link(fresh.path, path) == 0 || cp_rename_new(fresh.path, path) == 0 else { return false }
        location.syncFolder()
        return true
    }

    private static func makeInPlace(_ location: ReviewLocation, _ beginning: ReviewBeginning) throws -> ReviewFile {
        let path = location.path
        do {
            let queue = try connect(path)
            let found = try queue.writeWithoutTransaction { db in
                try fill(db, path: path, beginning)
                return try seed(in: try AboutRows.all(in: db), path: path)
            }
            location.syncFolder()
            return try ReviewFile(location, seed: found, queue: queue)
        } catch {
            throw ReviewStoreError(error, path: path)
        }
    }

    /// A new review in a file of its own, on the disk when this returns.
    private static func fill(_ path: String, _ beginning: ReviewBeginning) throws {
        cp_report_file_size_limits()
        var configuration = Self.configuration
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { try fill($0, path: path, beginning) }
        try queue.close()
    }

    /// Another program may be doing the same at this moment: one of the two comes second.
    private static func fill(_ db: Database, path: String, _ beginning: ReviewBeginning) throws {
        try db.inTransaction(.immediate) {
            if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 {
                try ReviewSchema.create(db)
                try AboutRows.keep("\(beginning.seed)", as: "seed", in: db)
                try AboutRows.seal(db)
            } else {
                try ReviewSchema.check(db, path: path)
                try ReviewSchema.renew(db)
            }
            _ = try write(beginning.entries, about: beginning.about, to: db)
            return .commit
        }
    }
}
