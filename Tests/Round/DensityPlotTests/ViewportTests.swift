import DensityPlot
import RoundModel
import TestSupport
import Testing

@Suite struct ViewportTests {
    private let lines = Thresholds(adv: -1, safety: 1, help: 0)

    /// 1,000 scores between -3 and 3, and what else is given.
    private func columns(_ more: [Double] = []) -> ScoreColumns {
        let scores = (0..<1000).map { Double($0 % 601) / 100 - 3 } + more
        return ScoreColumns(safety: scores, helpfulness: scores.map { min(3, max(-3, $0)) })
    }

    private func viewport(_ columns: ScoreColumns, _ lines: Thresholds) throws -> Viewport {
        Viewport(
            fitting: try #require(columns.summary(of: .safety)),
            try #require(columns.summary(of: .helpfulness)),
            lines: lines
        )
    }

    @Test func `all scores are shown where none is far out`() throws {
        let shown = try viewport(columns([-5, 5]), lines)
        #expect(shown.safety.contains(-5) && shown.safety.contains(5))
    }

    @Test func `an outlier does not squeeze the rest, and is counted`() throws {
        let all = columns([1e6])
        let shown = try viewport(all, lines)
        #expect(shown.safety.high < 10)
        #expect(shown.safety.contains(-3) && shown.safety.contains(3))
        let grid = DensityGrid(all, viewport: shown, columns: 20, rows: 10)
        #expect([grid.beyond.left, grid.beyond.right, grid.beyond.below, grid.beyond.above] == [0, 1, 0, 0])
        #expect(grid.counts.reduce(0) { $0 + Int($1) } == all.count - 1)
    }

    @Test(arguments: [20.0, 1000, 900_000]) func `a line among the scores is always shown`(_ safety: Double) throws {
        let all = columns([1e6, -1e6])
        let shown = try viewport(all, Thresholds(adv: -safety, safety: safety, help: 0))
        #expect(shown.safety.contains(safety) && shown.safety.contains(-safety))
    }

    @Test func `a line on its way leaves the axes alone most of the time`() throws {
        let all = columns([1e6])
        let seen = try Set((0..<400).map { try viewport(all, Thresholds(adv: -1, safety: Double($0) / 10, help: 0)) })
        #expect(seen.count <= 5)
    }

    @Test func `an item counts on each side that it lies beyond`() throws {
        var generator = SeededGenerator(seed: 7)
        let wild = (0..<500).map { $0 % 2 == 0 ? 1e300 : Double.random(in: -1...1, using: &generator) }
        let all = ScoreColumns(safety: wild, helpfulness: wild.reversed())
        let shown = Viewport(safety: ScoreRange(low: -0.5, high: 0.5), helpfulness: ScoreRange(low: -0.5, high: 0.5))
        let grid = DensityGrid(all, viewport: shown, columns: 8, rows: 8)
        #expect(grid.beyond.left == wild.count { $0 < -0.5 })
        #expect(grid.beyond.right == wild.count { $0 > 0.5 })
        #expect(grid.beyond.below == grid.beyond.left)
        #expect(grid.beyond.above == grid.beyond.right)
    }

    @Test(arguments: [[1e308, -1e308], [.leastNonzeroMagnitude, 1e-300 / 1e10], [1e308, 1, 2, 3], [7]])
    func `any finite scores have a viewport`(_ scores: [Double]) throws {
        let all = ScoreColumns(safety: scores, helpfulness: scores)
        let shown = try viewport(all, lines)
        let grid = DensityGrid(all, viewport: shown, columns: 4, rows: 4)
        #expect(grid.counts.reduce(0) { $0 + Int($1) } + grid.beyond.left + grid.beyond.right == scores.count)
    }
}
