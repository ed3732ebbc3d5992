import RoundModel
import TestSupport
import Testing

@Suite struct ScoreSummaryTests {
    private func summarise(_ values: [Double]) -> ScoreSummary? {
        ScoreColumns(safety: values, helpfulness: values).summary(of: .safety)
    }

    @Test func `quantiles interpolate as numpy's default does`() throws {
        let summary = try #require(summarise([3, 1, 2, 10]))
        #expect(summary.min == 1)
        #expect(summary.max == 10)
        #expect(summary.mean == 4)
        #expect(summary.quantiles == [1.15, 1.75, 2.5, 4.75, 8.949999999999998])
    }

    @Test func `equal values stay what they are`() throws {
        let summary = try #require(summarise([Double](repeating: 0.1, count: 7)))
        #expect(summary.quantiles == [0.1, 0.1, 0.1, 0.1, 0.1])
        #expect(summary.mean == 0.1)
    }

    @Test func `the ends of the doubles do not overflow`() throws {
        let summary = try #require(summarise([1e308, -1e308, 1.5e308, 1.7e308]))
        #expect(summary.mean.isFinite)
        #expect(summary.quantiles.allSatisfy { $0.isFinite })
        #expect(abs(summary.mean - 0.8e308) < 1e295)
    }

    @Test func `no items have no summary`() {
        #expect(summarise([]) == nil)
    }

    @Test func `a provisional summary has exact ends`() throws {
        var generator = SeededGenerator(seed: 7)
        let values = (0..<50_000).map { _ in Double.random(in: -5...5, using: &generator) }
        let columns = ScoreColumns(safety: values, helpfulness: values)
        let quick = try #require(columns.provisionalSummary(of: .helpfulness, sample: 1000))
        let exact = try #require(columns.summary(of: .helpfulness))
        #expect(quick.min == exact.min)
        #expect(quick.max == exact.max)
        #expect(abs(quick.quantile(0.5) - exact.quantile(0.5)) < 0.5)
    }

    @Test(arguments: [1_000, 250_000]) func `columns are summarised as their sorted values are`(_ count: Int) throws {
        var generator = SeededGenerator(seed: 9)
        let values = (0..<count).map { _ in
            Bool.random(using: &generator) ? 0.25 : Double.random(in: -3...3, using: &generator)
        }
        let sorted = try #require(values.sorted().withUnsafeBufferPointer { ScoreSummary(ascending: $0) })
        let summary = try #require(summarise(values))
        #expect(summary.min == sorted.min)
        #expect(summary.max == sorted.max)
        #expect(summary.quantiles == sorted.quantiles)
        #expect(abs(summary.mean - sorted.mean) < 1e-15)
    }
}
