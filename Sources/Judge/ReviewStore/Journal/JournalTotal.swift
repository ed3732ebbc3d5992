internal import GRDB

/// How many entries a journal has, and a sum over their numbers and sums: each entry vouches for itself, and not for
/// those that are gone.
struct JournalTotal: Equatable {
    static let name = "journal"

    private(set) var count = 0
    private(set) var sum: UInt64 = 0

    init() {}

    /// As kept.
    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]), let sum = UInt64(parts[1], radix: 16) else { return nil }
        self.count = count
        self.sum = sum
    }

    /// Of the entries up to a number, as they stand in the file.
    ///
    /// - Complexity: O(entries).
    init(of db: Database, upTo last: Int64 = .max) throws {
        let statement = try db.cachedStatement(sql: "SELECT number, sum FROM journal WHERE number <= ?")
        try statement.setArguments([last])
        let rows = StatementRows(statement, in: db)
        defer { rows.reset() }
        while try rows.step() { add(try rows.integer(0), UInt64(bitPattern: try rows.integer(1))) }
    }

    /// As it is to be kept.
    var text: String { "\(count) \(String(sum, radix: 16))" }

    mutating func add(_ number: Int64, _ entry: UInt64) {
        var text = TextSum()
        text.add(UInt64(bitPattern: number))
        text.add(entry)
        count += 1
        // The order in which they are added does not matter: each has its number.
        sum &+= text.value
    }

    static func + (one: JournalTotal, other: JournalTotal) -> JournalTotal {
        var both = one
        both.count += other.count
        both.sum &+= other.sum
        return both
    }
}
