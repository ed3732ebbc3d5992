internal import Basics
internal import CPlatform
internal import GRDB

extension ReviewFile {
    /// What holds for every connection.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        // Messages must not hold the texts of verdicts.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { db in
            // What a file that came from elsewhere defines must not reach further than its own tables.
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    /// A connection that writes; a commit waits for the disk.
    static func connect(_ path: String) throws -> DatabaseQueue {
        cp_report_file_size_limits()
        var configuration = Self.configuration
        // The log's index is memory that programs share, which those of two machines cannot.
        let isShared = cp_is_network_file(path) == 1
        configuration.prepareDatabase { db in
            let wanted = isShared ? "DELETE" : "WAL"
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = \(wanted)")
            // Without the log a commit is the journal's end, which has to reach the disk as well.
            try db.execute(sql: "PRAGMA synchronous = \(mode?.lowercased() == "wal" ? "FULL" : "EXTRA")")
            // Nothing is folded into a file that was not looked at first.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A connection that could write and does not, so that its end is as orderly as a writer's.
    static func connectToLook(_ path: String) throws -> DatabaseQueue {
        try DatabaseQueue(path: path, configuration: Self.configuration)
    }

    static func connectReadOnly(_ path: String) throws -> DatabaseQueue {
        var configuration = Self.configuration
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A path as a part of a URI.
    static func escaped(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "%" + Hexadecimal.text([byte])
            }
        }
        return text
    }
}
