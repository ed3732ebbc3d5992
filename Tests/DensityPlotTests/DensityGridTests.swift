import DensityPlot
import RoundModel
import TestSupport
import Testing

@Suite struct DensityGridTests {
    @Test(arguments: 0..<30) func `every item is in exactly one dot`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let values: [Double] = [1e308, -1e308, Double.leastNonzeroMagnitude, 0, 1, -1]
        let count = Int.random(in: 1...300, using: &generator)
        func scores() -> [Double] {
            let isWild = Int.random(in: 0..<3, using: &generator) == 0
            return (0..<count).map { _ in
                isWild ? values.randomElement(using: &generator) ?? 0 : Double.random(in: -2...2, using: &generator)
            }
        }
        let columns = ScoreColumns(safety: scores(), helpfulness: scores())
        let safety = try #require(columns.summary(of: .safety))
        let help = try #require(columns.summary(of: .helpfulness))
        let viewport = Viewport(
            safety: ScoreRange(covering: safety.min, safety.max),
            helpfulness: ScoreRange(covering: help.min, help.max)
        )
        let grid = DensityGrid(
            columns,
            viewport: viewport,
            columns: Int.random(in: 1...90, using: &generator),
            rows: Int.random(in: 1...40, using: &generator)
        )
        #expect(grid.counts.reduce(0) { $0 + Int($1) } == count)
        #expect(grid.columnTotals.reduce(0, +) == count)
        #expect(grid.rowTotals.reduce(0, +) == count)
    }

    @Test func `safety goes to the right and helpfulness up`() {
        let columns = ScoreColumns(safety: [0, 0, 1, 1], helpfulness: [0, 1, 0, 1])
        let viewport = Viewport(safety: ScoreRange(low: 0, high: 1), helpfulness: ScoreRange(low: 0, high: 1))
        let grid = DensityGrid(
            ScoreColumns(safety: [0.9], helpfulness: [0.1]),
            viewport: viewport,
            columns: 2,
            rows: 2
        )
        #expect(grid.count(column: 1, row: 1) == 1)
        #expect(DensityGrid(columns, viewport: viewport, columns: 2, rows: 2).counts == [1, 1, 1, 1])
    }

    @Test func `no room holds nothing`() {
        let viewport = Viewport(safety: ScoreRange(low: 0, high: 1), helpfulness: ScoreRange(low: 0, high: 1))
        let grid = DensityGrid(
            ScoreColumns(safety: [0.5], helpfulness: [0.5]),
            viewport: viewport,
            columns: 0,
            rows: 5
        )
        #expect(grid.counts.isEmpty)
        #expect(grid.sum(column: 0, row: 0, width: 3, height: 3) == 0)
        #expect(grid.columnTotals.isEmpty)
    }
}
