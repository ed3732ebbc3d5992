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

    /// Rounds of several kinds with views of them that cut through the items, some of them through ties.
    @Test(arguments: 0..<120) func `scan and index count the dots that each item by itself gives`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) + 100)
        let wild: [Double] = [1e308, -1e308, Double.leastNonzeroMagnitude, 0, -0.0, 1, -1, 0.1, 0.5]
        let count = [1, 3, 4, 5, 700][seed % 5]
        func score() -> Double {
            switch seed % 3 {
            case 0: wild.randomElement(using: &generator) ?? 0
            case 1: (Double.random(in: -2...2, using: &generator) * 20).rounded() / 20
            default: Double.random(in: -2...2, using: &generator)
            }
        }
        let safety = (0..<count).map { _ in score() }
        let help = (0..<count).map { _ in score() }
        func range() -> ScoreRange {
            let ends = [score(), score()].sorted()
            guard ends[0] < ends[1] else { return ScoreRange(covering: ends[0], ends[0]) }
            return ScoreRange(low: ends[0], high: ends[1])
        }
        let members = seed % 2 == 0 ? nil : ItemSet((0..<UInt32(count)).filter { $0 % 3 != 1 }, universe: count)
        let population = Population(ScoreColumns(safety: safety, helpfulness: help), members: members)
        let index = try #require(ScoreIndex(population))
        for _ in 0..<8 {
            let view = Viewport(safety: range(), helpfulness: range())
            let size = (
                columns: Int.random(in: 1...70, using: &generator), rows: Int.random(in: 1...40, using: &generator)
            )
            var plain = [UInt32](repeating: 0, count: size.columns * size.rows)
            var beyond = ItemsBeyond()
            for item in 0..<count where population.contains(item) {
                if safety[item] < view.safety.low { beyond.left += 1 }
                if safety[item] > view.safety.high { beyond.right += 1 }
                if help[item] < view.helpfulness.low { beyond.below += 1 }
                if help[item] > view.helpfulness.high { beyond.above += 1 }
                if let column = view.safety.bin(of: safety[item], count: size.columns),
                    let row = view.helpfulness.bin(of: help[item], count: size.rows)
                {
                    plain[(size.rows - 1 - row) * size.columns + column] += 1
                }
            }
            let scanned = DensityGrid(population, viewport: view, columns: size.columns, rows: size.rows)
            #expect(scanned.counts == plain)
            #expect(scanned.beyond == beyond)
            #expect(DensityGrid(index, viewport: view, columns: size.columns, rows: size.rows) == scanned)
        }
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
        let index = ScoreIndex(Population(ScoreColumns(safety: [0.5], helpfulness: [0.5])))
        #expect(index.map { DensityGrid($0, viewport: viewport, columns: 0, rows: 5) } == grid)
        #expect(grid.sum(column: 0, row: 0, width: 3, height: 3) == 0)
        #expect(grid.columnTotals.isEmpty)
    }
}
