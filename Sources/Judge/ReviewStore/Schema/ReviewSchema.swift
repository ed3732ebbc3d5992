internal import GRDB

/// The tables of a review file.
///
/// `journal` has a row for every entry, in the order in which they were kept; `verdicts` one for every verdict of an
/// entry, those of one entry behind one another. Neither is ever updated or deleted from: triggers see to it. `about`
/// has names and values: what samples are drawn with, the round, where the review was left off.
///
/// Version 2 has a sum for each row of `about`, and one over all entries; in version 1 only entries have one.
enum ReviewSchema {
    /// "rsv1" in bytes: tells a review from other databases.
    static let applicationID: Int64 = 0x7273_7631
    /// The version that this program writes.
    static let version = 2

    static func create(_ db: Database) throws {
        for statement in statements(of: version) { try db.execute(sql: statement) }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
        try AboutRows.keep(JournalTotal().text, as: JournalTotal.name, in: db)
    }

    /// The version of an open file.
    static func version(of db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

    /// Brings a review of an earlier version to the present one, in the transaction of the first thing that it keeps.
    ///
    /// A program of before that has it open cannot write to it from then on, and says so.
    /// - Complexity: O(1) for one of this version, else O(entries).
    static func renew(_ db: Database) throws {
        guard try version(of: db) < version else { return }
        let texts = try AboutRows.pairs(in: db)
        try db.execute(sql: "DROP TABLE about")
        try db.execute(sql: about(of: version))
        for (name, value) in texts { try AboutRows.keep(value, as: name, in: db) }
        try AboutRows.keep(try JournalTotal(of: db).text, as: JournalTotal.name, in: db)
        try AboutRows.seal(db)
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static func statements(of version: Int) -> [String] { [about(of: version)] + journal }

    private static func about(of version: Int) -> String {
        """
        CREATE TABLE about (
            name TEXT PRIMARY KEY NOT NULL,
            value TEXT NOT NULL\(version > 1 ? ",\n    sum INTEGER NOT NULL" : "")
        ) STRICT, WITHOUT ROWID
        """
    }

    /// Neither table needs an index of its own besides the one that keeps entries apart: rows are added at the end and
    /// read in order. `journal.verdict` is the number of the entry's first verdict.
    private static let journal = [
        """
        CREATE TABLE journal (
            number INTEGER PRIMARY KEY,
            writer INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            time INTEGER NOT NULL,
            reviewer TEXT NOT NULL,
            event TEXT NOT NULL CHECK (event IN
                ('verdicts', 'thresholds', 'baseline', 'undo', 'redo', 'export', 'certificate')),
            verdict INTEGER,
            from_adv REAL, from_safety REAL, from_help REAL,
            to_adv REAL, to_safety REAL, to_help REAL,
            about_writer INTEGER, about_turn INTEGER,
            text TEXT, digest TEXT,
            sum INTEGER NOT NULL,
            UNIQUE (writer, turn)
        ) STRICT
        """,
        """
        CREATE TABLE verdicts (
            number INTEGER PRIMARY KEY,
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
        ) STRICT
        """,
        """
        CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END
        """,
        """
        CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is never cut'); END
        """,
        """
        CREATE TRIGGER verdicts_stay BEFORE UPDATE ON verdicts
            BEGIN SELECT RAISE(ABORT, 'verdicts are never changed'); END
        """,
        """
        CREATE TRIGGER verdicts_are_kept BEFORE DELETE ON verdicts
            BEGIN SELECT RAISE(ABORT, 'verdicts are never cut'); END
        """,
    ]

    /// Tells whether a database is a review that this program can go on with.
    ///
    /// Its tables and triggers have to be ours to the letter; views and indexes that somebody added are let be.
    static func check(_ db: Database, path: String) throws(ReviewStoreError) {
        let found: (id: Int64, version: Int, statements: Set<String>, triggers: Int)
        do {
            let id = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let version = try version(of: db)
            let all = try Row.fetchAll(db, sql: "SELECT CAST(type AS TEXT), CAST(sql AS TEXT) FROM sqlite_master")
            let statements = Set(all.compactMap { $0[1] as String? })
            found = (id, version, statements, all.count { $0[0] as String? == "trigger" })
        } catch {
            throw ReviewStoreError(error, path: path)
        }
        guard found.id == applicationID else { throw .foreign(path: path) }
        if found.version > version { throw .newer(path: path, version: found.version, known: version) }
        let statements = statements(of: found.version)
        guard found.version > 0, found.statements.isSuperset(of: statements) else {
            throw .damaged(path: path, problem: "its tables are not those of a review")
        }
        guard found.triggers == statements.count(where: { $0.hasPrefix("CREATE TRIGGER") }) else {
            throw .damaged(path: path, problem: "it holds triggers that are not redsieve's")
        }
    }
}
