import AuditStatistics
import ReviewAudit
import RoundModel
import RoundReport
import Testing

@Suite struct SweepPlotTests {
    private func figure(_ value: Double, _ reach: Double) -> Figure {
        .estimate(
            Estimate(
                value: value,
                interval: Interval(lower: value - reach, upper: value + reach).clippedToShares,
                level: 0.95,
                method: .massart,
                labels: 120,
                population: AuditPopulation(.round)
            )
        )
    }

    private func sweep(_ values: [Double]) -> ThresholdSweep {
        ThresholdSweep(
            name: .safety,
            bucket: .accepted,
            thresholds: Thresholds(adv: 0.3, safety: 0.8, help: 0.4),
            points: values.map {
                .init(value: $0, size: 100, precision: figure(0.5 + $0 / 2, 0.2), recall: .missing(labels: 2))
            },
            labels: 120,
            total: 400
        )
    }

    @Test func `a sweep is drawn with its band, its present value and how sure it is`() throws {
        var contents = MadeReport.contents()
        contents.sweeps = [sweep([0.2, 0.5, 0.8, 1])]
        let html = MadeReport.html(contents)
        let page = try ParsedPage(contents)
        #expect(page.text.contains("If a threshold moved"))
        #expect(page.text.contains("θ safety 0.80"))
        #expect(
            page.text.contains("hold for all values at once with a probability of 95 % each (DKW-Massart, n = 120)")
        )
        #expect(html.contains("class=\"curve C\"") && html.contains("fill-opacity=\"0.12\""))
        // Bands end at 100 %, however far the interval goes.
        #expect(!html.contains("NaN") && !html.contains("inf"))
    }

    @Test(arguments: [[], [0.5], [0.5, 0.5]])
    func `a sweep without two values is left out`(_ values: [Double]) throws {
        var contents = MadeReport.contents()
        contents.sweeps = [sweep(values)]
        #expect(try !ParsedPage(contents).text.contains("If a threshold moved"))
    }
}
