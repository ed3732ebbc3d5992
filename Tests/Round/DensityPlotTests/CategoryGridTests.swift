import DensityPlot
import RoundModel
import TestSupport
import Testing

@Suite struct CategoryGridTests {
    @Test(arguments: AxisScale.allCases, 0..<12)
    func `the most frequent category of a cell is that of counting it`(_ scale: AxisScale, _ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = 900
        let columns = ScoreColumns(
            safety: RandomAxes.scores(&generator, count: count, kind: seed % 4),
            helpfulness: RandomAxes.scores(&generator, count: count, kind: (seed + 1) % 4)
        )
        let members = seed % 2 == 0 ? nil : ItemSet((0..<UInt32(count)).filter { $0 % 3 != 1 }, universe: count)
        let population = Population(columns, members: members)
        let safety = try #require(columns.summary(of: .safety))
        let help = try #require(columns.summary(of: .helpfulness))
        let viewport = Viewport(
            safety: RandomAxes.range(&generator, safety),
            helpfulness: RandomAxes.range(&generator, help)
        )
        let axes = PlotAxes(scale, viewport, safety: safety, helpfulness: help, ScoreIndex(population))
        let codes = (0..<count).map { _ in UInt8.random(in: 0..<7, using: &generator) }
        let category: [UInt8] = [0, 1, 2, 3, 3, 3, 3]
        let blocks = columns.blocks.indices.map { number in
            let first = columns.firstItem[number]
            return Array(codes[first..<first + columns.blocks[number].count])
        }
        let grid = CategoryGrid(
            population,
            axes: axes,
            columns: 13,
            rows: 7,
            codes: blocks,
            categoryOfCode: category,
            categories: 4
        )
        let cells = PlotCells(axes, columns: 13, rows: 7)
        var counts = [[Int]](repeating: [0, 0, 0, 0], count: 13 * 7)
        var totals = [0, 0, 0, 0]
        for item in 0..<count where population.contains(item) {
            let kind = Int(category[Int(codes[item])])
            totals[kind] += 1
            let scores = columns.scores(ofKnown: item)
            if let column = cells.column(of: scores.safety), let row = cells.row(of: scores.helpfulness) {
                counts[row * 13 + column][kind] += 1
            }
        }
        #expect(grid.totals == totals)
        for row in 0..<7 {
            for column in 0..<13 {
                let own = counts[row * 13 + column]
                let most = own.max() ?? 0
                #expect(grid.category(column: column, row: row) == (most > 0 ? own.firstIndex(of: most) : nil))
            }
        }
        #expect(grid.category(column: 13, row: 0) == nil && grid.category(column: 0, row: -1) == nil)
    }

    @Test func `the first category stands over the others where each item counts`() {
        let unit = ScoreRange(low: 0, high: 1)
        let axes = PlotAxes(Viewport(safety: unit, helpfulness: unit))
        let grid = CategoryGrid(
            axes: axes,
            columns: 2,
            rows: 1,
            [
                (Scores(safety: 0.1, helpfulness: 0.5), 2), (Scores(safety: 0.2, helpfulness: 0.5), 1),
                (Scores(safety: 0.9, helpfulness: 0.5), 2), (Scores(safety: 5, helpfulness: 0.5), 0),
            ],
            categories: 3
        )
        #expect(grid.cells == [1, 2])
        #expect(grid.totals == [1, 1, 2])
    }
}
