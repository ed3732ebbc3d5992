import DensityPlot
import ReviewSession
import RoundModel
import TestSupport
import Testing

/// Zooming and moving the plot, from keys to dots.
@Suite struct PlotMoveTests {
    private func driver() -> SessionDriver { SessionDriver(ExampleRound.clustered(items: 500)) }

    @Test func `zooming halves the view about the item, which stays in it`() throws {
        var driver = driver()
        let before = try #require(driver.state.viewport)
        driver.send(.zoomIn)
        let after = try #require(driver.state.viewport)
        #expect(abs((after.safety.high - after.safety.low) * 2 - (before.safety.high - before.safety.low)) < 1e-12)
        let item = try #require(driver.state.list.selectedItem)
        let scores = driver.state.round.columns.scores(ofKnown: Int(item))
        #expect(after.safety.contains(scores.safety) && after.helpfulness.contains(scores.helpfulness))
        #expect(driver.state.plot.grid?.viewport == after)
        driver.send(.zoomOut)
        #expect(driver.state.viewport == before)
    }

    @Test func `the view moves as far as the scores go`() throws {
        var driver = driver()
        let whole = try #require(driver.state.viewport)
        driver.send(.zoomIn, .zoomIn)
        for _ in 0..<40 { driver.send(.panRight, .panUp) }
        let corner = try #require(driver.state.viewport)
        #expect(corner.safety.high == whole.safety.high)
        #expect(corner.helpfulness.high == whole.helpfulness.high)
        #expect(driver.state.message?.kind == .refusal)
        for _ in 0..<40 { driver.send(.panLeft, .panDown) }
        #expect(driver.state.viewport?.safety.low == whole.safety.low)
        driver.send(.fitPlot)
        #expect(driver.state.viewport == whole)
    }

    @Test func `there is an end to zooming both ways`() {
        var driver = driver()
        for _ in 0..<200 { driver.send(.zoomIn) }
        #expect(driver.state.message?.kind == .refusal)
        for _ in 0..<200 { driver.send(.zoomOut) }
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test(arguments: [[-1e308, 1e308, 0], [5e307, 5e307, 5e307], [1, 3, 2].map { $0 * 1e-300 / 1e10 }, [7, 7, 7]])
    func `no scale makes the view fail`(_ scores: [Double]) {
        var driver = SessionDriver(ScoreColumns(safety: scores, helpfulness: scores))
        for command in [Command.zoomIn, .panLeft, .panUp, .zoomOut, .zoomOut, .panRight, .panDown, .fitPlot] {
            driver.send(command)
            #expect(driver.state.viewport != nil)
        }
    }
}
