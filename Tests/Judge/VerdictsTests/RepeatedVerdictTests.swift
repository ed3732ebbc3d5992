import RoundModel
import Testing
import Verdicts

struct RepeatedVerdictTests {
    private var record = ReviewRecord()
    private var turn: UInt32 = 0
    private static let digest = ItemDigest(high: 1, low: 2)

    @discardableResult
    private mutating func say(
        _ answer: Answer,
        by reviewer: String = "ann",
        queue: ReviewQueue = .estimation(.accepted),
        isBlind: Bool = true
    ) -> EntryID {
        let verdict = Verdict(
            digest: Self.digest,
            place: RowPlace(shard: 0, offset: 0, length: 1),
            scores: Scores(safety: 0.9, helpfulness: 0.9),
            thresholds: Thresholds(adv: 0.2, safety: 0.5, help: 0.5),
            bucket: .accepted,
            answer: answer,
            queue: queue,
            isBlind: isBlind,
            seconds: 3
        )
        return take(.verdicts([verdict]), by: reviewer)
    }

    @discardableResult
    private mutating func take(_ event: JournalEntry.Event, by reviewer: String = "ann") -> EntryID {
        turn += 1
        let id = EntryID(writer: 1, turn: turn)
        record.take(JournalEntry(id: id, time: 0, reviewer: reviewer, event: event))
        return id
    }

    private func said() throws -> ItemRecord { try #require(record.items[Self.digest]) }

    @Test mutating func `a second answer is no verdict on the item`() throws {
        say(.helpful)
        say(.unsafe, queue: .repetition(.accepted))
        #expect(try said().ruling == .bucket(.accepted) && said().answers.count == 1 && !said().isContested)
        #expect(try said().answer(of: "ann")?.verdict.answer == .helpful)
        #expect(try said().firstVerdicts.map(\.manner) == [.blind] && !said().firstVerdicts[0].isChanged)
        #expect(try said().repeatedVerdicts.map(\.isSame) == [false])
        #expect(try said().isRepeated(by: "ann") && !said().isRepeated(by: "bob"))
        say(.helpful, by: "bob")
        say(.helpful, by: "bob", queue: .repetition(.accepted))
        #expect(try said().repeatedVerdicts.map(\.isSame) == [false, true])
    }

    @Test mutating func `only what was said on one's own both times is compared`() throws {
        say(.helpful, isBlind: false)
        say(.helpful, queue: .repetition(.accepted))
        #expect(try said().repeatedVerdicts.isEmpty)
        say(.unsure, by: "bob")
        say(.helpful, by: "bob", queue: .repetition(.accepted))
        #expect(try said().repeatedVerdicts.map(\.isSame) == [nil])
    }

    @Test mutating func `one that was taken back is none, nor is another in its place`() throws {
        say(.helpful)
        let slip = say(.unsafe, queue: .repetition(.accepted))
        take(.undo(slip))
        #expect(try said().repeatedVerdicts.isEmpty && !said().isRepeated(by: "ann"))
        say(.helpful, queue: .repetition(.accepted))
        #expect(try said().repeatedVerdicts.isEmpty)
        take(.undo(EntryID(writer: 1, turn: turn)))
        take(.redo(EntryID(writer: 1, turn: turn - 1)))
        #expect(try said().repetitions.count == 2 && said().lines.count == 1)
    }

    @Test func `every queue has a text of its own`() {
        #expect(Set(ReviewQueue.allCases.map(\.text)).count == ReviewQueue.allCases.count)
        for queue in ReviewQueue.allCases { #expect(ReviewQueue(queue.text) == queue) }
        #expect(ReviewQueue("repetition:nothing") == nil)
    }
}
