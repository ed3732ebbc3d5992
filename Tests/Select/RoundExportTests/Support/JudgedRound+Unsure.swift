import RoundExport
import RoundFiles
import RoundModel
import Verdicts

extension JudgedRound {
    /// The verdicts of somebody who looked at some items and could not tell.
    static func unsure(about items: [Int], in round: LoadedRound) throws -> JudgedRound {
        let verdicts = try items.map { item in
            Verdict(
                digest: try RoundContent.digest(of: item, in: round),
                place: round.columns.place(of: item) ?? RowPlace(shard: 0, offset: 0, length: 0),
                scores: round.columns.scores(of: item) ?? Scores(safety: 0, helpfulness: 0),
                thresholds: zeroZeroTwo,
                bucket: .accepted,
                answer: .unsure
            )
        }
        let entry = JournalEntry(id: EntryID(writer: 1, turn: 1), time: 0, reviewer: "ann", event: .verdicts(verdicts))
        return try JudgedRound.matching(ReviewRecord([entry]), seed: 1, in: round, needsKeys: true)
    }
}
