import AuditStatistics
import ReviewAudit
import RoundModel
import RoundReport
import Testing

@Suite struct CurvePlotTests {
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
        contents.moves = []
        #expect(try !ParsedPage(contents).text.contains("If a threshold moved"))
    }

    @Test func `scores are drawn as ROC, precision and reliability, each with how far its band may be trusted`() throws
    {
        var contents = MadeReport.contents()
        let points = [0.2, 0.5, 0.8].map { place in
            ScoreCurve.Point(
                threshold: place,
                kept: figure(1 - place / 2, 0.1),
                letThrough: figure(0.9 - place, 0.1),
                precision: figure(0.5 + place / 2, 0.1)
            )
        }
        contents.curves = [
            ScoreCurve(
                score: .safety,
                points: points,
                area: figure(0.9, 0.05),
                averagePrecision: 0.8,
                positives: 60,
                negatives: 60
            )
        ]
        contents.diagrams = [
            ScoreReliability(
                score: .helpfulness,
                points: [0.2, 0.6].map {
                    .init(lowest: $0, highest: $0 + 0.1, value: $0, share: figure(1 - $0, 0.2), labels: 9, against: 4)
                },
                labels: 18
            )
        ]
        let html = MadeReport.html(contents)
        let text = try ParsedPage(contents).text
        #expect(text.contains("What the scores tell") && text.contains("safe kept against unsafe kept"))
        #expect(text.contains("All bands hold at all thresholds at once") && text.contains("at each score alone"))
        #expect(html.contains("id=\"roc-safety\"") && html.contains("id=\"reliability-helpfulness\""))
        #expect(!html.contains("NaN") && !html.contains("inf"))
        contents.curves[0].points = []
        contents.diagrams = []
        #expect(try !ParsedPage(contents).text.contains("What the scores tell"))
    }
}
