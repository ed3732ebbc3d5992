internal import Foundation
internal import GRDB
internal import RoundModel
internal import Verdicts

/// Entries to rows and back. 64-bit numbers without a sign are kept by their bits.
enum JournalRows {
    /// Writes an entry unless it is there already.
    static func insert(_ entry: JournalEntry, into db: Database) throws {
        let (name, values) = columns(of: entry.event)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO journal (writer, turn, time, reviewer, event, from_adv, from_safety, from_help,
                    to_adv, to_safety, to_help, about_writer, about_turn, text, digest, sum)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (writer, turn) DO NOTHING
                """
        )
        let sum = Int64(bitPattern: EntryCheck(entry).sum)
        let head: [(any DatabaseValueConvertible)?] = [
            Int64(bitPattern: entry.id.writer), Int64(entry.id.turn), entry.time, entry.reviewer, name,
        ]
        try statement.execute(arguments: StatementArguments(head + values + [sum]))
        guard db.changesCount > 0, case .verdicts(let verdicts) = entry.event else { return }
        let number = db.lastInsertedRowID
        for verdict in verdicts { try insert(verdict, entry: number, into: db) }
    }

    private static func insert(_ verdict: Verdict, entry: Int64, into db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO verdicts (entry, item, shard, offset, length, safety, helpfulness, theta_adv, theta_safety,
                    theta_help, bucket, answer, note, queue, seed, u, blind, seconds)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        let values: [(any DatabaseValueConvertible)?] = [
            entry, Data(verdict.digest.bytes), verdict.place.shard, verdict.place.offset, verdict.place.length,
            verdict.scores.safety, verdict.scores.helpfulness, verdict.thresholds.adv, verdict.thresholds.safety,
            verdict.thresholds.help, verdict.bucket.name, verdict.answer.rawValue, verdict.note, verdict.queue.text,
            verdict.draw.map { Int64(bitPattern: $0.seed) }, verdict.draw?.number, verdict.isBlind, verdict.seconds,
        ]
        try statement.execute(arguments: StatementArguments(values))
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

    // MARK: Reading

    /// The entries behind a number, with their numbers, in order; at most `limit`.
    static func entries(after number: Int64, limit: Int, from db: Database) throws -> [NumberedEntry] {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT * FROM journal WHERE number > ? ORDER BY number LIMIT ?",
            arguments: [number, limit]
        )
        guard let last = rows.last else { return [] }
        var verdicts = try Self.verdicts(after: number, upTo: last["number"], from: db)
        return try rows.map { row in
            let place: Int64 = row["number"]
            return NumberedEntry(
                number: place,
                entry: try entry(row, verdicts: verdicts.removeValue(forKey: place) ?? [])
            )
        }
    }

    private static func verdicts(
        after number: Int64,
        upTo last: Int64,
        from db: Database
    ) throws -> [Int64: [Verdict]] {
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT entry, item, shard, offset, length, safety, helpfulness, theta_adv, theta_safety, theta_help,
                    bucket, answer, note, queue, seed, u, blind, seconds
                FROM verdicts WHERE entry > ? AND entry <= ? ORDER BY entry, rowid
                """,
            arguments: [number, last]
        )
        var verdicts: [Int64: [Verdict]] = [:]
        while let row = try cursor.next() { verdicts[row[0], default: []].append(try verdict(row)) }
        return verdicts
    }

    private static func verdict(_ row: Row) throws -> Verdict {
        guard let digest = ItemDigest(row[1] as Data),
            let bucket = Bucket.allCases.first(where: { $0.name == row[10] }),
            let answer = Answer(rawValue: row[11]), let queue = ReviewQueue(row[13])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a verdict cannot be read") }
        var draw: Verdict.Draw?
        if let seed = row[14] as Int64?, let number = row[15] as Double? {
            draw = Verdict.Draw(seed: UInt64(bitPattern: seed), number: number)
        }
        return Verdict(
            digest: digest,
            place: RowPlace(shard: row[2], offset: row[3], length: row[4]),
            scores: Scores(safety: row[5], helpfulness: row[6]),
            thresholds: Thresholds(adv: row[7], safety: row[8], help: row[9]),
            bucket: bucket,
            answer: answer,
            note: row[12],
            queue: queue,
            draw: draw,
            isBlind: row[16],
            seconds: row[17]
        )
    }

    private static func entry(_ row: Row, verdicts: [Verdict]) throws -> JournalEntry {
        func thresholds(_ side: String) throws -> Thresholds {
            guard let adv = row["\(side)_adv"] as Double?, let safety = row["\(side)_safety"] as Double?,
                let help = row["\(side)_help"] as Double?
            else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an entry lacks its thresholds") }
            return Thresholds(adv: adv, safety: safety, help: help)
        }
        func about() throws -> EntryID {
            guard let writer = row["about_writer"] as Int64?, let turn = row["about_turn"] as Int64? else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an entry lacks what it is about")
            }
            return EntryID(writer: UInt64(bitPattern: writer), turn: UInt32(truncatingIfNeeded: turn))
        }
        let event: JournalEntry.Event =
            switch row["event"] as String {
            case "verdicts": .verdicts(verdicts)
            case "thresholds": .thresholds(from: try thresholds("from"), to: try thresholds("to"))
            case "baseline": .baseline(from: try thresholds("from"), to: try thresholds("to"))
            case "undo": .undo(try about())
            case "redo": .redo(try about())
            case "export":
                .export(
                    JournalEntry.ExportRecord(
                        directory: row["text"] ?? "",
                        thresholds: try thresholds("to"),
                        manifest: row["digest"] ?? ""
                    )
                )
            case "certificate": .certificate(row["text"] ?? "")
            default: throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an entry of an unknown kind")
            }
        let found = JournalEntry(
            id: EntryID(
                writer: UInt64(bitPattern: row["writer"] as Int64),
                turn: UInt32(truncatingIfNeeded: row["turn"] as Int64)
            ),
            time: row["time"],
            reviewer: row["reviewer"],
            event: event
        )
        guard EntryCheck(found).sum == UInt64(bitPattern: row["sum"] as Int64) else {
            let message = "entry \(row["number"] as Int64) is not what was written"
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
        }
        return found
    }
}
