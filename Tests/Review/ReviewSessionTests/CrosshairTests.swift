import DensityPlot
import ReviewSession
import RoundModel
import TestSupport
import Testing

@Suite struct CrosshairTests {
    @Test func `it opens at the item, moves cell by cell, and ends at the edges`() throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 500))
        driver.send(.crosshair)
        let item = try #require(driver.state.list.selectedItem)
        let scores = driver.state.round.columns.scores(ofKnown: Int(item))
        let cells = try #require(driver.state.plotCells)
        let start = try #require(driver.state.crosshairReading)
        #expect(start.column == cells.column(of: scores.safety) && start.row == cells.row(of: scores.helpfulness))
        #expect(try #require(start.items) >= 1)
        driver.send(.crosshairRight, .crosshairUp, .crosshairUp, .crosshairLeft, .crosshairLeft)
        let moved = try #require(driver.state.crosshairReading)
        #expect(moved.column == start.column - 1 && moved.row == start.row - 2)
        for _ in 0..<20 { driver.send(.crosshairLeapLeft, .crosshairLeapUp) }
        #expect(driver.state.crosshairReading.map { [$0.column, $0.row] } == [0, 0])
        #expect(driver.state.message?.kind == .refusal)
        for _ in 0..<200 { driver.send(.crosshairRight, .crosshairDown) }
        #expect(driver.state.crosshairReading.map { [$0.column, $0.row] } == [cells.columns - 1, cells.rows - 1])
        driver.send(.crosshairClose)
        #expect(driver.state.crosshairReading == nil)
        driver.send(.crosshairLeft)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test(arguments: AxisScale.allCases) func `what it says is what lies there`(_ scale: AxisScale) throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 2000))
        while driver.state.plot.scale != scale { driver.send(.plotAxes) }
        driver.send(.crosshair)
        let cells = try #require(driver.state.plotCells)
        for command in [Command.crosshairLeft, .crosshairUp, .crosshairLeapLeft, .crosshairLeapDown, .crosshairRight] {
            driver.send(command)
            let reading = try #require(driver.state.crosshairReading)
            #expect(cells.column(of: reading.scores.safety) == reading.column)
            #expect(cells.row(of: reading.scores.helpfulness) == reading.row)
            let columns = driver.state.round.columns
            let there = (0..<columns.count).count { item in
                let scores = columns.scores(ofKnown: item)
                return cells.column(of: scores.safety) == reading.column
                    && cells.row(of: scores.helpfulness) == reading.row
            }
            #expect(reading.items == there)
            let now = driver.state.thresholds.now
            #expect(
                reading.bucket == now.bucket(safety: reading.scores.safety, helpfulness: reading.scores.helpfulness)
            )
        }
    }

    @Test func `a line through its cell is said`() throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 500))
        driver.send(.crosshair)
        let cells = try #require(driver.state.plotCells)
        let target = try #require(cells.column(of: driver.state.thresholds.now.safety))
        while let at = driver.state.crosshairReading, at.column != target {
            driver.send(at.column < target ? .crosshairRight : .crosshairLeft)
        }
        #expect(driver.state.crosshairReading?.lines.contains(.safety) == true)
    }

    @Test func `the nearest item is opened in the list of its bucket`() throws {
        var driver = SessionDriver(
            ScoreColumns(safety: [0.1, 0.9, 0.62, 0.2], helpfulness: [0.5, 0.9, 0.6, 0.9]),
            given: ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4)
        )
        driver.send(.showAccepted, .crosshair)
        for _ in 0..<12 { driver.send(.crosshairLeft) }
        for _ in 0..<3 { driver.send(.crosshairDown) }
        driver.send(.crosshairOpen)
        #expect(driver.state.list.tab == .bucket(.discarded))
        #expect(driver.state.list.selectedItem == 2)
        #expect(driver.state.reading.isOpen && driver.state.reading.hasFocus)
        #expect(!driver.state.plot.crosshair.isShown)
    }

    @Test func `zoom goes to it, and to the region from its corner`() throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 500))
        driver.send(.crosshair, .crosshairLeapLeft, .crosshairLeapLeft)
        let at = try #require(driver.state.plot.crosshair.point)
        driver.send(.zoomIn)
        #expect(driver.state.viewport?.safety.contains(at.safety) == true)
        driver.send(.fitPlot, .crosshairCorner)
        let before = try #require(driver.state.plotCells)
        let corner = try #require(driver.state.crosshairReading)
        for _ in 0..<8 { driver.send(.crosshairRight) }
        for _ in 0..<3 { driver.send(.crosshairUp) }
        driver.send(.zoomIn)
        let view = try #require(driver.state.viewport)
        #expect(view.safety.low == before.span(ofColumn: corner.column).lowerBound)
        #expect(view.safety.high == before.span(ofColumn: corner.column + 8).upperBound)
        #expect(view.helpfulness.low == before.span(ofRow: corner.row).lowerBound)
        #expect(view.helpfulness.high == before.span(ofRow: corner.row - 3).upperBound)
        #expect(driver.state.plot.crosshair.corner == nil)
    }

    @Test func `without items or room there is none`() {
        var empty = SessionDriver(ScoreColumns(safety: [], helpfulness: []))
        empty.send(.crosshair)
        #expect(empty.state.message?.kind == .refusal)
        var driver = SessionDriver(ExampleRound.clustered(items: 50), panes: PaneSizes())
        driver.send(.crosshair)
        #expect(driver.state.message?.kind == .refusal)
        driver.send(.crosshairCorner, .crosshairOpen)
        #expect(driver.state.crosshairReading == nil)
    }
}
