import CLibrary
import ReviewStore
import RoundModel
import Verdicts

// Adds verdicts to a review one by one and prints each number once it is kept: review-writer FILE WRITER COUNT
let arguments = CommandLine.arguments
guard arguments.count == 4, let writer = UInt64(arguments[2]), let count = UInt32(arguments[3]) else { exit(64) }
do {
    let store = try ReviewStore.open([ReviewLocation(path: arguments[1])], seed: writer)
    for turn in 1...count {
        let verdict = Verdict(
            digest: ItemDigest(high: UInt64(turn), low: writer),
            place: RowPlace(shard: 0, offset: Int(turn), length: 1),
            scores: Scores(safety: 0.5, helpfulness: 0.5),
            thresholds: Thresholds(adv: 0.5, safety: 0.8, help: 0.4),
            bucket: .discarded,
            answer: .unsafe
        )
        let id = EntryID(writer: writer, turn: turn)
        let entry = JournalEntry(id: id, time: 0, reviewer: "\(writer)", event: .verdicts([verdict]))
        while true {
            do throws(ReviewStoreError) {
                try store.append([entry])
                break
            } catch .busy {
                // As the program does: it is handed over again.
                continue
            }
        }
        print(turn)
        fflush(nil)
    }
} catch {
    print("\(error)")
    exit(74)
}
