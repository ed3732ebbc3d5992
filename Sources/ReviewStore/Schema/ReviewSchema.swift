internal import GRDB

/// The tables of a review file.
///
/// `journal` has a row for every entry, in the order in which they were kept; `verdicts` one for every verdict of an
/// entry. Neither is ever updated or deleted from: triggers see to it.
enum ReviewSchema {
    /// "rsv1" in bytes: tells a review from other databases.
    static let applicationID: Int64 = 0x7273_7631
    /// The version that this program writes.
    static let version = 1

    static func create(_ db: Database) throws {
        try db.execute(sql: tables)
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static let tables = """
        CREATE TABLE about (
            name TEXT PRIMARY KEY NOT NULL,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE journal (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            writer INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            time INTEGER NOT NULL,
            reviewer TEXT NOT NULL,
            event TEXT NOT NULL CHECK (event IN
                ('verdicts', 'thresholds', 'baseline', 'undo', 'redo', 'export', 'certificate')),
            from_adv REAL, from_safety REAL, from_help REAL,
            to_adv REAL, to_safety REAL, to_help REAL,
            about_writer INTEGER, about_turn INTEGER,
            text TEXT, digest TEXT,
            sum INTEGER NOT NULL,
            UNIQUE (writer, turn)
        ) STRICT;
        CREATE TABLE verdicts (
            entry INTEGER NOT NULL REFERENCES journal (number),
            item BLOB NOT NULL CHECK (length(item) = 16),
            shard INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
            safety REAL NOT NULL, helpfulness REAL NOT NULL,
            theta_adv REAL NOT NULL, theta_safety REAL NOT NULL, theta_help REAL NOT NULL,
            bucket TEXT NOT NULL,
            answer TEXT NOT NULL,
            note TEXT,
            queue TEXT NOT NULL,
            seed INTEGER, u REAL,
            blind INTEGER NOT NULL,
            seconds REAL
        ) STRICT;
        CREATE INDEX verdicts_entry ON verdicts (entry);
        CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
        CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is never cut'); END;
        CREATE TRIGGER verdicts_stay BEFORE UPDATE ON verdicts
            BEGIN SELECT RAISE(ABORT, 'verdicts are never changed'); END;
        CREATE TRIGGER verdicts_are_kept BEFORE DELETE ON verdicts
            BEGIN SELECT RAISE(ABORT, 'verdicts are never cut'); END;
        """

    /// Tells whether a database is a review that this program can go on with.
    static func check(_ db: Database, path: String) throws(ReviewStoreError) {
        let found: (id: Int64, version: Int, tables: Set<String>)
        do {
            let id = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            let tables = try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            found = (id, version, tables)
        } catch {
            throw ReviewStoreError(error, path: path)
        }
        guard found.id == applicationID else { throw .foreign(path: path) }
        if found.version > version { throw .newer(path: path, version: found.version, known: version) }
        guard found.version > 0, found.tables.isSuperset(of: ["about", "journal", "verdicts"]) else {
            throw .damaged(path: path, problem: "tables are missing")
        }
    }
}

extension ReviewStoreError {
    /// What SQLite had to say, for a person.
    init(_ error: any Error, path: String) {
        if let known = error as? ReviewStoreError {
            self = known
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
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .busy(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_CANTOPEN: self = .unreadable(path: path, problem: problem)
        default: self = .failed(path: path, problem: problem)
        }
    }
}
