import DensityPlot
import ItemFilter
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Axes, colours, regions and legend of the plot, from keys to what is asked of the workers.
@Suite struct PlotLookTests {
    /// Ten items: 0 to 3 adversarial, 4 to 6 discarded, 7 to 9 accepted.
    private static func judging() -> SessionDriver {
        var driver = SessionDriver(
            ScoreColumns(
                safety: [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.75, 0.85, 0.9, 0.95],
                helpfulness: [0.5, 0.1, 0.9, 0.2, 0.9, 0.8, 0.1, 0.9, 0.5, 0.6]
            ),
            given: ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        return driver
    }

    private func run(_ command: Command, _ argument: String, _ driver: inout SessionDriver) -> String? {
        driver.send(.palette)
        driver.send(.run(command, argument: argument, line: "\(command.rawValue) \(argument)"))
        guard let palette = driver.state.dialog as? PaletteDialog<ReviewState> else { return nil }
        driver.send(.cancel)
        return palette.problem
    }

    // MARK: Axes

    @Test func `the scales follow one another, and the message says what holds`() throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 800))
        driver.send(.plotAxes)
        #expect(driver.state.plot.scale == .quantile)
        #expect(driver.state.plot.axes?.safety.layout == .ranks)
        #expect(driver.state.message?.text.contains("quantile") == true)
        driver.send(.plotAxes)
        #expect(driver.state.message?.text.contains("logistic") == true)
        driver.send(.plotAxes)
        #expect(driver.state.plot.axes == driver.state.viewport.map(PlotAxes.init))
        #expect(run(.plotAxes, "quantile", &driver) == nil)
        #expect(driver.state.plot.scale == .quantile)
        #expect(
            run(.plotAxes, "log", &driver)
                == "\"log\" is not a scale of axes; the scales are linear, quantile, logistic"
        )
    }

    @Test func `scores that are no probabilities say so`() {
        let scores = (0..<200).map { Double($0 - 100) / 20 }
        var driver = SessionDriver(ScoreColumns(safety: scores, helpfulness: scores.map { ($0 + 5) / 10 }))
        driver.send(.plotAxes, .plotAxes)
        let text = driver.state.message?.text ?? ""
        #expect(text.hasPrefix("logistic axes: safety on a logistic curve about the median"), "\(text)")
        #expect(text.hasSuffix("because these are not probabilities; helpfulness by log odds, from 0.001 to 0.999"))
    }

    @Test func `ranks are those of the items that are shown, and the axes move once`() throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 800))
        driver.send(.plotAxes)
        driver.send(.filter)
        // The plot follows the line while it is typed: what is a filter already narrows it.
        driver.type("safety < 0.")
        let before = try #require(driver.state.plot.axes)
        let binnings = driver.count(of: BinJob.self)
        driver.type("5")
        driver.send(.confirm)
        let after = try #require(driver.state.plot.axes)
        #expect(after != before)
        #expect(driver.state.plot.grid?.axes == after)
        // By the old axes while there is no index, then by the new ones.
        #expect(driver.count(of: BinJob.self) - binnings <= 2)
    }

    static let looks: [[Command]] = [
        [], [.plotAxes], [.plotAxes, .plotAxes], [.plotColours], [.plotColours, .plotColours],
        [.plotColours, .plotColours, .plotColours], [.plotAxes, .plotColours, .plotColours, .plotColours],
    ]

    @Test(arguments: looks) func `a step of θ neither bins nor colours anew`(_ look: [Command]) {
        var driver = SessionDriver(ExampleRound.clustered(items: 3000))
        for command in look { driver.send(command) }
        let axes = driver.state.plot.axes
        let (binnings, colourings) = (driver.count(of: BinJob.self), driver.count(of: ColourJob.self))
        driver.send(.stepUp, .stepDown, .leapUp, .chooseHelp, .leapDown)
        #expect(driver.state.plot.axes == axes)
        #expect(driver.count(of: BinJob.self) == binnings)
        // Verdicts are held against the calls, which a step changes: that costs what there are verdicts.
        #expect(driver.count(of: ColourJob.self) - colourings == (driver.state.plot.colouring == .verdict ? 4 : 0))
    }

    @Test(arguments: AxisScale.allCases) func `zoom and pan hold on every scale`(_ scale: AxisScale) throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 500))
        while driver.state.plot.scale != scale { driver.send(.plotAxes) }
        let whole = try #require(driver.state.viewport)
        driver.send(.zoomIn)
        let item = try #require(driver.state.list.selectedItem)
        let scores = driver.state.round.columns.scores(ofKnown: Int(item))
        let view = try #require(driver.state.viewport)
        #expect(view.safety.contains(scores.safety) && view.helpfulness.contains(scores.helpfulness))
        #expect(driver.state.plot.grid?.viewport == view)
        driver.send(.panLeft, .panDown, .zoomOut, .zoomOut, .zoomOut)
        #expect(driver.state.viewport == whole)
        for _ in 0..<200 { driver.send(.zoomIn) }
        #expect(driver.state.message?.kind == .refusal)
        driver.send(.fitPlot)
        #expect(driver.state.viewport == whole)
    }

    // MARK: Regions

    @Test func `typed ranges are shown`() throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 500))
        #expect(run(.zoomIn, "safety 0.4..0.6 help 0.2..0.8", &driver) == nil)
        #expect(driver.state.viewport?.safety == ScoreRange(low: 0.4, high: 0.6))
        #expect(driver.state.viewport?.helpfulness == ScoreRange(low: 0.2, high: 0.8))
        #expect(run(.zoomIn, "help 0.5..0.7", &driver) == nil)
        #expect(driver.state.viewport?.safety == ScoreRange(low: 0.4, high: 0.6))
        #expect(driver.state.viewport?.helpfulness == ScoreRange(low: 0.5, high: 0.7))
        #expect(run(.zoomIn, "0.1..9 0.3..0.4", &driver) == nil)
        let safety = try #require(driver.state.viewport?.safety)
        #expect(safety.low == 0.1 && safety.high < 1.1)
    }

    @Test(arguments: [
        ("safety", "a range is missing"), ("0.4", "\"0.4\" is no range"), ("0.6..0.4", "ends where it begins"),
        ("safety help 0.1..0.2", "follows a score without its range"), ("a..b", "\"a\" is not a number"),
        ("help 0.1..0.2 help 0.3..0.4", "has two ranges"), ("nan..1", "is not finite"),
        ("5..9", "nothing to show there: safety is plotted from"), ("0.4..", "type a number"),
    ]) func `what is no range is said`(_ text: String, _ problem: String) {
        var driver = SessionDriver(ExampleRound.clustered(items: 500))
        let before = driver.state.viewport
        #expect(run(.zoomIn, text, &driver)?.contains(problem) == true)
        #expect(driver.state.viewport == before)
    }

    @Test func `the neighbourhood of the lines is shown`() throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 500))
        driver.send(.zoomToLines)
        let view = try #require(driver.state.viewport)
        let now = driver.state.thresholds.now
        #expect(view.safety.contains(now.adv) && view.safety.contains(now.safety))
        #expect(view.helpfulness.contains(now.help) && view.helpfulness.high - view.helpfulness.low < 0.5)
        #expect(run(.zoomToLines, "safety", &driver) == nil)
        let one = try #require(driver.state.viewport)
        #expect(one.safety.contains(now.safety) && !one.safety.contains(now.adv))
        #expect(one.helpfulness == view.helpfulness)
        #expect(run(.zoomToLines, "x", &driver) == "\"x\" is not a line; the lines are adv, safety, help")
    }

    // MARK: Colours

    @Test func `the colours go round, each field with few values among them`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 300))
        let names = (0..<5).map { _ in
            driver.send(.plotColours)
            return driver.state.plot.colouring.name
        }
        #expect(names == ["density", "verdict", "category", "style", "bucket"])
        #expect(driver.count(of: FacetsJob.self) == 1)
    }

    @Test func `a field is named, or refused by name`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 300))
        #expect(run(.plotColours, "style", &driver) == nil)
        #expect(driver.state.plot.colouring == .field("style"))
        #expect(driver.state.plotLayer?.categories.map(\.letter) == ["r"])
        let problem =
            "no field with few values is called \"colour\"; there are bucket, density, verdict, category, style"
        #expect(run(.plotColours, "colour", &driver) == problem)
        // Before the fields are known a name is taken, and refused once they are.
        var other = SessionDriver(ExampleRound.clustered(items: 300))
        #expect(run(.plotColours, "colour", &other) == nil)
        #expect(other.state.plot.colouring == .bucket)
        #expect(other.state.message == Message(.refusal, problem))
    }

    @Test func `verdicts are told apart, and follow the calls`() throws {
        var driver = Self.judging()
        driver.send(.showAccepted, .agree, .next, .callUnsafe, .next, .flag)
        driver.send(.showDiscarded, .callUnsure)
        driver.send(.plotColours, .plotColours)
        func counts() throws -> [String: Int] {
            let layer = try #require(driver.state.plotLayer)
            return Dictionary(
                uniqueKeysWithValues: layer.categories.map { (String(decoding: $0.name, as: UTF8.self), $0.count) }
            )
        }
        #expect(
            try counts() == ["overruled": 1, "disputed": 0, "flagged": 1, "unsure": 1, "agreed": 1]
        )
        // Where the rule calls the agreed one adversarial, it is overruled.
        #expect(run(.typeThreshold, "adv 0.99", &driver) == nil)
        #expect(try counts()["overruled"] == 1 && counts()["agreed"] == 1)
        driver.send(.undo)
        driver.send(.flag)
        #expect(driver.state.plotLayer?.request.revision == driver.state.revision)
    }

    @Test func `more values than colours leave a rest`() throws {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 400),
            text: { item in
                var text = SessionDriver.text(item)
                text.fields =
                    item % 10 == 0
                    ? []
                    : [
                        ItemText.Field(
                            name: Array("category".utf8),
                            value: Array("v\(min(8, Int(item) % 10))".utf8),
                            role: .category
                        )
                    ]
                return text
            }
        )
        driver.send(.plotColours, .plotColours, .plotColours)
        let layer = try #require(driver.state.plotLayer)
        #expect(layer.categories.count == PlotLayer.mostValues + 2)
        #expect(layer.categories.map(\.isNamed) == Array(repeating: true, count: 6) + [false, false])
        #expect(layer.categories.map(\.count) == [80, 40, 40, 40, 40, 40, 80, 40])
        #expect(String(decoding: layer.categories[0].name, as: UTF8.self) == "v8")
        #expect(Set(layer.categories.map(\.letter)).count == 8)
    }

    @Test func `numbers are coloured by ranges, the lowest first, and neighbours with few items share one`() throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 400))
        driver.send(.plotColours, .plotColours, .plotColours)
        let request = try #require(driver.state.plotLayer?.request)
        let population = Population(driver.state.round.columns)
        let bins = NumberBins(limits: [1, 2, 3, 4, 5, 6, 7, 8, 9])
        // The first bin has no item, the last hundred items have no number.
        let code = { (item: Int) in item < 300 ? UInt8([1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9, 9][item % 12]) : UInt8(255) }
        let codes = population.columns.blocks.indices.map { number in
            (0..<population.columns.blocks[number].count).map { code(population.columns.firstItem[number] + $0) }
        }
        let titles = bins.bins.map { Array($0.title.utf8) }
        let layer = PlotLayer(request, values: titles, codes: codes, bins: bins, in: population)
        let names = layer.categories.map { String(decoding: $0.name, as: UTF8.self) }
        #expect(names.count == PlotLayer.mostValues + 2)
        #expect(names.first?.hasPrefix("less than ") == true)
        #expect(names[6] == "9 and more")
        #expect(names.last == "none")
        #expect(layer.categories.map(\.isNamed) == Array(repeating: true, count: 7) + [false])
        #expect(layer.categories.map(\.count).reduce(0, +) == 400)
        #expect(layer.categories.last?.count == 100)
        #expect(layer.categories.map(\.letter).prefix(3) == ["a", "b", "c"])
        // Each range begins where the one before ends.
        for (one, next) in zip(names, names.dropFirst().dropLast()) {
            #expect(one.split(separator: " ").last == next.split(separator: " ").first, "\(one), \(next)")
        }
    }

    @Test func `the legend is shown where colours are not the buckets', or as asked`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 300))
        #expect(!driver.state.plot.hasLegend)
        driver.send(.plotColours)
        #expect(driver.state.plot.hasLegend)
        driver.send(.plotLegend)
        #expect(!driver.state.plot.hasLegend)
        driver.send(.plotLegend, .plotColours, .plotColours)
        #expect(driver.state.plot.hasLegend)
    }

    @Test func `drawings go round unless there is ASCII alone`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 300))
        driver.send(.plotDrawing, .plotDrawing)
        #expect(driver.state.plot.drawing == .ascii)
        driver.send(.plotDrawing)
        #expect(driver.state.plot.drawing == .braille)
        var state = ReviewState(name: "r", plotDrawing: .ascii)
        _ = reduce(&state, .command(.plotDrawing))
        #expect(state.plot.drawing == .ascii && state.message?.kind == .refusal)
    }
}
