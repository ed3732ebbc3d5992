internal import GRDB

/// Names and values beside the journal, each with a sum over both; names that are unknown are left alone.
///
/// The row `rows` tells how many others there are, and its sum is over theirs as well: none can be taken away unseen.
/// Reviews of version 1 have no sums; `ReviewSchema.renew` gives them some.
enum AboutRows {
    /// The row that speaks of all others.
    static let whole = "rows"

    /// Sets a name's value; nil takes it away. `seal` is to be called before the transaction ends.
    static func keep(_ value: String?, as name: String, in db: Database) throws {
        guard let value else {
            try db.cachedStatement(sql: "DELETE FROM about WHERE name = ?").execute(arguments: [name])
            return
        }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO about VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE
                SET value = excluded.value, sum = excluded.sum WHERE value != excluded.value
                """
        )
        try statement.execute(arguments: [name, value, Int64(bitPattern: sum(name, value))])
    }

    /// Brings the row that speaks of all others up to date.
    ///
    /// - Complexity: O(rows).
    static func seal(_ db: Database) throws {
        let sums = try sums(in: db)
        let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO about VALUES (?, ?, ?)")
        let (count, sum) = ("\(sums.count)", wholeSum(sums))
        try statement.execute(arguments: [whole, count, Int64(bitPattern: sum)])
    }

    /// All names and their values.
    ///
    /// - Parameter isLenient: leaves out what is not what was written, in place of an error.
    /// - Throws: `alteredTable` where a value is not what was written.
    static func all(in db: Database, isLenient: Bool = false) throws -> [String: String] {
        guard try ReviewSchema.version(of: db) > 1 else { return try pairs(in: db) }
        let statement = try db.cachedStatement(sql: "SELECT name, value, sum FROM about")
        let rows = StatementRows(statement, in: db)
        defer { rows.reset() }
        var texts: [String: String] = [:]
        var sums: [String: UInt64] = [:]
        var kept: (count: String, sum: UInt64)?
        while try rows.step() {
            let (name, value) = (try rows.text(0), try rows.text(1))
            let found = UInt64(bitPattern: try rows.integer(2))
            if name == whole {
                kept = (value, found)
                continue
            }
            sums[name] = found
            if found == sum(name, value) {
                texts[name] = value
            } else if !isLenient {
                throw AlteredTable(name: "about", problem: "\"\(name)\" is not what was written")
            }
        }
        guard isLenient || kept.map({ $0.count == "\(sums.count)" && $0.sum == wholeSum(sums) }) == true else {
            throw AlteredTable(name: "about", problem: "a row is missing, or one was added")
        }
        return texts
    }

    /// The names that begin with a word and a dot, without them, and their values.
    static func texts(of word: String, in all: [String: String]) -> [String: String] {
        var texts: [String: String] = [:]
        for (name, value) in all where name.hasPrefix(word + ".") {
            texts[String(name.dropFirst(word.count + 1))] = value
        }
        return texts
    }

    /// Names and values alone.
    static func pairs(in db: Database) throws -> [String: String] {
        let statement = try db.cachedStatement(sql: "SELECT name, value FROM about")
        let rows = StatementRows(statement, in: db)
        defer { rows.reset() }
        var texts: [String: String] = [:]
        while try rows.step() { texts[try rows.text(0)] = try rows.text(1) }
        return texts
    }

    private static func sums(in db: Database) throws -> [String: UInt64] {
        let statement = try db.cachedStatement(sql: "SELECT name, sum FROM about")
        let rows = StatementRows(statement, in: db)
        defer { rows.reset() }
        var sums: [String: UInt64] = [:]
        while try rows.step() { sums[try rows.text(0)] = UInt64(bitPattern: try rows.integer(1)) }
        sums[whole] = nil
        return sums
    }

    private static func sum(_ name: String, _ value: String) -> UInt64 {
        var sum = TextSum()
        sum.add(name)
        sum.add(value)
        return sum.value
    }

    private static func wholeSum(_ sums: [String: UInt64]) -> UInt64 {
        var whole = TextSum()
        whole.add(UInt64(sums.count))
        for (_, sum) in sums.sorted(by: { $0.key < $1.key }) { whole.add(sum) }
        return whole.value
    }
}

/// A table that does not hold what was written to it, though SQLite finds it whole.
struct AlteredTable: Error {
    var name: String
    var problem: String
}
