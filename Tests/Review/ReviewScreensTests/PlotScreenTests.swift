import DensityPlot
import ReviewScreens
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import TextSafety
import Themes

@testable import ReviewSession

/// What axes, colours, drawings, legend and crosshair make of the plot.
@Suite struct PlotScreenTests {
    private static let sizes = [(120, 36), (80, 24)]

    private func rig(
        _ size: (Int, Int),
        _ colouring: PlotColouring = .bucket,
        _ drawing: PlotDrawing = .braille,
        theme: Theme = .monochrome,
        scale: AxisScale = .linear
    ) -> ScreenRig {
        var rig = ScreenRig(
            columns: size.0,
            rows: size.1,
            theme: theme,
            symbols: drawing == .ascii ? .ascii : .unicode,
            text: { item in
                var text = SessionDriver.text(item)
                let names = ["locks", "fraud", "cards", "lamps", "gossip", "pranks", "tax", "dogs", "cats"]
                // Those of low scores are of other kinds than those of high ones, and there are some without.
                let number = Int(item) % 7 == 0 ? Int(item) % names.count : Int(item) % 3
                text.fields =
                    Int(item) % 11 == 0
                    ? []
                    : [
                        ItemText.Field(
                            name: Array("category".utf8),
                            value: Array(names[number].utf8),
                            role: .category
                        )
                    ]
                return text
            }
        )
        rig.driver.state.plot.dots.draw(as: drawing)
        while rig.driver.state.plot.scale != scale { rig.send(.plotAxes) }
        rig.driver.send(.run(.plotColours, argument: colouring.name, line: ""))
        rig.send(.chooseSafety)
        rig.layOut()
        return rig
    }

    @Test(arguments: [AxisScale.quantile, .logistic], sizes) func `axes`(_ scale: AxisScale, _ size: (Int, Int)) {
        var rig = rig(size, scale: scale)
        let text = rig.text()
        #expect(text.contains(scale.rawValue))
        expectGolden(rig.canvas(), named: "plot-\(scale.rawValue)-\(size.0)x\(size.1)")
    }

    @Test(arguments: [PlotColouring.bucket, .density, .field("category")], PlotDrawing.allCases)
    func `colours without colour, in each drawing`(_ colouring: PlotColouring, _ drawing: PlotDrawing) {
        for size in Self.sizes {
            var rig = rig(size, colouring, drawing)
            if colouring == .bucket { rig.send(.plotLegend, .chooseSafety) }
            let canvas = rig.canvas()
            if drawing == .ascii { #expect(canvas.cells.allSatisfy { $0.glyph.base.isASCII }) }
            expectGolden(canvas, named: "plot-\(colouring.name)-\(drawing.rawValue)-\(size.0)x\(size.1)")
        }
    }

    @Test(arguments: [PlotColouring.density, .field("category")], PlotDrawing.allCases)
    func `colours with colour`(_ colouring: PlotColouring, _ drawing: PlotDrawing) throws {
        var rig = rig((120, 36), colouring, drawing, theme: try ThemeScreenTests.finder.theme("default"))
        expectGolden(rig.canvas(), named: "plot-\(colouring.name)-\(drawing.rawValue)-colour")
    }

    @Test(arguments: PlotDrawing.allCases) func `verdicts`(_ drawing: PlotDrawing) throws {
        for (size, theme) in [((120, 36), Theme.monochrome), ((80, 24), try ThemeScreenTests.finder.theme("default"))] {
            var rig = ScreenRig(
                columns: size.0,
                rows: size.1,
                theme: theme,
                symbols: drawing == .ascii ? .ascii : .unicode
            )
            rig.driver.state.plot.dots.draw(as: drawing)
            rig.driver.state.verdicts = VerdictState(reviewer: "ann", writer: 1, file: .opening)
            rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
            rig.send(.showAccepted, .next, .agree, .next, .next, .callUnsafe, .next, .next, .flag, .next, .callUnsure)
            rig.send(.plotColours, .plotColours, .chooseSafety)
            let text = rig.text()
            for entry in ["x overruled 1", "! flagged 1", "t unsure 1", "y agreed 1"] where size.0 == 120 {
                #expect(text.contains(entry), "\(entry)")
            }
            expectGolden(rig.canvas(), named: "plot-verdict-\(drawing.rawValue)-\(size.0)x\(size.1)")
        }
    }

    @Test(arguments: sizes) func `the crosshair`(_ size: (Int, Int)) {
        var rig = rig(size)
        rig.press(.character("X"), .character("h"), KeyPress(.up), KeyPress(.left, .shift), .character(" "))
        rig.press(KeyPress(.right), .character("l"), .character("l"), .character("j"), .character("j"))
        let text = rig.text()
        #expect(text.contains("in this cell"))
        #expect(text.contains("zoom to the region"))
        expectGolden(rig.canvas(), named: "plot-crosshair-\(size.0)x\(size.1)")
        rig.press(KeyPress(.escape))
        #expect(!rig.text().contains("in this cell"))
        // The arrows move θ again.
        let before = rig.driver.state.thresholds.now
        rig.press(KeyPress(.left))
        #expect(rig.driver.state.thresholds.now != before)
    }

    @Test func `the crosshair and the dialogs do not take each other's keys`() {
        var rig = rig((120, 36))
        rig.press(.character("X"), .character("?"))
        rig.press(KeyPress(.escape))
        #expect(rig.driver.state.dialog == nil && rig.driver.state.plot.crosshair.isShown)
        rig.press(.character("X"))
        #expect(!rig.driver.state.plot.crosshair.isShown)
    }

    /// Letters tell apart what colours would: cells of different categories differ in their glyphs.
    @Test func `without colours a letter stands for a value, and the legend names it`() throws {
        var rig = rig((120, 36), .field("category"))
        let layer = try #require(rig.driver.state.plotLayer)
        let canvas = rig.canvas()
        let shown = Set(canvas.cells.map(\.glyph.base))
        let most = try #require(layer.categories.first)
        #expect(shown.contains(most.letter))
        let text = rig.text()
        for category in layer.categories where category.isNamed {
            #expect(text.contains("\(category.letter) \(String(decoding: category.name, as: UTF8.self).prefix(2))"))
        }
    }

    @Test func `the names of a field's values pass the sanitizer`() {
        var rig = ScreenRig(text: { item in
            var text = SessionDriver.text(item)
            text.fields = [
                ItemText.Field(name: Array("category".utf8), value: Array("a\u{1B}[31m\u{202E}b".utf8), role: .category)
            ]
            return text
        })
        rig.send(.plotColours, .plotColours, .plotColours, .chooseSafety)
        #expect(rig.driver.state.plotLayer?.categories.count == 1)
        let forbidden: Set<Unicode.Scalar> = ["\u{1B}", "\u{202E}"]
        #expect(rig.canvas().cells.allSatisfy { !forbidden.contains($0.glyph.base) })
        #expect(rig.text().contains("a a"))
    }
}
