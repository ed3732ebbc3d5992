internal import GRDB

/// Names and values beside the journal; names that are unknown are left alone.
enum AboutRows {
    /// Sets a name's value; nil takes it away.
    static func keep(_ value: String?, as name: String, in db: Database) throws {
        guard let value else {
            try db.cachedStatement(sql: "DELETE FROM about WHERE name = ?").execute(arguments: [name])
            return
        }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO about VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value != excluded.value
                """
        )
        try statement.execute(arguments: [name, value])
    }

    /// All names and their values.
    static func all(in db: Database) throws -> [String: String] {
        let statement = try db.cachedStatement(sql: "SELECT name, value FROM about")
        let rows = StatementRows(statement, in: db)
        defer { rows.reset() }
        var texts: [String: String] = [:]
        while try rows.step() { texts[try rows.text(0)] = try rows.text(1) }
        return texts
    }

    /// The names that begin with a word and a dot, without them, and their values.
    static func texts(of word: String, in db: Database) throws -> [String: String] {
        var texts: [String: String] = [:]
        for (name, value) in try all(in: db) where name.hasPrefix(word + ".") {
            texts[String(name.dropFirst(word.count + 1))] = value
        }
        return texts
    }
}
