import DensityPlot
import RoundModel
import Testing
import TextSafety

@testable import RoundReport

@Suite struct ReportPlotTests {
    private func plot(_ thresholds: Thresholds) throws -> ReportPlot {
        let contents = MadeReport.contents(thresholds)
        return ReportPlot(try #require(contents.grid), contents.tally)
    }

    private func svg(_ thresholds: Thresholds) throws -> String {
        var page = Markup()
        try plot(thresholds).write(to: &page)
        return page.string
    }

    @Test func `lines have their names and values, regions their letters, axes their ticks`() throws {
        let svg = try svg(MadeReport.thresholds)
        for text in [
            ">θ adv 0.30</text>", ">θ safety 0.80</text>", ">θ help 0.40</text>", ">A 2</text>", ">C 3</text>",
            ">D 4</text>",
            ">0.2</text>", ">safety →</text>", "stroke-dasharray=\"8 4\"", "stroke-dasharray=\"none\"",
            "2 adversarial, 3 accepted, 4 discarded",
        ] {
            #expect(svg.contains(text), "\(text) in \(svg)")
        }
    }

    @Test func `what lies outside of the plot is told`() throws {
        let far = Thresholds(adv: -5, safety: 0.8, help: 7)
        let plot = try plot(far)
        #expect(plot.caption.contains("θ adv lies outside the plot. θ help lies outside the plot."))
        #expect(!plot.caption.contains("θ safety lies"))
        let svg = try svg(far)
        #expect(!svg.contains(">θ adv") && svg.contains(">θ safety 0.80</text>"))
        // Everything is discarded: there is no region for the other letters.
        #expect(svg.contains(">D 9</text>") && !svg.contains(">A ") && !svg.contains(">C "))
        #expect(try !self.plot(MadeReport.thresholds).caption.contains("outside"))
    }

    @Test(arguments: [0.02, 0.3, 0.5, 0.98]) func `a name stands within a narrow picture`(_ share: Double) {
        let long = PlotFrame.anchor(of: "θ safety 0.41234567890123", at: share)
        #expect(long == (share < 0.35 ? .start : share > 0.65 ? .end : .middle))
        #expect(PlotFrame.anchor(of: "θ adv 0.30", at: share) == (share < 0.1 ? .start : share > 0.9 ? .end : .middle))
    }

    @Test func `a dot is cut where a line goes through it`() throws {
        #expect(DensityPaths.cut(0, 1, at: [0.25, 0.5, 2]).map(\.high) == [0.25, 0.5, 1])
        #expect(DensityPaths.cut(0, 1, at: [0, 1]).map(\.high) == [1])
        // One dot over everything, and all three buckets in it.
        let range = ScoreRange(low: 0, high: 1)
        let grid = DensityGrid(
            ScoreColumns(safety: [0.5], helpfulness: [0.5]),
            viewport: Viewport(safety: range, helpfulness: range),
            columns: 1,
            rows: 1
        )
        let paths = DensityPaths(grid, Thresholds(adv: 0.25, safety: 0.75, help: 0.5)).paths
        #expect(paths.map(\.bucket) == [.adversarial, .accepted, .discarded])
        #expect(paths[1].shape == "M750 0H1000V500H750z")
        #expect(paths.allSatisfy { $0.opacity == "1" })
    }

    @Test func `density goes by the logarithm`() {
        #expect(DensityPaths.step(1, of: 1) == 7)
        #expect([1, 128, 1 << 14].map { DensityPaths.step($0, of: 1 << 14) } == [0, 4, 7])
    }

    @Test func `the largest doubles have a place`() {
        let all = ScoreRange(low: -.greatestFiniteMagnitude, high: .greatestFiniteMagnitude)
        #expect(all.share(of: 0) == 0.5)
        #expect(all.share(of: .greatestFiniteMagnitude) == 1)
        #expect(ScoreRange(low: 0, high: 1).share(of: 1.5) == nil)
    }
}
