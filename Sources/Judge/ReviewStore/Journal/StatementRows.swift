internal import GRDB
internal import GRDBSQLite
internal import RoundModel

/// The rows of a statement, column by column and of any type: in a damaged file they need not be of the one declared,
/// which GRDB's own rows end the program for.
struct StatementRows {
    private let statement: OpaquePointer
    private let db: Database

    /// - Parameter statement: with its arguments bound; nobody else steps it meanwhile.
    init(_ statement: Statement, in db: Database) {
        self.statement = statement.sqliteStatement
        self.db = db
    }

    /// Goes to the next row.
    ///
    /// - Returns: false behind the last one.
    func step() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let message = db.lastErrorMessage
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    /// Gives up what the statement holds of the file.
    func reset() { sqlite3_reset(statement) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    func integer(_ column: Int32) throws -> Int64 {
        guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { throw wrong(column) }
        return sqlite3_column_int64(statement, column)
    }

    func number(_ column: Int32) throws -> Double {
        guard sqlite3_column_type(statement, column) == SQLITE_FLOAT else { throw wrong(column) }
        return sqlite3_column_double(statement, column)
    }

    func text(_ column: Int32) throws -> String {
        try bytes(column, SQLITE_TEXT) { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { throw wrong(column) }
            return text
        }
    }

    /// An item's digest; nil for a blob of another length.
    func digest(_ column: Int32) throws -> ItemDigest? {
        try bytes(column, SQLITE_BLOB) { bytes in
            guard bytes.count == 16 else { return nil }
            return ItemDigest(
                high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// The bytes of a text or blob, while `body` looks at them.
    private func bytes<Result>(
        _ column: Int32,
        _ type: Int32,
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        guard sqlite3_column_type(statement, column) == type else { throw wrong(column) }
        // The pointer first: asking for it may change the count.
        let start = sqlite3_column_blob(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    private func wrong(_ column: Int32) -> DatabaseError {
        let name = sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "?"
        return DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(name) holds a value of the wrong type")
    }
}
