import RoundGrid
import RoundModel
import TestSupport
import Testing

@Suite struct GridCountsTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `counts are exact on lines and hold the truth between them`(_ seed: UInt64) throws {
        let made = MadeGrid(seed: seed, count: 200)
        let grid = try made.grid(in: TestFolder())
        var random = SeededGenerator(seed: seed + 1)
        for round in 0..<40 {
            // Half of the thresholds lie on lines, the ends and what lies beyond them among the others.
            func threshold(_ axis: GridAxis) -> Double {
                let onLine: Double = axis.lines.randomElement(using: &random) ?? 0
                let anywhere = Double.random(in: axis.min - 0.5...axis.max + 0.5, using: &random)
                let other: Double = [anywhere, axis.min, axis.max, onLine].randomElement(using: &random) ?? 0
                return round % 2 == 0 ? onLine : other
            }
            let thresholds = Thresholds(
                adv: threshold(grid.safety),
                safety: threshold(grid.safety),
                help: threshold(grid.helpfulness)
            )
            let counts = GridCounts(grid, at: thresholds)
            for (bucket, count) in made.counts(thresholds) {
                #expect(counts.buckets[bucket]?.contains(count) == true, "\(bucket) \(thresholds)")
            }
            #expect(counts.adversarialPrompts.contains(made.adversarialPrompts(thresholds)))
            #expect(counts.acceptedPairs.contains(made.acceptedPairs(thresholds)))
            let on = made.help.count { $0 == thresholds.help }
            #expect(counts.lines[.help]?.on.contains(on) == true)
            #expect(counts.lines[.help]?.below.contains(made.help.count { $0 < thresholds.help }) == true)
            if round % 2 == 0 || (grid.safety.isExact && grid.helpfulness.isExact) { #expect(counts.isExact) }
        }
    }

    @Test func `a strip is a line or what lies between two`() {
        let axis = GridAxis(lines: [0.25, 0.5], min: 0, max: 1, isExact: false)
        #expect([0.1, 0.25, 0.3, 0.5, 0.7].map(axis.strip) == [0, 1, 2, 3, 4])
        #expect(axis.strip(of: 0.25.nextUp) == 2)
        #expect(axis.neighbours(of: 0.3) == (0.25, 0.5))
        #expect(axis.neighbours(of: 0.5) == (0.25, nil))
        #expect(axis.neighbours(of: 0.1) == (nil, 0.25))
    }
}
