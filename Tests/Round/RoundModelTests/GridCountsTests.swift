import RoundModel
import TestSupport
import Testing

@Suite struct GridCountsTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `counts are exact on lines and hold the truth between them`(_ seed: UInt64) {
        let made = MadeGrid(seed: seed, count: 200)
        let grid = made.grid
        var random = SeededGenerator(seed: seed + 1)
        for round in 0..<40 {
            let isOnLines = round % 2 == 0
            let now = made.thresholds(onLines: isOnLines, using: &random)
            let then = made.thresholds(onLines: isOnLines, using: &random)
            let counts = GridCounts(grid, at: now, baseline: then)
            let (before, after) = (made.counts(then), made.counts(now))
            for bucket in Bucket.allCases {
                #expect(counts.tally[bucket].contains(after[bucket] ?? 0), "\(bucket) \(now)")
                let change = (after[bucket] ?? 0) - (before[bucket] ?? 0)
                #expect(counts.tally.change(of: bucket).contains(change), "\(bucket) \(then) \(now)")
                for to in Bucket.allCases {
                    #expect(counts.tally[from: bucket, to: to].contains(made.flow(bucket, to, then, now)))
                    let pairs = counts.pairFlows[3 * Int(bucket.rawValue) + Int(to.rawValue)]
                    #expect(pairs.contains(made.pairFlow(bucket, to, then, now)))
                }
                #expect(counts.pairs(of: bucket).contains(made.pairFlow(bucket, bucket, now, now)))
            }
            #expect(counts.adversarialPrompts.contains(made.adversarialPrompts(now)))
            #expect(counts.tally[.help].on.contains(made.help.count { $0 == now.help }))
            #expect(counts.tally[.help].below.contains(made.help.count { $0 < now.help }))
            if isOnLines || (grid.safety.isExact && grid.helpfulness.isExact) {
                #expect(counts.isExact)
                #expect(counts.pairFlows.allSatisfy { $0.isExact })
                #expect(grid.between(now) == [])
            }
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `nothing has moved where the thresholds are the baseline, wherever they lie`(_ seed: UInt64) {
        let made = MadeGrid(seed: seed, count: 100)
        var random = SeededGenerator(seed: seed)
        let counts = GridCounts(made.grid, at: made.thresholds(onLines: false, using: &random))
        #expect(counts.tally.moved == CountRange())
        #expect(Bucket.allCases.allSatisfy { counts.tally.change(of: $0) == CountRange() })
    }

    @Test func `a tally of items is one whose counts are all exact`() {
        let columns = ExampleRound.clustered(items: 500)
        let then = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)
        let tally = columns.tally(Thresholds(adv: 0.3, safety: 0.85, help: 0.5), baseline: then)
        let bounded = BoundedTally(tally)
        #expect(bounded.isExact)
        #expect(bounded.moved.low == tally.moved)
        #expect(Bucket.allCases.allSatisfy { bounded[$0].low == tally.counts[$0] })
    }
}
