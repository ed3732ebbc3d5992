internal import Basics
internal import CLibrary
internal import GRDB
internal import Verdicts

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
    /// The file as it was after what was done to it last; commits alone leave it as it is.
    private var stamp: FileStamp?
    /// The number of the last entry that was there then, and what all up to it come to.
    private var last: Int64 = 0
    private var total = JournalTotal()
    /// SQLite's number of the state that others left the content in.
    private var version: Int?
    /// Commits that are in the log alone.
    private var unfolded = 0

    /// Commits after which the log is folded in, however busy it is.
    private static let mostUnfolded = 100

    init(_ location: ReviewLocation, seed: UInt64, queue: DatabaseQueue) throws {
        self.location = location
        self.seed = seed
        self.queue = queue
        identity = FileIdentity(location.path)
        log = FileIdentity(location.path + "-wal")
        (last, total) = try queue.read { db in
            let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM journal") ?? 0
            return (last, try JournalTotal(of: db))
        }
        stamp = FileStamp(location.path)
    }

    // MARK: What became of it

    /// What others did to an open file.
    enum Condition: Hashable {
        case whole
        /// Its path leads nowhere, or to something else.
        case elsewhere
        /// Something was written into it that does not come from redsieve.
        case spoilt
    }

    /// Looks whether the path still leads to the file, and whether that is what it was.
    ///
    /// - Parameter isSuspect: true where reading or writing failed: then it is looked at whatever it seems to be.
    /// - Complexity: O(1) where nobody else wrote to it, else O(bytes of the file).
    mutating func condition(isSuspect: Bool = false) -> Condition {
        guard let now = FileStamp(location.path) else {
            // What cannot be looked at may well be there.
            return [ENOENT, ENOTDIR].contains(errno) ? .elsewhere : .whole
        }
        guard now.identity == identity else { return .elsewhere }
        if now == stamp, !isSuspect, isStillOurs { return .whole }
        guard holdsTogether else { return .spoilt }
        stamp = now
        return .whole
    }

    /// True where what others did by way of SQLite, if anything, is what another redsieve does.
    ///
    /// - Complexity: O(1).
    private var isStillOurs: Bool {
        mutating get {
            do {
                return try queue.read { db in
                    let now = try Int.fetchOne(db, sql: "PRAGMA data_version")
                    if now == version { return true }
                    let about = try AboutRows.all(in: db)
                    guard about["seed"] == "\(seed)",
                        try Int64.fetchOne(db, sql: "SELECT max(number) FROM journal") ?? 0 >= last,
                        try Int64.fetchOne(db, sql: "SELECT max(number) FROM verdicts") ?? 0 >= 0
                    else { return false }
                    version = now
                    return true
                }
            } catch {
                return false
            }
        }
    }

    /// True where whoever opened the file now would find all that it held.
    private var holdsTogether: Bool {
        do {
            let queue = try Self.connectReadOnly(location.path)
            defer { try? queue.close() }
            return try queue.read { db in
                let about = try Self.check(db, path: location.path)
                return try Self.seed(in: about, path: location.path) == seed
                    && JournalTotal(of: db, upTo: last) == total
            }
        } catch {
            switch ReviewStoreError(error, path: location.path) {
            case .notAReview, .foreign, .damaged, .altered: return false
            default: return true
            }
        }
    }

    /// Gives what stands in the file's place another name.
    ///
    /// - Returns: that name; nil where nothing that anybody could miss stood there.
    /// - Throws: `replaced` where it cannot be moved.
    static func moveAside(_ path: String) throws(ReviewStoreError) -> String? {
        let isEmpty = FileStamp(path)?.isEmpty == true
        for number in 1...999 {
            let aside = "\(path).replaced-\(number)"
            guard access(aside, F_OK) != 0 else { continue }
            guard rename(path, aside) == 0 else { break }
            if isEmpty, unlink(aside) == 0 { return nil }
            return aside
        }
        throw .replaced(path: path)
    }

    /// Ends the use of a file that is in place no more: its log would be taken for that of the next one.
    ///
    /// SQLite folds a log into no file that was moved.
    func abandon() throws {
        try queue.close()
        guard let log, FileIdentity(location.path + "-wal") == log else { return }
        for end in ["-wal", "-shm"] { unlink(location.path + end) }
    }

    /// Takes away what SQLite left beside a file that is no more.
    static func remove(_ path: String) { unlink(path) }

    /// Keeps the connection for as long as the program runs: closing it would write into what is not ours any more.
    func leaveOpen() { _ = Unmanaged.passRetained(queue) }

    // MARK: Writing

    /// Adds entries and names with values, all or nothing; on the disk when this returns.
    ///
    /// - Parameter about: a name without a value is taken away.
    mutating func append(_ entries: [JournalEntry], about: [(name: String, value: String?)] = []) throws {
        (last, total) = try queue.writeWithoutTransaction { db in
            var end = (number: Int64(0), total: JournalTotal())
            try db.inTransaction(.immediate) {
                try ReviewSchema.renew(db)
                end = try Self.write(entries, about: about, to: db)
                return .commit
            }
            return end
        }
        unfolded += 1
        if unfolded >= Self.mostUnfolded { fold() }
    }

    /// In a transaction.
    ///
    /// - Returns: the number of the last entry, and what all of them come to.
    static func write(
        _ entries: [JournalEntry],
        about: [(name: String, value: String?)],
        to db: Database
    ) throws -> (number: Int64, total: JournalTotal) {
        guard let kept = try AboutRows.all(in: db)[JournalTotal.name].flatMap({ JournalTotal($0) }) else {
            throw AlteredTable(name: "about", problem: "the number of entries is missing")
        }
        var writer = try JournalWriter(db)
        for entry in entries { try writer.write(entry) }
        let total = kept + writer.total
        for (name, value) in about { try AboutRows.keep(value, as: name, in: db) }
        try AboutRows.keep(total.text, as: JournalTotal.name, in: db)
        try AboutRows.seal(db)
        return (try Int64.fetchOne(db, sql: "SELECT max(number) FROM journal") ?? 0, total)
    }

    /// Brings what is in the log alone to the file itself, so that a copy of it holds all; nothing where it is not what
    /// it was, or others are at it.
    mutating func fold() {
        guard unfolded > 0, condition() == .whole else { return }
        let isDone = try? queue.writeWithoutTransaction { try $0.checkpoint(.passive) }
        stamp = FileStamp(location.path)
        if isDone != nil { unfolded = 0 }
    }

    /// Ends the use of a file, which holds all then and has nothing beside it unless others have it open.
    func close() throws {
        try? queue.writeWithoutTransaction { db in
            // Nobody is to wait for others here: what they read still, they fold in.
            try db.execute(sql: "PRAGMA busy_timeout = 500")
            try db.checkpoint(.truncate)
        }
        try queue.close()
    }

    // MARK: Reading

    /// All entries behind a number, in order.
    func entries(after number: Int64 = 0) throws -> [NumberedEntry] {
        try queue.read { try JournalReader.all(after: number, from: $0) }
    }

    /// All names and values beside the journal.
    func about() throws -> [String: String] { try queue.read { try AboutRows.all(in: $0) } }
}
