internal import GRDB
internal import RoundModel
internal import Verdicts

/// Rows to entries, each held against its sum.
struct JournalReader {
    private let journal: StatementRows
    private let verdicts: StatementRows
    /// By their texts: some million of them are the same few.
    private static let buckets = Dictionary(uniqueKeysWithValues: Bucket.allCases.map { ($0.name, $0) })
    private static let queues = Dictionary(
        uniqueKeysWithValues: ReviewQueue.allCases.map { ($0.text, $0) }
    )

    /// The entries behind a number, with their numbers, in order.
    static func all(after number: Int64, from db: Database) throws -> [NumberedEntry] {
        var all: [NumberedEntry] = []
        var last = number
        while true {
            let some = try entries(after: last, limit: 10_000, from: db)
            guard let end = some.last else { return all }
            all += some
            last = end.number
        }
    }

    /// The entries that are what was written, in order, and how many are not, or are gone.
    ///
    /// - Parameter about: all names and values beside the journal.
    static func sound(
        in db: Database,
        of about: [String: String]
    ) throws -> (entries: [NumberedEntry], lost: Int) {
        let kept = about[JournalTotal.name].flatMap { JournalTotal($0) }?.count ?? 0
        if let whole = try? all(after: 0, from: db) { return (whole, max(0, kept - whole.count)) }
        var found: [NumberedEntry] = []
        var lost = 0
        for number in try Int64.fetchAll(db, sql: "SELECT number FROM journal WHERE number > 0 ORDER BY number") {
            do {
                found += try entries(after: number - 1, limit: 1, from: db)
            } catch let error where Self.isDamage(error) {
                lost += 1
            }
        }
        return (found, max(lost, kept - found.count))
    }

    private static func isDamage(_ error: any Error) -> Bool {
        error is AlteredTable || (error as? DatabaseError)?.resultCode == .SQLITE_CORRUPT
    }

    /// The entries behind a number, with their numbers, in order; at most `limit`.
    static func entries(after number: Int64, limit: Int, from db: Database) throws -> [NumberedEntry] {
        let journal = try db.cachedStatement(
            sql: """
                SELECT number, writer, turn, time, reviewer, event, verdict, from_adv, from_safety, from_help,
                    to_adv, to_safety, to_help, about_writer, about_turn, text, digest, sum
                FROM journal WHERE number > ? ORDER BY number LIMIT ?
                """
        )
        try journal.setArguments([number, limit])
        let verdicts = try db.cachedStatement(
            sql: """
                SELECT entry, item, shard, offset, length, safety, helpfulness, theta_adv, theta_safety, theta_help,
                    bucket, answer, note, queue, seed, u, blind, seconds
                FROM verdicts WHERE number >= ? ORDER BY number
                """
        )
        let reader = JournalReader(
            journal: StatementRows(journal, in: db),
            verdicts: StatementRows(verdicts, in: db)
        )
        defer {
            reader.journal.reset()
            reader.verdicts.reset()
        }
        var entries: [NumberedEntry] = []
        // Verdicts stand in the order of their entries: one pass over each table.
        var hasVerdict: Bool?
        while try reader.journal.step() {
            let number = try reader.journal.integer(0)
            var said: [Verdict] = []
            if !reader.journal.isNull(6) {
                if hasVerdict == nil {
                    try verdicts.setArguments([try reader.journal.integer(6)])
                    hasVerdict = try reader.verdicts.step()
                }
                while hasVerdict == true, try reader.verdicts.integer(0) == number {
                    said.append(try reader.verdict())
                    hasVerdict = try reader.verdicts.step()
                }
            }
            entries.append(NumberedEntry(number: number, entry: try reader.entry(number, said)))
        }
        return entries
    }

    private func verdict() throws -> Verdict {
        let row = verdicts
        guard let digest = try row.digest(1),
            let bucket = Self.buckets[try row.text(10)], let answer = Answer(rawValue: try row.text(11)),
            let queue = Self.queues[try row.text(13)]
        else { throw Self.damaged("a verdict cannot be read") }
        var draw: Verdict.Draw?
        if !row.isNull(14), !row.isNull(15) {
            draw = Verdict.Draw(seed: UInt64(bitPattern: try row.integer(14)), number: try row.number(15))
        }
        return Verdict(
            digest: digest,
            place: RowPlace(
                shard: Int(try row.integer(2)),
                offset: Int(try row.integer(3)),
                length: Int(try row.integer(4))
            ),
            scores: Scores(safety: try row.number(5), helpfulness: try row.number(6)),
            thresholds: Thresholds(adv: try row.number(7), safety: try row.number(8), help: try row.number(9)),
            bucket: bucket,
            answer: answer,
            note: row.isNull(12) ? nil : try row.text(12),
            queue: queue,
            draw: draw,
            isBlind: try row.integer(16) != 0,
            seconds: row.isNull(17) ? nil : try row.number(17)
        )
    }

    private func entry(_ number: Int64, _ said: [Verdict]) throws -> JournalEntry {
        let row = journal
        func thresholds(_ first: Int32) throws -> Thresholds {
            Thresholds(
                adv: try row.number(first),
                safety: try row.number(first + 1),
                help: try row.number(first + 2)
            )
        }
        func id(_ first: Int32) throws -> EntryID {
            guard let turn = UInt32(exactly: try row.integer(first + 1)) else {
                throw Self.damaged("entry \(number) has an impossible turn")
            }
            return EntryID(writer: UInt64(bitPattern: try row.integer(first)), turn: turn)
        }
        let event: JournalEntry.Event =
            switch try row.text(5) {
            case "verdicts": .verdicts(said)
            case "thresholds": .thresholds(from: try thresholds(7), to: try thresholds(10))
            case "baseline": .baseline(from: try thresholds(7), to: try thresholds(10))
            case "undo": .undo(try id(13))
            case "redo": .redo(try id(13))
            case "export":
                .export(
                    JournalEntry.ExportRecord(
                        directory: try row.text(15),
                        thresholds: try thresholds(10),
                        manifest: try row.text(16)
                    )
                )
            case "certificate": .certificate(try row.text(15))
            default: throw Self.damaged("entry \(number) is of an unknown kind")
            }
        let found = JournalEntry(
            id: try id(1),
            time: Int(try row.integer(3)),
            reviewer: try row.text(4),
            event: event
        )
        guard EntryCheck(found).sum == UInt64(bitPattern: try row.integer(17)) else {
            throw Self.damaged("entry \(number), or a verdict of it, is not what was written")
        }
        return found
    }

    private static func damaged(_ what: String) -> AlteredTable { AlteredTable(name: "journal", problem: what) }
}
