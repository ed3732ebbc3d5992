import DensityPlot
import RoundModel
import TestSupport
import Testing

@Suite struct ThresholdCountsTests {
    private func scores(_ count: Int, seed: UInt64, steps: Int) -> ScoreColumns {
        var random = SeededGenerator(seed: seed)
        // Few values, so that many lie exactly on a threshold.
        func score() -> Double { Double(Int.random(in: 0...steps, using: &random)) / Double(steps) }
        return ScoreColumns(safety: (0..<count).map { _ in score() }, helpfulness: (0..<count).map { _ in score() })
    }

    @Test(arguments: ThresholdName.allCases, [(0.3, 0.8), (0.8, 0.3), (-1, 2)])
    func `each number is what the rule gives at that value`(_ name: ThresholdName, _ lines: (Double, Double)) {
        let columns = scores(500, seed: 7, steps: 20)
        let theta = Thresholds(adv: lines.0, safety: lines.1, help: 0.4)
        let range = ScoreRange(low: -0.1, high: 1.1)
        let counts = ThresholdCounts(columns, of: name, in: range, steps: 24, at: theta)
        #expect(counts.counts.count == 25)
        for step in 0...24 {
            var moved = theta
            moved[name] = range.value(at: Double(step) / 24)
            let expected = columns.tally(moved, baseline: moved).counts[name == .adv ? .adversarial : .accepted]
            #expect(counts.counts[step] == expected, "\(name) at \(moved[name])")
        }
    }

    @Test func `a histogram counts every item once, in its bucket`() {
        let columns = scores(500, seed: 8, steps: 50)
        let theta = Thresholds(adv: 0.3, safety: 0.8, help: 0.4)
        for score in ScoreName.allCases {
            let all = ScoreHistogram(columns, of: score, in: ScoreRange(low: 0, high: 1), bins: 10, at: theta)
            for bucket in Bucket.allCases {
                let counted = all.bins.reduce(0) { $0 + $1[bucket] }
                #expect(counted == columns.tally(theta, baseline: theta).counts[bucket])
            }
            #expect(all.outside == 0)
            let part = ScoreHistogram(columns, of: score, in: ScoreRange(low: 0.25, high: 0.75), bins: 3, at: theta)
            #expect(part.bins.reduce(0) { $0 + $1.total } + part.outside == 500)
            #expect(part.outside > 0)
        }
    }

    @Test func `no items give no counts`() {
        let none = ScoreColumns(safety: [], helpfulness: [])
        let theta = Thresholds(adv: 0.3, safety: 0.8, help: 0.4)
        let range = ScoreRange(low: 0, high: 1)
        #expect(ThresholdCounts(none, of: .help, in: range, steps: 0, at: theta).counts == [0, 0])
        #expect(ScoreHistogram(none, of: .safety, in: range, bins: 0, at: theta).bins.map(\.total) == [0])
    }
}
