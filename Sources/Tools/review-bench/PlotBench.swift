import Basics
import DensityPlot
import ItemFilter
import ReviewSession
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
        return scales(index, zooms, dots: dots) + [
            Timing("plot of everything", times: 20) { _ in bin(whole) },
            Timing("plot of a random zoom", times: zooms.count) { bin(zooms[$0]) },
            Timing("plot of everything by scan", times: 10) { _ in scan(whole) },
            Timing("plot of a random zoom by scan", times: 20) { scan(zooms[$0]) },
        ]
    }

    /// The same on axes that are not straight: making the axes, and counting the dots; and what colours cost.
    private static func scales(_ index: ScoreIndex, _ zooms: [Viewport], dots: (columns: Int, rows: Int)) -> [Timing] {
        let population = index.population
        guard let safety = population.columns.summary(of: .safety),
            let help = population.columns.summary(of: .helpfulness)
        else { return [] }
        var timings: [Timing] = []
        for scale in AxisScale.allCases where scale != .linear {
            func axes(_ viewport: Viewport) -> PlotAxes {
                PlotAxes(scale, viewport, safety: safety, helpfulness: help, index)
            }
            timings += [
                Timing("\(scale.rawValue) axes of a random zoom", times: zooms.count) { _ = axes(zooms[$0]) },
                Timing("\(scale.rawValue) plot of a random zoom", times: zooms.count) {
                    _ = DensityGrid(index, axes: axes(zooms[$0]), columns: dots.columns, rows: dots.rows)
                },
                Timing("\(scale.rawValue) plot of a random zoom by scan", times: 10) {
                    _ = DensityGrid(population, axes: axes(zooms[$0]), columns: dots.columns, rows: dots.rows)
                },
            ]
        }
        let codes = population.columns.blocks.map { block in (0..<block.count).map { UInt8($0 * $0 % 9) } }
        let values = (0..<9).map { [UInt8(ascii: "a") + UInt8($0)] }
        for scale in AxisScale.allCases {
            timings.append(
                Timing("\(scale.rawValue) colours by a field", times: 12) { number in
                    let request = LayerRequest(
                        subject: .field(.path("f")),
                        revision: Revision(round: 1),
                        axes: PlotAxes(scale, zooms[number], safety: safety, helpfulness: help, index),
                        columns: dots.columns / 2,
                        rows: dots.rows / 4
                    )
                    _ = PlotLayer(request, values: values, codes: codes, in: population)
                }
            )
        }
        return timings
    }

    /// A part of 0 to 1, from all of it down to a thousandth.
    private static func range(_ random: inout SplitMix64) -> ScoreRange {
        var width = 1.0
        for _ in 0..<random.below(11) { width /= 2 }
        let low = random.unit() * (1 - width)
        return ScoreRange(low: low, high: low + width)
    }
}
