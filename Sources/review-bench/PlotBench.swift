import DensityPlot
import RoundModel
import SampleRounds

/// The plot's dots: what a zoom or a pan waits for.
enum PlotBench {
    /// - Parameter dots: across and up, as the screen has them.
    static func run(_ index: ScoreIndex, dots: (columns: Int, rows: Int), seed: UInt64) -> [Timing] {
        let unit = ScoreRange(covering: 0, 1)
        func bin(_ viewport: Viewport) {
            _ = DensityGrid(index, viewport: viewport, columns: dots.columns, rows: dots.rows)
        }
        func scan(_ viewport: Viewport) {
            _ = DensityGrid(index.population, viewport: viewport, columns: dots.columns, rows: dots.rows)
        }
        let whole = Viewport(safety: unit, helpfulness: unit)
        var random = SplitMix64(seed: seed)
        let zooms = (0..<60).map { _ in
            Viewport(safety: Self.range(&random), helpfulness: Self.range(&random))
        }
        return [
            Timing("plot of everything", times: 20) { _ in bin(whole) },
            Timing("plot of a random zoom", times: zooms.count) { bin(zooms[$0]) },
            Timing("plot of everything by scan", times: 10) { _ in scan(whole) },
            Timing("plot of a random zoom by scan", times: 20) { scan(zooms[$0]) },
        ]
    }

    /// A part of 0 to 1, from all of it down to a thousandth.
    private static func range(_ random: inout SplitMix64) -> ScoreRange {
        var width = 1.0
        for _ in 0..<random.below(11) { width /= 2 }
        let low = random.unit() * (1 - width)
        return ScoreRange(low: low, high: low + width)
    }
}
