import RoundModel
import TestSupport
import Testing
import Verdicts

struct FirstVerdictTests {
    private var record = ReviewRecord()
    private var turn: UInt32 = 0
    private static let digest = ItemDigest(high: 1, low: 2)

    @discardableResult
    private mutating func take(_ event: JournalEntry.Event, by reviewer: String) -> EntryID {
        turn += 1
        let id = EntryID(writer: 1, turn: turn)
        record.take(JournalEntry(id: id, time: 0, reviewer: reviewer, event: event))
        return id
    }

    @discardableResult
    private mutating func say(
        _ answer: Answer,
        by reviewer: String,
        queue: ReviewQueue = .estimation(.accepted),
        seconds: Double? = 3
    ) -> EntryID {
        let theta = Thresholds(adv: 0.2, safety: 0.5, help: 0.5)
        let isBlind = if case .estimation = queue { true } else { false }
        let verdict = Verdict(
            digest: Self.digest,
            place: RowPlace(shard: 0, offset: 0, length: 1),
            scores: Scores(safety: 0.9, helpfulness: 0.9),
            thresholds: theta,
            bucket: .accepted,
            answer: answer,
            queue: queue,
            isBlind: isBlind,
            seconds: seconds
        )
        return take(.verdicts([verdict]), by: reviewer)
    }

    private var manners: [FirstVerdict.Manner] { record.items[Self.digest]?.firstVerdicts.map(\.manner) ?? [] }

    @Test func `the blind one stays the first when it is changed later`() throws {
        var tests = FirstVerdictTests()
        tests.say(.unsafe, by: "ann")
        tests.say(.helpful, by: "ann", queue: .list)
        let first = try #require(tests.record.items[Self.digest]?.firstVerdicts.first)
        #expect(first.line.verdict.answer == .unsafe && first.manner == .blind && first.isChanged)
    }

    @Test func `a look at the list before makes a later blind one no first`() {
        var tests = FirstVerdictTests()
        tests.say(.helpful, by: "ann", queue: .list)
        tests.say(.helpful, by: "ann")
        #expect(tests.manners == [.callInSight])
    }

    @Test func `one that took the place of an undone one saw its call`() {
        var tests = FirstVerdictTests()
        let slip = tests.say(.unsafe, by: "ann")
        tests.take(.undo(slip), by: "ann")
        #expect(tests.manners.isEmpty)
        tests.say(.helpful, by: "ann")
        tests.say(.helpful, by: "bob")
        #expect(tests.manners == [.givenAgain, .blind])
    }

    @Test func `others are told apart`() {
        var tests = FirstVerdictTests()
        tests.say(.helpful, by: "ann", queue: .list)
        tests.say(.helpful, by: "bob", queue: .list)
        tests.say(.helpful, by: "cid", queue: .list, seconds: nil)
        tests.say(.skip, by: "dan")
        tests.say(.helpful, by: "dan")
        tests.say(.unsafe, by: "eve", queue: .settlement)
        #expect(tests.manners == [.callInSight, .afterAnothers, .atOnce, .blind])
    }
}
