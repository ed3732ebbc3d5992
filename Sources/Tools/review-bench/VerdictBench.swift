import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

/// Keys that give verdicts, with more and more verdicts in the review already.
enum VerdictBench {
    /// - Returns: for each number of verdicts, how long the key to the next item took, how long undo did, and the longest
    ///   that the thread of the keys was held while the review was opened.
    static func run(_ columns: ScoreColumns) -> [Timing] {
        [0, 100_000, 1_000_000].filter { $0 <= columns.count }.flatMap { count in
            var review = BenchReview(
                columns,
                verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
            )
            let opening = ReviewOpening(path: "bench.review", seed: 1, entries: entries(count, columns))
            let start = Timing.now
            review.tell(.review(.opened(opening)))
            let opened = Timing.now - start
            let keys = "xvwstyxvwsty".unicodeScalars.map { KeyPress.character($0) }
            var verdicts: [Double] = []
            var undos: [Double] = []
            for round in 0..<20 {
                for key in keys { verdicts.append(review.press(key).toFrame) }
                for _ in 0..<3 { undos.append(review.press(.character("u")).toFrame) }
                // Another list now and then: other items.
                if round % 5 == 4 { _ = review.press(.character("d")) }
            }
            let name = "with \(DecimalText.grouped(count)) verdicts"
            return [
                Timing("key to the next item, \(name)", seconds: verdicts), Timing("undo, \(name)", seconds: undos),
                Timing("all work of opening, \(name)", seconds: [opened]),
            ]
        }
    }

    /// A journal with one verdict an entry, on items all over the round.
    private static func entries(_ count: Int, _ columns: ScoreColumns) -> [JournalEntry] {
        let theta = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)
        let answers: [Answer] = [.unsafe, .helpful, .notHelpful, .safe, .unsure, .agree]
        return (0..<count).compactMap { number in
            let item = UInt32(number * (columns.count / max(1, count)))
            guard let scores = columns.scores(of: Int(item)), let place = columns.place(of: Int(item)) else {
                return nil
            }
            let verdict = Verdict(
                digest: MadeSite.digest(item),
                place: place,
                scores: scores,
                thresholds: theta,
                bucket: theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness),
                answer: answers[number % answers.count]
            )
            return JournalEntry(
                id: EntryID(writer: 2, turn: UInt32(number + 1)),
                time: number,
                reviewer: "bob",
                event: .verdicts([verdict])
            )
        }
    }
}
