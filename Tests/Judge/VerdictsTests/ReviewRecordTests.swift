import RoundModel
import Testing
import Verdicts

struct ReviewRecordTests {
    /// Writes entries in turn, as one program does.
    private struct Writer {
        var record = ReviewRecord()
        var turn: UInt32 = 0

        @discardableResult
        mutating func write(_ event: JournalEntry.Event, by reviewer: String = "ann") -> EntryID {
            turn += 1
            let id = EntryID(writer: 7, turn: turn)
            record.take(JournalEntry(id: id, time: 0, reviewer: reviewer, event: event))
            return id
        }

        @discardableResult
        mutating func say(
            _ answer: Answer,
            about item: UInt64 = 1,
            by reviewer: String = "ann",
            bucket: Bucket = .accepted,
            queue: ReviewQueue = .list,
            note: String? = nil
        ) -> EntryID {
            write(.verdicts([verdict(answer, item, bucket, queue, note)]), by: reviewer)
        }

        func ruling(_ item: UInt64 = 1) -> Ruling? { record.items[ItemDigest(high: item, low: 0)]?.ruling }

        mutating func undo(by reviewer: String = "ann") throws {
            let next = try #require(record.nextUndo(of: reviewer))
            write(.undo(next.id), by: reviewer)
        }

        mutating func redo(by reviewer: String = "ann") throws {
            let next = try #require(record.nextRedo(of: reviewer))
            write(.redo(next.id), by: reviewer)
        }
    }

    private static func verdict(
        _ answer: Answer,
        _ item: UInt64,
        _ bucket: Bucket,
        _ queue: ReviewQueue,
        _ note: String?
    ) -> Verdict {
        Verdict(
            digest: ItemDigest(high: item, low: 0),
            place: RowPlace(shard: 0, offset: 0, length: 0),
            scores: Scores(safety: 0.9, helpfulness: 0.9),
            thresholds: Thresholds(adv: 0.5, safety: 0.8, help: 0.4),
            bucket: bucket,
            answer: answer,
            note: note,
            queue: queue
        )
    }

    @Test func `the latest answer of a reviewer holds`() {
        var writer = Writer()
        writer.say(.unsafe)
        #expect(writer.ruling() == .bucket(.adversarial))
        writer.say(.helpful)
        #expect(writer.ruling() == .bucket(.accepted))
        writer.say(.unsure)
        #expect(writer.ruling() == nil)
        #expect(writer.record.items[ItemDigest(high: 1, low: 0)]?.lines.count == 3)
    }

    @Test(arguments: Bucket.allCases) func `agreeing keeps the bucket of that moment`(_ bucket: Bucket) {
        var writer = Writer()
        writer.say(.agree, bucket: bucket)
        #expect(writer.ruling() == .bucket(bucket))
    }

    @Test func `marks and notes leave the answer`() {
        var writer = Writer()
        writer.say(.unsafe)
        writer.say(.flag)
        writer.say(.note, note: "asks twice")
        let item = writer.record.items[ItemDigest(high: 1, low: 0)]
        #expect(item?.ruling == .bucket(.adversarial))
        #expect(item?.isFlagged == true)
        #expect(item?.notes.map(\.verdict.note) == ["asks twice"])
        writer.say(.unflag)
        #expect(writer.record.items[ItemDigest(high: 1, low: 0)]?.isFlagged == false)
    }

    @Test func `undo goes back to the beginning and redo forth again`() throws {
        var writer = Writer()
        let answers: [Answer] = [.unsafe, .safe, .helpful, .notHelpful]
        let rulings: [Ruling?] = [nil, .bucket(.adversarial), .safe, .bucket(.accepted), .bucket(.discarded)]
        for answer in answers { writer.say(answer) }
        for step in answers.indices.reversed() {
            try writer.undo()
            #expect(writer.ruling() == rulings[step])
        }
        #expect(writer.record.nextUndo(of: "ann") == nil)
        #expect(writer.record.items[ItemDigest(high: 1, low: 0)]?.isEmpty == true)
        for step in answers.indices {
            try writer.redo()
            #expect(writer.ruling() == rulings[step + 1])
        }
        #expect(writer.record.nextRedo(of: "ann") == nil)
    }

    @Test func `a new verdict ends redo`() throws {
        var writer = Writer()
        writer.say(.unsafe)
        try writer.undo()
        writer.say(.safe)
        #expect(writer.record.nextRedo(of: "ann") == nil)
    }

    @Test func `undo takes back what oneself did`() throws {
        var writer = Writer()
        writer.say(.unsafe, by: "ann")
        writer.say(.unsafe, about: 2, by: "bob")
        try writer.undo(by: "ann")
        #expect(writer.ruling(1) == nil)
        #expect(writer.ruling(2) == .bucket(.adversarial))
        #expect(writer.record.nextUndo(of: "ann") == nil)
    }

    @Test func `a bulk verdict is one step`() throws {
        var writer = Writer()
        writer.write(.verdicts((1...3).map { Self.verdict(.unsafe, $0, .accepted, .list, nil) }))
        #expect((1...3).allSatisfy { writer.ruling($0) == .bucket(.adversarial) })
        try writer.undo()
        #expect((1...3).allSatisfy { writer.ruling($0) == nil })
    }

    @Test func `threshold moves are undone in turn with verdicts`() throws {
        var writer = Writer()
        let from = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)
        let to = Thresholds(adv: 0.5, safety: 0.7, help: 0.4)
        writer.say(.unsafe)
        writer.write(.thresholds(from: from, to: to))
        #expect(writer.record.nextUndo(of: "ann")?.change == .thresholds(from: from, to: to))
        try writer.undo()
        #expect(writer.ruling() == .bucket(.adversarial))
        try writer.undo()
        #expect(writer.ruling() == nil)
    }

    @Test func `an entry that is known changes nothing`() {
        var record = ReviewRecord()
        let entry = JournalEntry(
            id: EntryID(writer: 1, turn: 1),
            time: 0,
            reviewer: "ann",
            event: .verdicts([Self.verdict(.unsafe, 1, .accepted, .list, nil)])
        )
        #expect(record.take(entry).count == 1)
        #expect(record.take(entry).isEmpty)
        #expect(record.items[ItemDigest(high: 1, low: 0)]?.lines.count == 1)
    }

    @Test func `a journal comes to the same at once and entry by entry, as far as its verdicts are wanted`() {
        func entry(_ turn: UInt32, _ event: JournalEntry.Event) -> JournalEntry {
            JournalEntry(id: EntryID(writer: 1, turn: turn), time: 0, reviewer: "ann", event: event)
        }
        let theta = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)
        let first = entry(1, .verdicts([Self.verdict(.unsafe, 1, .accepted, .list, nil)]))
        // The same entry twice counts once, and moves of θ are no entries about verdicts.
        let entries = [
            first, entry(2, .thresholds(from: theta, to: theta)), first,
            entry(3, .verdicts([Self.verdict(.safe, 2, .accepted, .list, nil)])), entry(4, .undo(first.id)),
        ]
        let all = ReviewRecord(entries)
        #expect(all.verdictEntries == 3 && !all.isEmpty && all.items.standing == [ItemDigest(high: 2, low: 0)])
        #expect(ReviewRecord(entries, upTo: 3).items == all.items)
        #expect(ReviewRecord(entries, upTo: 2).items.standing.count == 2)
        #expect(ReviewRecord(entries, upTo: 1).items.count == 1)
        #expect(ReviewRecord(entries, upTo: 0).isEmpty && ReviewRecord([]).isEmpty)
    }

    struct Panel: CustomTestStringConvertible, Sendable {
        let says: [(String, Answer)]
        let ruling: Ruling?
        var settles: Answer?
        var testDescription: String { says.map { "\($0.0) \($0.1.rawValue)" }.joined(separator: ", ") }
    }

    @Test(arguments: [
        Panel(says: [("ann", .unsafe), ("bob", .unsafe)], ruling: .bucket(.adversarial)),
        Panel(says: [("ann", .unsafe), ("bob", .helpful)], ruling: .disputed),
        Panel(says: [("ann", .unsafe), ("bob", .safe)], ruling: .disputed),
        Panel(says: [("ann", .safe), ("bob", .helpful)], ruling: .bucket(.accepted)),
        Panel(says: [("ann", .safe), ("bob", .notHelpful)], ruling: .bucket(.discarded)),
        Panel(says: [("ann", .unsafe), ("bob", .unsure)], ruling: .bucket(.adversarial)),
        Panel(says: [("ann", .unsafe), ("bob", .helpful), ("cem", .unsafe)], ruling: .bucket(.adversarial)),
        Panel(says: [("ann", .unsafe), ("bob", .helpful), ("ann", .helpful)], ruling: .bucket(.accepted)),
        Panel(says: [("ann", .unsafe), ("bob", .helpful)], ruling: .bucket(.discarded), settles: .notHelpful),
        Panel(says: [("ann", .skip)], ruling: nil),
    ]) func `several reviewers make one ruling`(_ panel: Panel) {
        var writer = Writer()
        for (name, answer) in panel.says { writer.say(answer, by: name) }
        if let answer = panel.settles { writer.say(answer, by: "dia", queue: .settlement) }
        #expect(writer.ruling() == panel.ruling)
    }
}
