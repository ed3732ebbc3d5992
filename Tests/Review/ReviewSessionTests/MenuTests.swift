import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

@Suite struct MenuTests {
    private func driver() -> SessionDriver {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 500),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        return driver
    }

    private func menu(_ driver: SessionDriver) throws -> MenuDialog {
        try #require(driver.state.dialog as? MenuDialog)
    }

    @Test func `it offers what can be done with the item, the list and the plot`() throws {
        var driver = driver()
        driver.send(.menu)
        let parts = try menu(driver).parts(in: driver.state)
        #expect(parts.map(\.title) == ["this item", "this list", "the plot", "the round"])
        #expect(parts[0].commands.contains(.callUnsafe) && parts[1].commands.contains(.nextOrder))
        driver.send(.cancel, .crosshair, .menu)
        #expect(try menu(driver).parts(in: driver.state).first?.title == "the crosshair")
    }

    @Test func `a row is done with Enter, or by its own key`() throws {
        var driver = driver()
        driver.send(.menu)
        let commands = try menu(driver).parts(in: driver.state).flatMap(\.commands)
        let row = try #require(commands.firstIndex(of: .nextOrder))
        let order = driver.state.list.order
        driver.send(.dialog(MenuDialog.id, .choose(row: row)))
        driver.send(.confirm)
        #expect(driver.state.dialog == nil && driver.state.list.order != order)
        driver.send(.menu, .typeThreshold)
        #expect(driver.state.dialog is ThresholdDialog)
        driver.send(.cancel, .menu, .callUnsafe)
        #expect(driver.state.dialog == nil && driver.state.verdicts.itemCount == 1)
    }

    @Test func `what hides things in a queue offers nothing that tells them`() throws {
        var driver = driver()
        driver.send(.openQueue, .confirm, .menu)
        try #require(driver.state.isBlind)
        let commands = try menu(driver).parts(in: driver.state).flatMap(\.commands)
        #expect(!commands.contains(.agree) && !commands.contains(.typeThreshold) && commands.contains(.callUnsafe))
        for command in commands { #expect(driver.state.isMeant(command), "\(command)") }
    }

    @Test func `a number in a line does the row`() {
        var driver = driver()
        driver.send(.menu)
        driver.send(.dialog(MenuDialog.id, .answer("2")))
        #expect(driver.state.dialog == nil && driver.state.verdicts.itemCount == 1)
        driver.send(.menu)
        driver.send(.dialog(MenuDialog.id, .answer("99")))
        #expect(driver.state.message?.kind == .refusal)
    }
}
