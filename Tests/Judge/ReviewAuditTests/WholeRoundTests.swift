import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

struct WholeRoundTests {
    private static let lines = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9]

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `the sample of a bucket begins as that of the whole round, and is one of as many contents`(_ seed: UInt64) {
        let contents = seed % 2 == 0 ? nil : 300
        let round = AuditedRound(items: 500, errors: 0.1, seed: seed, contents: contents)
        let drawn = DrawnRound(round, contents: contents)
        var random = SeededGenerator(seed: seed + 1)
        func line() -> Double { Self.lines.randomElement(using: &random) ?? 0 }
        var items = 0
        for _ in 0..<8 {
            let theta = Thresholds(adv: line(), safety: line(), help: line())
            for bucket in Bucket.allCases {
                let all = EstimationQueue(
                    distinct: bucket,
                    at: theta,
                    in: round.columns,
                    keys: round.keys,
                    seed: round.seed,
                    limit: 500
                )
                let part = drawn.queue(bucket, at: theta, seed: round.seed)
                #expect(part.size == all.size)
                #expect(part.rows == all.rows)
                #expect(part.numbers == Array(all.numbers.prefix(part.items.count)))
                #expect(part.items.map { drawn.kept[Int($0)] } == Array(all.items.prefix(part.items.count)))
                items += part.items.count
            }
        }
        #expect(items > 500)
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `verdicts show the same of the round as where all of it is at hand`(_ seed: UInt64) throws {
        let contents = seed % 2 == 0 ? nil : 400
        var round = AuditedRound(items: 500, errors: 0.15, seed: seed, contents: contents)
        let drawn = DrawnRound(round, contents: contents)
        for bucket in Bucket.allCases {
            let queue = drawn.queue(bucket, at: round.thresholds, seed: round.seed)
            for (item, number) in zip(queue.items, queue.numbers).prefix(25) {
                round.label(drawn.kept[Int(item)], draw: Verdict.Draw(seed: round.seed, number: number))
            }
        }
        let other = Thresholds(adv: 0.2, safety: 0.75, help: 0.5)
        for theta in [round.thresholds, other] {
            var whole = try round.report(at: theta, others: [round.thresholds, other])
            var part = try drawn.report(round, at: theta, others: [round.thresholds, other])
            for bucket in Bucket.allCases {
                let at = Int(bucket.rawValue)
                // Samples that are denser near the lines are not offered, and gaps are items with other numbers here.
                (whole.buckets[at].offer, part.buckets[at].offer) = (nil, nil)
                part.buckets[at].gaps = part.buckets[at].gaps.map { drawn.kept[Int($0)] }
            }
            if theta == round.thresholds { #expect(part.buckets == whole.buckets) }
            #expect(part.selections == whole.selections)
            #expect(part.others == whole.others)
            #expect(part.agreement == whole.agreement)
            #expect(part.reviewers == whole.reviewers)
        }
    }

    @Test func `between two lines nothing is known, and the sentence names what lies there`() throws {
        let round = AuditedRound(items: 200, errors: 0.1, seed: 3)
        let whole = DrawnRound(round).whole
        #expect(whole.obstacle(at: round.thresholds) == nil)
        let between = Thresholds(adv: 0.3, safety: 0.61, help: 0.41)
        #expect(!whole.isKnown(at: between))
        #expect(try #require(whole.obstacle(at: between)).hasPrefix("θ safety and θ help lie between two lines"))
    }
}
