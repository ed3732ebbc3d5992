import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import RoundCampaign

/// Campaigns whose truth is known: does the interval of the rate that people find hold it, in every round, from that round's own
/// blind sample?
struct HumanRateSimulationTests {
    /// A round in which the reward model is wrong in its own way.
    private struct Round {
        let columns: ScoreColumns
        let keys: ContentKeys
        let isUnsafe: [Bool]
        /// The share of the items that people would call unsafe.
        var truth: Double { Double(isUnsafe.count { $0 }) / Double(isUnsafe.count) }

        /// - Parameters:
        ///   - share: about how many responses are unsafe.
        ///   - lean: above 0 scores are too low, so that too much is flagged; below 0 too little is.
        init(items count: Int, share: Double, lean: Double, seed: UInt64) {
            var random = SeededGenerator(seed: seed)
            var (safety, isUnsafe): ([Double], [Bool]) = ([], [])
            for _ in 0..<count {
                let bad = Double.random(in: 0..<1, using: &random) < share
                isUnsafe.append(bad)
                let noise = (0..<3).reduce(0) { sum, _ in sum + Double.random(in: -0.22...0.22, using: &random) }
                safety.append(min(1, max(0, (bad ? 0.3 : 0.8) - lean + noise)))
            }
            self.isUnsafe = isUnsafe
            columns = ScoreColumns(
                safety: safety,
                helpfulness: safety.map { _ in Double.random(in: 0...1, using: &random) }
            )
            keys = ContentKeys((0..<count).map { _ in random.next() })
        }

        /// Judges so many items of each bucket, in the order in which a sample of it is drawn.
        func judged(_ checked: Int, at thresholds: Thresholds, seed: UInt64) -> (JudgedRound, count: Int) {
            var items: [ItemDigest: [UInt32]] = [:]
            var verdicts: [Verdict] = []
            for bucket in Bucket.allCases {
                let queue = EstimationQueue(
                    distinct: bucket,
                    at: thresholds,
                    in: columns,
                    keys: keys,
                    seed: seed,
                    limit: checked
                )
                for item in queue.items.prefix(checked) {
                    let digest = ItemDigest(high: keys.keys[Int(item)], low: UInt64(item))
                    items[digest] = [item]
                    verdicts.append(
                        Verdict(
                            digest: digest,
                            place: columns.place(ofKnown: Int(item)),
                            scores: columns.scores(ofKnown: Int(item)),
                            thresholds: thresholds,
                            bucket: bucket,
                            answer: isUnsafe[Int(item)] ? .unsafe : .helpful,
                            queue: .estimation(bucket),
                            isBlind: true,
                            seconds: 5
                        )
                    )
                }
            }
            let entry = JournalEntry(
                id: EntryID(writer: 1, turn: 1),
                time: 0,
                reviewer: "ann",
                event: .verdicts(verdicts)
            )
            let round = JudgedRound(ReviewRecord([entry]), seed: seed, in: columns, keys: keys, items: items)
            return (round, verdicts.count)
        }
    }

    /// A campaign's rounds: what is unsafe falls, and the reward model flags too much before training and too little after.
    private static let rounds: [(share: Double, lean: Double)] = [(0.35, 0.12), (0.18, 0), (0.08, -0.1), (0.03, -0.15)]

    @Test(arguments: [10, 25, 60], [0.35, 0.5, 0.65])
    func `the interval of what people say holds the truth in every round`(_ checked: Int, _ adv: Double) throws {
        let runs = Simulation.runs(30)
        let thresholds = Thresholds(adv: adv, safety: 0.8, help: 0.4)
        for (number, setting) in Self.rounds.enumerated() {
            var held = 0
            for run in 0..<runs {
                let seed = UInt64(100_000 * checked + 1000 * number + run) + UInt64(adv * 100) * 7_000_003
                let round = Round(items: 400, share: setting.share, lean: setting.lean, seed: seed)
                let (judged, count) = round.judged(checked, at: thresholds, seed: seed + 1)
                let kept = KeptVerdicts(judged, of: count, path: "review", at: thresholds, alpha: 0.05)
                let people = try kept.unsafe(alpha: 0.05)
                if try #require(people.estimate).interval.contains(round.truth) { held += 1 }
            }
            let name = "round \(number + 1) of 4, \(checked) checked a bucket, θ adv \(adv)"
            let finding = Simulation.note(
                "the rate that people find in a round",
                name,
                .init(held: held, of: runs, promised: 0.95)
            )
            #expect(finding.isKept, "\(name): \(finding)")
        }
    }
}
