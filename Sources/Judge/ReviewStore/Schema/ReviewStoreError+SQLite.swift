internal import GRDB

extension ReviewStoreError {
    /// What SQLite had to say, for a person.
    init(_ error: any Error, path: String) {
        if let known = error as? ReviewStoreError {
            self = known
            return
        }
        if let error = error as? AlteredTable {
            self = .altered(path: path, table: error.name, problem: error.problem)
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(path: path, problem: "\(error)")
            return
        }
        let problem = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notAReview(path: path)
        case .SQLITE_CORRUPT, .SQLITE_MISMATCH, .SQLITE_FORMAT: self = .damaged(path: path, problem: problem)
        case .SQLITE_PROTOCOL, .SQLITE_NOLFS: self = .noLocks(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_IOERR where Self.lockFailures.contains(error.extendedResultCode): self = .noLocks(path: path)
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE:
            // SQLite does not say which: a full disk it would have told apart.
            self = .failed(path: path, problem: "writing failed: a quota, a limit on file sizes, or the disk")
        case .SQLITE_CANTOPEN: self = .unreadable(path: path, problem: problem)
        default: self = .failed(path: path, problem: problem)
        }
    }

    /// What network folders answer that know no locks, or no memory shared between programs.
    private static let lockFailures: [ResultCode] = [
        .SQLITE_IOERR_LOCK, .SQLITE_IOERR_RDLOCK, .SQLITE_IOERR_UNLOCK, .SQLITE_IOERR_CHECKRESERVEDLOCK,
        .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMLOCK, .SQLITE_IOERR_SHMMAP,
    ]
}
