internal import Basics
internal import Foundation
internal import GRDB

/// Looks into files that change nothing in them.
extension ReviewFile {
    /// Sees whether a file is a review that holds together.
    ///
    /// - Returns: all names and values beside the journal.
    /// - Complexity: O(bytes of the file).
    static func check(_ db: Database, path: String, isLenient: Bool = false) throws -> [String: String] {
        try ReviewSchema.check(db, path: path)
        // What is left of a damaged file has its own sums.
        let problem = isLenient ? nil : try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
        if let problem, problem != "ok" { throw ReviewStoreError.damaged(path: path, problem: problem) }
        let about = try AboutRows.all(in: db, isLenient: isLenient)
        if !isLenient, try ReviewSchema.version(of: db) > 1 {
            let kept = about[JournalTotal.name].flatMap { JournalTotal($0) }
            guard try JournalTotal(of: db) == kept else {
                // Where an entry itself is another, that is the better word.
                _ = try JournalReader.all(after: 0, from: db)
                throw AlteredTable(name: "journal", problem: "an entry is missing, or one was added")
            }
        }
        return about
    }

    /// What samples are drawn with.
    static func seed(in about: [String: String], path: String) throws(ReviewStoreError) -> UInt64 {
        guard let seed = about["seed"].flatMap({ UInt64($0) }) else {
            throw .damaged(path: path, problem: "its seed is missing")
        }
        return seed
    }

    /// Looks into a file, and leaves nothing beside it that was not there.
    ///
    /// A file that has no log is read as it stands, and again where it changed meanwhile. One with a log is opened as
    /// its own programs do, so that the last of all folds the log in and takes it away. Where that cannot be, a copy
    /// of both is read.
    /// - Parameter body: may be called several times.
    static func look<Result>(at location: ReviewLocation, _ body: (Database) throws -> Result) throws -> Result {
        let path = location.path
        for _ in 0..<5 {
            guard !hasLog(path) else { break }
            let before = FileStamp(path)
            let found = Swift.Result { try looking(connectReadOnly("file:\(escaped(path))?immutable=1"), body) }
            if before == FileStamp(path) { return try found.get() }
        }
        // A log that was left behind by a program of another kind is not ours to fold in.
        if location.isWritable, location.hasOurMark { return try looking(connectToLook(path), body) }
        if hasLog(path), FileIdentity(path + "-shm") == nil { return try lookAtCopy(path, body) }
        do {
            return try looking(connectReadOnly(path), body)
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
        {
            return try lookAtCopy(path, body)
        }
    }

    private static func looking<Result>(
        _ queue: @autoclosure () throws -> DatabaseQueue,
        _ body: (Database) throws -> Result
    ) throws -> Result {
        let queue = try queue()
        defer { try? queue.close() }
        return try queue.read(body)
    }

    private static func hasLog(_ path: String) -> Bool {
        logs.contains { FileStamp(path + $0)?.isEmpty == false }
    }

    /// What SQLite keeps beside a file: not all of it is in the file before these are folded in.
    static let logs = ["-wal", "-journal"]

    private static func lookAtCopy<Result>(_ path: String, _ body: (Database) throws -> Result) throws -> Result {
        let files = FileManager.default
        let folder = try files.url(
            for: .itemReplacementDirectory,
            in: .userDomainMask,
            appropriateFor: files.temporaryDirectory,
            create: true
        )
        defer { try? files.removeItem(at: folder) }
        let copy = folder.appendingPathComponent("review").path
        for attempt in 0..<5 {
            let before = ([""] + logs).map { FileStamp(path + $0) }
            for end in [""] + logs {
                try? files.removeItem(atPath: copy + end)
                if FileStamp(path + end) != nil { try files.copyItem(atPath: path + end, toPath: copy + end) }
            }
            guard before == ([""] + logs).map({ FileStamp(path + $0) }) || attempt == 4 else { continue }
            break
        }
        return try looking(connectToLook(copy), body)
    }
}
