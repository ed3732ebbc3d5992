import ItemFilter
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Six items, of which 1 and 4 are copies of one content, and 5 has a verdict whose content the round does not have.
struct JudgedRoundTests {
    private static let theta = Thresholds(adv: 0.3, safety: 0.6, help: 0.4)
    private static let columns = ScoreColumns(
        safety: [0.1, 0.9, 0.9, 0.5, 0.9, 0.2],
        helpfulness: [0.5, 0.9, 0.1, 0.5, 0.9, 0.5]
    )

    private static func digest(_ number: UInt64) -> ItemDigest { ItemDigest(high: number, low: 0) }

    /// What some answers come to, each given about a content by the bucket that the rule gives at `theta`.
    private static func round(_ said: [(content: UInt64, Answer)]) -> JudgedRound {
        let items: [ItemDigest: [UInt32]] = [digest(0): [0], digest(1): [1, 4], digest(2): [2], digest(3): [3]]
        let entries = said.enumerated().map { turn, said in
            let item = items[digest(said.content)]?.first.map(Int.init) ?? 5
            let scores = columns.scores(ofKnown: item)
            let verdict = Verdict(
                digest: digest(said.content),
                place: columns.place(ofKnown: item),
                scores: scores,
                thresholds: theta,
                bucket: theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness),
                answer: said.1,
                note: said.1 == .note ? "why" : nil
            )
            return JournalEntry(
                id: EntryID(writer: 1, turn: UInt32(turn)),
                time: 0,
                reviewer: "ann",
                event: .verdicts([verdict])
            )
        }
        let record = ReviewRecord(entries)
        let wanted = record.items.standing
        return JudgedRound(
            record,
            seed: 7,
            in: columns,
            keys: nil,
            items: items.filter { wanted.contains($0.key) },
            missing: wanted.filter { items[$0] == nil }
        )
    }

    private static let judged = round([(0, .agree), (1, .unsafe), (2, .note), (3, .flag), (9, .unsafe)])

    @Test func `judged are the items with a ruling, copies among them, whether or not the rule says the same`() {
        let round = Self.judged
        #expect(round.judged?.list.items == [0, 1, 4])
        #expect(round.judged?.list.rulings == Array(repeating: .bucket(.adversarial), count: 3))
        #expect(round.agreement(at: Self.theta) == (1, 2))
        // Where the rule says something else, the ruling stands.
        #expect(round.agreement(at: Thresholds(adv: 0, safety: 0.6, help: 0.4)) == (0, 3))
        #expect(round.counts(at: Self.theta) == BucketCounts(adversarial: 4, accepted: 0, discarded: 2))
        #expect(round.matched.missing == [Self.digest(9)])
        #expect(Self.round([(2, .note)]).judged == nil && Self.round([]).agreement(at: Self.theta) == (0, 0))
    }

    @Test func `what was said of an item is what was said of its content`() {
        let round = Self.judged
        #expect(round.said(of: 4)?.answers.map(\.verdict.answer) == [.unsafe])
        #expect(round.said(of: 4) == round.said(of: 1))
        #expect(round.said(of: 5) == nil && round.said(of: 99) == nil)
    }

    @Test func `a filter asks for rulings and marks`() {
        let context = Self.judged.filterContext(at: Self.theta, baseline: Self.theta, verdicts: true)
        #expect(context.given == [.verdict: [0, 1, 4], .note: [2], .flag: [3]])
        #expect(context.judged?.list.items == [0, 1, 4])
        let without = Self.judged.filterContext(at: Self.theta, baseline: Self.theta, verdicts: false)
        #expect(without.given.isEmpty)
    }
}
