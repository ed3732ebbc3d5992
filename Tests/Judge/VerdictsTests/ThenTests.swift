import RoundModel
import TestSupport
import Testing
import Verdicts

struct ThenTests {
    /// What a record says of items as they were is what a record of the entries until then says of them.
    @Test(arguments: 0..<20) func `an item is as it was`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var entries: [JournalEntry] = []
        for turn in 1...40 {
            let id = EntryID(writer: 1, turn: UInt32(turn))
            let reviewer = ["ann", "bob"].randomElement(using: &random) ?? ""
            let before = ReviewRecord(entries)
            let event: JournalEntry.Event =
                switch Int.random(in: 0..<6, using: &random) {
                case 0: before.nextUndo(of: reviewer).map { .undo($0.id) } ?? .certificate("{}")
                case 1: before.nextRedo(of: reviewer).map { .redo($0.id) } ?? .certificate("{}")
                default:
                    .verdicts(
                        (0..<Int.random(in: 1...3, using: &random)).map { _ in
                            Verdict(
                                digest: ItemDigest(high: UInt64.random(in: 0..<4, using: &random), low: 0),
                                place: RowPlace(shard: 0, offset: 0, length: 1),
                                scores: Scores(safety: 1, helpfulness: 1),
                                thresholds: Thresholds(adv: 0, safety: 0, help: 0),
                                bucket: .accepted,
                                answer: Answer.allCases.randomElement(using: &random) ?? .agree
                            )
                        }
                    )
                }
            entries.append(JournalEntry(id: id, time: 0, reviewer: reviewer, event: event))
        }
        let all = ReviewRecord(entries)
        for moment in 0...all.verdictEntries {
            let then = ReviewRecord(entries, upTo: moment)
            for (digest, said) in all.items {
                #expect(all.then(said, upTo: moment) == then.items[digest] ?? all.then(said, upTo: 0))
            }
        }
    }
}
