import DensityPlot
import RoundModel
import TestSupport
import Testing

/// Scores of several kinds, and views of them, for whatever lays scores out.
enum RandomAxes {
    static let seeds = 0..<60

    static func scores(_ generator: inout SeededGenerator, count: Int, kind: Int) -> [Double] {
        (0..<count).map { _ in
            switch kind % 6 {
            case 0: Double.random(in: 0...1, using: &generator)
            case 1: (Double.random(in: 0...1, using: &generator) * 10).rounded() / 10
            case 2: Double.random(in: -8...8, using: &generator)
            case 3: Int.random(in: 0..<40, using: &generator) == 0 ? 1e6 : Double.random(in: -1...1, using: &generator)
            case 4: [-1e308, 1e308, 0, .leastNonzeroMagnitude, 1].randomElement(using: &generator) ?? 0
            default: 0.25
            }
        }
    }

    static func range(_ generator: inout SeededGenerator, _ scores: ScoreSummary) -> ScoreRange {
        let whole = ScoreRange(covering: scores.min, scores.max)
        guard Bool.random(using: &generator) else { return whole }
        let ends = [Double.random(in: 0...1, using: &generator), Double.random(in: 0...1, using: &generator)].sorted()
        let (low, high) = (whole.value(at: ends[0]), whole.value(at: ends[1]))
        return low < high ? ScoreRange(low: low, high: high) : whole
    }
}

@Suite struct PlotAxisTests {
    private func axis(_ scale: AxisScale, _ scores: [Double], ranked: Bool = true) throws -> PlotAxis {
        let columns = ScoreColumns(safety: scores, helpfulness: scores)
        let summary = try #require(columns.summary(of: .safety))
        let index = ranked ? ScoreIndex(Population(columns)) : nil
        return PlotAxis(scale, ScoreRange(covering: summary.min, summary.max), of: .safety, summary, index)
    }

    @Test(arguments: AxisScale.allCases, RandomAxes.seeds)
    func `a higher score never lies before a lower one, and places and scores lead to one another`(
        _ scale: AxisScale,
        _ seed: Int
    ) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let scores = RandomAxes.scores(&generator, count: [1, 2, 3, 500][seed % 4], kind: seed / 4)
        let columns = ScoreColumns(safety: scores.reversed(), helpfulness: scores)
        let name = seed % 2 == 0 ? ScoreName.safety : .helpfulness
        let summary = try #require(columns.summary(of: name))
        let index = seed % 3 == 0 ? nil : ScoreIndex(Population(columns))
        let axis = PlotAxis(scale, RandomAxes.range(&generator, summary), of: name, summary, index)
        #expect(axis.share(of: axis.range.low) == 0)
        #expect(axis.share(of: axis.range.high) == 1)
        var last = -Double.infinity
        for step in 0...400 {
            let share = Double(step) / 400
            let score = axis.score(at: share)
            #expect(score.isFinite && axis.range.contains(score) && score >= last)
            last = score
            // Where a place has a score of its own; the doubles of the range may lie further apart than that.
            let isFine =
                (axis.range.high - axis.range.low).isFinite
                && axis.range.high - axis.range.low > max(abs(axis.range.low), abs(axis.range.high)).ulp * 1e6
                && axis.range.high - axis.range.low > 1e-300
            if isFine, summary.max - summary.min < 1e5 {
                #expect(abs(axis.share(of: score) - share) < 1e-6, "\(share) of \(axis.range)")
            }
        }
        last = -1
        for score in scores.sorted() {
            let share = axis.share(of: score)
            #expect(share >= last && share >= 0 && share <= 1)
            last = share
        }
    }

    @Test func `by rank, equally many items take equal room`() throws {
        let axis = try axis(
            .quantile,
            (0..<10_000).map {
                let x = Double($0) / 10_000; return x * x * x * x
            }
        )
        for tenth in 1..<10 {
            let share = Double(tenth) / 10
            #expect(abs(axis.share(of: share * share * share * share) - share) < 0.02)
        }
        #expect(axis.layout == .ranks)
    }

    @Test func `what many items share lies in the middle of their ranks`() throws {
        let scores = Array(repeating: 0.2, count: 500) + (0..<500).map { 0.3 + Double($0) / 1000 }
        #expect(abs(try axis(.quantile, scores).share(of: 0.2) - 0.25) < 0.02)
    }

    @Test func `without an index five quantiles stand for the ranks`() throws {
        let axis = try axis(.quantile, (0..<1000).map { Double($0) * Double($0) }, ranked: false)
        #expect(abs(axis.share(of: 250_000) - 0.5) < 0.03)
    }

    @Test func `probabilities get log odds, other scores a curve about their median`() throws {
        let odds = try axis(.logistic, (0...1000).map { Double($0) / 1000 })
        #expect(odds.layout == .logOdds)
        #expect(abs(odds.share(of: 0.5) - 0.5) < 0.01)
        // The last hundredth has more room than the hundredth beside the middle.
        #expect(odds.share(of: 1) - odds.share(of: 0.99) > 5 * (odds.share(of: 0.51) - odds.share(of: 0.5)))
        let logits = try axis(.logistic, (0...1000).map { Double($0 - 500) / 100 } + [400])
        guard case .curve(let middle, let spread) = logits.layout else {
            Issue.record("no curve: \(logits.layout)")
            return
        }
        #expect(abs(middle) < 0.1 && spread > 1 && spread < 4)
        // One score far out does not squeeze the rest.
        #expect(logits.share(of: 5) - logits.share(of: -5) > 0.7)
    }

    @Test(arguments: AxisScale.allCases) func `equal scores are an axis too`(_ scale: AxisScale) throws {
        let axis = try axis(scale, [3, 3, 3])
        #expect(axis.share(of: 3) > 0.2 && axis.share(of: 3) < 0.8)
    }

    @Test(arguments: AxisScale.allCases, RandomAxes.seeds)
    func `ticks ascend, lie within the axis, and say what they are`(_ scale: AxisScale, _ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let scores = RandomAxes.scores(&generator, count: 200, kind: seed)
        let columns = ScoreColumns(safety: scores, helpfulness: scores)
        let summary = try #require(columns.summary(of: .safety))
        let axis = PlotAxis(
            scale,
            RandomAxes.range(&generator, summary),
            of: .safety,
            summary,
            ScoreIndex(Population(columns))
        )
        let ticks = AxisTicks(axis, atMost: 6)
        #expect(ticks.values.count == ticks.labels.count && ticks.values.count <= 6)
        #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
        #expect(ticks.values.allSatisfy(axis.range.contains))
        #expect(ticks.labels.allSatisfy { $0.count <= 18 })
        if scale != .linear, axis.layout != .values, abs(axis.range.high) < 1e6 {
            for (value, label) in zip(ticks.values, ticks.labels) {
                #expect(Double(label).map { abs($0 - value) <= abs(value) * 0.01 + 1e-9 } == true, "\(label): \(value)")
            }
        }
    }
}
