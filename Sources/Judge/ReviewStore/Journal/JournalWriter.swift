internal import Foundation
internal import GRDB
internal import RoundModel
internal import Verdicts

/// Entries to rows. 64-bit numbers without a sign are kept by their bits.
struct JournalWriter {
    private let journal: Statement
    private let verdicts: Statement
    private let db: Database
    /// The number of the last verdict; nil until one is written.
    private var last: Int64?
    /// What was written.
    private(set) var total = JournalTotal()

    /// - Parameter db: in a transaction that lasts as long as the writer does.
    init(_ db: Database) throws {
        self.db = db
        journal = try db.cachedStatement(
            sql: """
                INSERT INTO journal (writer, turn, time, reviewer, event, verdict, from_adv, from_safety, from_help,
                    to_adv, to_safety, to_help, about_writer, about_turn, text, digest, sum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (writer, turn) DO NOTHING
                """
        )
        verdicts = try db.cachedStatement(
            sql: """
                INSERT INTO verdicts (number, entry, item, shard, offset, length, safety, helpfulness, theta_adv,
                    theta_safety, theta_help, bucket, answer, note, queue, seed, u, blind, seconds)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
    }

    /// Writes an entry unless it is there already.
    ///
    /// - Throws: `SQLITE_RANGE` for a number that is none, and what SQLite says.
    /// - Returns: whether it was written.
    @discardableResult
    mutating func write(_ entry: JournalEntry) throws -> Bool {
        if entry.hasNaN {
            throw DatabaseError(resultCode: .SQLITE_RANGE, message: "a verdict with an impossible number")
        }
        let entry = entry.storable
        var first: Int64?
        var all: [Verdict] = []
        if case .verdicts(let verdicts) = entry.event, !verdicts.isEmpty {
            all = verdicts
            first = try next()
        }
        let (name, values) = Self.columns(of: entry.event)
        let head: [(any DatabaseValueConvertible)?] = [
            Int64(bitPattern: entry.id.writer), Int64(entry.id.turn), entry.time, entry.reviewer, name, first,
        ]
        let sum = EntryCheck(entry).sum
        try journal.execute(arguments: StatementArguments(head + values + [Int64(bitPattern: sum)]))
        guard db.changesCount > 0 else { return false }
        let number = db.lastInsertedRowID
        total.add(number, sum)
        for verdict in all { try write(verdict, of: number) }
        return true
    }

    /// True where an entry of the same number says the same.
    func holds(_ entry: JournalEntry) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT sum FROM journal WHERE writer = ? AND turn = ?")
        let sum = try Int64.fetchOne(
            statement,
            arguments: [Int64(bitPattern: entry.id.writer), Int64(entry.id.turn)]
        )
        return sum == Int64(bitPattern: EntryCheck(entry.storable).sum)
    }

    private func next() throws -> Int64 {
        if let last { return last + 1 }
        return (try Int64.fetchOne(db, sql: "SELECT max(number) FROM verdicts") ?? 0) + 1
    }

    private mutating func write(_ verdict: Verdict, of entry: Int64) throws {
        let number = try next()
        let values: [(any DatabaseValueConvertible)?] = [
            number, entry, Data(verdict.digest.bytes), verdict.place.shard, verdict.place.offset, verdict.place.length,
            verdict.scores.safety, verdict.scores.helpfulness, verdict.thresholds.adv, verdict.thresholds.safety,
            verdict.thresholds.help, verdict.bucket.name, verdict.answer.rawValue, verdict.note, verdict.queue.text,
            verdict.draw.map { Int64(bitPattern: $0.seed) }, verdict.draw?.number, verdict.isBlind, verdict.seconds,
        ]
        try verdicts.execute(arguments: StatementArguments(values))
        last = number
    }

    /// The event's name, and from_adv to digest.
    private static func columns(of event: JournalEntry.Event) -> (String, [(any DatabaseValueConvertible)?]) {
        func row(
            from: Thresholds? = nil,
            to: Thresholds? = nil,
            about: EntryID? = nil,
            text: String? = nil,
            digest: String? = nil
        ) -> [(any DatabaseValueConvertible)?] {
            [
                from?.adv, from?.safety, from?.help, to?.adv, to?.safety, to?.help,
                about.map { Int64(bitPattern: $0.writer) }, about.map { Int64($0.turn) }, text, digest,
            ]
        }
        switch event {
        case .verdicts: return ("verdicts", row())
        case .thresholds(let from, let to): return ("thresholds", row(from: from, to: to))
        case .baseline(let from, let to): return ("baseline", row(from: from, to: to))
        case .undo(let id): return ("undo", row(about: id))
        case .redo(let id): return ("redo", row(about: id))
        case .export(let record):
            return ("export", row(to: record.thresholds, text: record.directory, digest: record.manifest))
        case .certificate(let text): return ("certificate", row(text: text))
        }
    }
}
