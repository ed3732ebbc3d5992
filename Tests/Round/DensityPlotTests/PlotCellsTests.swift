import DensityPlot
import RoundModel
import TestSupport
import Testing

@Suite struct PlotCellsTests {
    @Test(arguments: AxisScale.allCases, RandomAxes.seeds)
    func `cells and values are inverse, and grids count what cells say`(_ scale: AxisScale, _ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) + 7)
        let count = [1, 2, 60, 700][seed % 4]
        let columns = ScoreColumns(
            safety: RandomAxes.scores(&generator, count: count, kind: seed / 4),
            helpfulness: RandomAxes.scores(&generator, count: count, kind: seed / 4 + 1)
        )
        let safety = try #require(columns.summary(of: .safety))
        let help = try #require(columns.summary(of: .helpfulness))
        let viewport = Viewport(
            safety: RandomAxes.range(&generator, safety),
            helpfulness: RandomAxes.range(&generator, help)
        )
        let index = try #require(ScoreIndex(Population(columns)))
        let axes = PlotAxes(scale, viewport, safety: safety, helpfulness: help, index)
        let size = (
            columns: Int.random(in: 1...150, using: &generator), rows: Int.random(in: 1...60, using: &generator)
        )
        let cells = PlotCells(axes, columns: size.columns, rows: size.rows)
        for column in 0..<size.columns {
            let own = try #require(cells.column(of: cells.value(atColumn: column)))
            // Where neighbouring doubles lie many cells apart, no value leads back to those between them.
            if seed / 4 % 6 != 4 { #expect(abs(own - column) <= 1) }
            #expect(cells.span(ofColumn: column).lowerBound <= cells.value(atColumn: column).nextUp)
            #expect(cells.span(ofColumn: column).upperBound >= cells.value(atColumn: column).nextDown)
        }
        for row in 0..<size.rows {
            let own = try #require(cells.row(of: cells.value(atRow: row)))
            if (seed / 4 + 1) % 6 != 4 { #expect(abs(own - row) <= 1) }
        }
        #expect(cells.value(atRow: 0) >= cells.value(atRow: size.rows - 1))
        var plain = [UInt32](repeating: 0, count: size.columns * size.rows)
        for item in 0..<count {
            let scores = columns.scores(ofKnown: item)
            if let column = cells.column(of: scores.safety), let row = cells.row(of: scores.helpfulness) {
                plain[row * size.columns + column] += 1
            }
        }
        let scanned = DensityGrid(Population(columns), axes: axes, columns: size.columns, rows: size.rows)
        #expect(scanned.counts == plain)
        #expect(DensityGrid(index, axes: axes, columns: size.columns, rows: size.rows) == scanned)
    }

    /// A line stands where items change buckets: dots are pieces of cells.
    @Test(arguments: AxisScale.allCases) func `dots part as their cells do`(_ scale: AxisScale) throws {
        let columns = ExampleRound.clustered(items: 3000)
        let safety = try #require(columns.summary(of: .safety))
        let help = try #require(columns.summary(of: .helpfulness))
        let viewport = Viewport(
            fitting: safety,
            help,
            lines: Thresholds(adv: 0.5, safety: 0.8, help: 0.4),
            scale: scale
        )
        let axes = PlotAxes(scale, viewport, safety: safety, helpfulness: help, ScoreIndex(Population(columns)))
        let cells = PlotCells(axes, columns: 71, rows: 17)
        let dots = PlotCells(axes, columns: 142, rows: 68)
        for score in stride(from: -0.01, through: 1.01, by: 0.0007) {
            #expect(dots.column(of: score).map { $0 / 2 } == cells.column(of: score))
            #expect(dots.row(of: score).map { $0 / 4 } == cells.row(of: score))
        }
    }

    @Test(arguments: AxisScale.allCases) func `half of the room is taken wherever the view is`(_ scale: AxisScale)
        throws
    {
        let columns = ExampleRound.clustered(items: 3000)
        let safety = try #require(columns.summary(of: .safety))
        let help = try #require(columns.summary(of: .helpfulness))
        let whole = Viewport(
            safety: ScoreRange(covering: safety.min, safety.max),
            helpfulness: ScoreRange(covering: help.min, help.max)
        )
        let axes = PlotAxes(scale, whole, safety: safety, helpfulness: help, ScoreIndex(Population(columns)))
        let point = Scores(safety: 0.9, helpfulness: 0.5)
        let half = try #require(axes.scaled(whole, by: 0.5, about: point))
        let room = axes.safety.share(of: half.safety.high) - axes.safety.share(of: half.safety.low)
        #expect(abs(room - 0.5) < 1e-6)
        #expect(half.safety.contains(point.safety) && half.helpfulness.contains(point.helpfulness))
        #expect(axes.scaled(half, by: 2, about: point) == whole)
        #expect(axes.scaled(whole, by: 2, about: point) == nil)
        let moved = try #require(axes.shifted(half, right: -0.25, up: 0))
        #expect(moved.safety.low < half.safety.low)
        if scale != .linear { #expect(axes.shifted(whole, right: 1, up: 0) == nil) }
    }
}
