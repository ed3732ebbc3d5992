import DensityPlot
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import TextSafety

@testable import ReviewScreens
@testable import ReviewSession

/// Labels never hide one another, whatever the lines, the axes and the size.
@Suite struct PlotLabelsTests {
    @Test(arguments: 0..<60) func `no two labels share a cell, and none leaves the plot`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let columns = RandomRounds.columns[seed % RandomRounds.columns.count]
        var rig = ScreenRig(
            columns,
            columns: Int.random(in: 60...210, using: &generator),
            rows: Int.random(in: 16...70, using: &generator)
        )
        for _ in 0..<6 {
            let command = [Command.plotAxes, .zoomIn, .zoomOut, .panLeft, .panUp, .next].randomElement(
                using: &generator
            )
            rig.send(command ?? .next)
            let safety = try #require(rig.driver.state.viewport?.safety)
            let help = try #require(rig.driver.state.viewport?.helpfulness)
            func score(_ range: ScoreRange) -> Double {
                range.value(at: Double.random(in: -0.1...1.1, using: &generator))
            }
            for (name, range) in [(ThresholdName.adv, safety), (.safety, safety), (.help, help)] {
                rig.driver.state.thresholds.move(
                    to: {
                        var next = rig.driver.state.thresholds.now
                        let value = score(range)
                        next[name] = value.isFinite ? value : 0
                        return next
                    }()
                )
            }
            rig.driver.send(.command(.chooseAdv))
            rig.layOut()
            let layout = try #require(ScreenLayout(rig.size))
            let area = layout.plot.inset(left: 1, top: 1, right: 1, bottom: 1)
            let axes = try #require(rig.driver.state.plot.axes)
            guard let plot = PlotLayout(area: area, axes: axes) else { continue }
            let item = (x: plot.inner.x + plot.inner.width / 2, y: plot.inner.y + plot.inner.height / 2)
            let beyond = rig.driver.state.plot.grid?.beyond ?? ItemsBeyond()
            let labels = PlotLabels(plot, rig.driver.state, nil, beyond, item: item) { SafeText($0).width }.labels
            var taken: Set<[Int]> = [[item.x, item.y]]
            for label in labels {
                #expect(label.x >= plot.inner.x && label.x + label.width <= plot.inner.maxX, "\(label.text)")
                #expect(label.y >= plot.inner.y && label.y < plot.inner.maxY, "\(label.text)")
                for x in label.x..<label.x + label.width {
                    #expect(taken.insert([x, label.y]).inserted, "\(label.text) hides something")
                }
            }
            // Labels of the axis of safety stand apart too, and are all there as they were written.
            let text = CanvasText(rig.canvas()).lines[plot.bottomAxis.y + 1]
            let row = Array(text)[plot.leftAxis.x..<plot.bottomAxis.maxX].map(String.init).joined()
            let shown = row.split(separator: " ").map(String.init)
            #expect(shown.allSatisfy { plot.safetyTicks.labels.contains($0) }, "\(row)")
        }
    }
}
