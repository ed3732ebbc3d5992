import ReviewAudit
import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

/// What tells what verdicts show: evidence, curves, and the plan and sample of a certificate.
enum EvidenceBench {
    /// Items judged of each bucket's sample.
    private static let labels = 1_000

    /// - Returns: of each what the key took to its frame, and with all that workers did to the last one.
    static func run(_ columns: ScoreColumns, seed: UInt64) -> [Timing] {
        var review = BenchReview(columns, verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening))
        let keys = MadeSite.keys(columns.count)
        let entries = entries(columns, keys, at: review.state.thresholds.now, seed: seed)
        review.tell(.review(.opened(ReviewOpening(path: "bench.review", seed: seed, entries: entries))))
        var all: [Timing] = []
        func note(_ name: String, _ presses: [(toFrame: Double, toLastFrame: Double, cells: Int)]) {
            all.append(Timing("\(name): key", seconds: presses.map(\.toFrame)))
            all.append(Timing("\(name): with its job", seconds: presses.map(\.toLastFrame)))
        }
        func press(_ text: String) -> [(toFrame: Double, toLastFrame: Double, cells: Int)] {
            text.unicodeScalars.map { review.press(.character($0)) }
        }
        note("evidence, with the contents", press("P"))
        note("evidence at another θ", (0..<40).map { review.press(KeyPress($0 % 4 < 2 ? .left : .right)) })
        note("evidence after undo and redo", press("uuuUUU"))
        note("curves", press(";"))
        note("curves of other θ", press("123123"))
        note("curves of other kinds", (0..<8).map { _ in review.press(KeyPress(.tab)) })
        _ = review.press(KeyPress(.escape))
        _ = review.press(KeyPress(.escape))
        note("certificate", press("C"))
        var rows: [(toFrame: Double, toLastFrame: Double, cells: Int)] = []
        for _ in 0..<7 {
            rows.append(review.press(KeyPress(.right)))
            rows.append(review.press(KeyPress(.left)))
            rows.append(review.press(KeyPress(.down)))
        }
        note("certificate, a row of its form", rows)
        note("certificate, plan", [review.press(KeyPress(.enter))])
        note("certificate, its sample", [review.press(KeyPress(.enter))])
        note("certificate, a verdict", press(String(repeating: "v", count: 110)))
        _ = review.press(KeyPress(.escape))
        return all
    }

    /// Blind verdicts at the beginning of each bucket's order, one in twenty against the call, a tenth of them by two reviewers.
    private static func entries(
        _ columns: ScoreColumns,
        _ keys: ContentKeys,
        at theta: Thresholds,
        seed: UInt64
    ) -> [JournalEntry] {
        var entries: [JournalEntry] = []
        for bucket in Bucket.allCases {
            let queue = EstimationQueue(
                distinct: bucket,
                at: theta,
                in: columns,
                keys: keys,
                seed: seed,
                limit: labels
            )
            for (place, (item, number)) in zip(queue.items, queue.numbers).enumerated() {
                guard let scores = columns.scores(of: Int(item)), let at = columns.place(of: Int(item)) else {
                    continue
                }
                let right: Answer =
                    switch bucket {
                    case .adversarial: .unsafe
                    case .accepted: .helpful
                    case .discarded: .notHelpful
                    }
                for reviewer in place % 10 == 0 ? ["bob", "eve"] : ["bob"] {
                    let verdict = Verdict(
                        digest: MadeSite.digest(item),
                        place: at,
                        scores: scores,
                        thresholds: theta,
                        bucket: bucket,
                        answer: place % 20 == 19 ? .safe : right,
                        queue: .estimation(bucket),
                        draw: Verdict.Draw(seed: seed, number: number),
                        isBlind: true,
                        seconds: 5
                    )
                    let turn = UInt32(entries.count + 1)
                    let id = EntryID(writer: 2, turn: turn)
                    entries.append(
                        JournalEntry(id: id, time: Int(turn), reviewer: reviewer, event: .verdicts([verdict]))
                    )
                }
            }
        }
        return entries
    }
}
