import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

/// Esc and Ctrl-C: one thing at a time, and nothing that somebody would miss.
@Suite struct ClosingTests {
    private func driver() -> SessionDriver { SessionDriver(ExampleRound.clustered(items: 500)) }

    private func filtered() -> SessionDriver {
        var driver = driver()
        driver.send(.run(.filter, argument: "safety < 0.9", line: ""))
        return driver
    }

    @Test(arguments: [[Command.help], [.search], [.facets], [.read], [.crosshair], [.menu]])
    func `what closes something leaves the filter on, and so does the key behind it`(_ opening: [Command]) throws {
        var driver = filtered()
        for command in opening { driver.send(.command(command)) }
        func escape() {
            // As the key map reads Esc.
            if let open = driver.state.dialog {
                driver.send(.dialog(open.id, .cancel))
            } else {
                driver.send(driver.state.plot.crosshair.isShown ? .crosshairClose : .back)
            }
        }
        escape()
        #expect(driver.state.dialog == nil && !driver.state.reading.isOpen && !driver.state.plot.crosshair.isShown)
        #expect(driver.state.find.filter != nil)
        escape()
        #expect(driver.state.find.filter != nil)
        #expect(driver.state.message?.kind == .refusal)
        escape()
        #expect(driver.state.find.filter == nil)
    }

    @Test func `Esc ends a filter at once where nothing was closed before it`() {
        var driver = filtered()
        driver.send(.read, .back, .next, .back)
        #expect(driver.state.find.filter == nil)
    }

    @Test func `a search goes before the filter, and takes it not along`() {
        var driver = filtered()
        driver.send(.run(.search, argument: "lock", line: ""))
        driver.send(.back)
        #expect(driver.state.find.search == nil && driver.state.find.filter != nil)
    }

    @Test func `Ctrl-C closes what lies on top, one after the other, and then leaves`() throws {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 500),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.send(.openQueue, .confirm, .help)
        driver.send(.interrupt)
        #expect(driver.state.dialog == nil && driver.state.queue != nil)
        driver.send(.interrupt)
        #expect(driver.state.queue == nil)
        driver.send(.crosshair, .interrupt)
        #expect(!driver.state.plot.crosshair.isShown)
        driver.send(.read, .interrupt)
        #expect(!driver.state.reading.isOpen && driver.outside.isEmpty)
        driver.send(.interrupt)
        guard case .screen(.quit(130, _))? = driver.outside.last else {
            Issue.record("it did not leave")
            return
        }
    }

    @Test func `Ctrl-C asks before an export is lost, and a second one leaves`() {
        var driver = driver()
        driver.send(.export)
        driver.send(.confirm)
        driver.send(.interrupt)
        #expect(driver.state.dialog is LeaveExportDialog)
        driver.send(.cancel)
        #expect(driver.state.dialog == nil && driver.state.export.run != nil)
        driver.send(.interrupt, .interrupt)
        guard case .screen(.quit(130, _))? = driver.outside.last else {
            Issue.record("it did not leave")
            return
        }
        #expect(driver.outside.stops(.export))
    }

    @Test func `Ctrl-C asks before verdicts are lost, and a second one leaves`() {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 500),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.keepProblem = "the disk is full"
        driver.send(.callUnsafe)
        driver.send(.interrupt)
        #expect(driver.state.dialog is LeaveVerdictsDialog)
        driver.send(.interrupt)
        guard case .screen(.quit(74, _))? = driver.outside.last else {
            Issue.record("it did not leave")
            return
        }
    }

    @Test(arguments: [Command.stepDown, .stepUp, .leapDown, .leapUp])
    func `no key moves a threshold while a text is read`(_ step: Command) {
        var driver = driver()
        let before = driver.state.thresholds.now
        driver.send(.read)
        driver.send(.command(step))
        #expect(driver.state.thresholds.now == before)
        driver.send(.back)
        driver.send(.command(step))
        #expect(driver.state.thresholds.now != before)
    }

    @Test func `many verdicts open with none chosen, and more than 50 items want their number`() throws {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 500),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.send(.judgeMany)
        #expect(try #require(driver.state.dialog as? BulkDialog).answer == nil)
        driver.send(.confirm)
        #expect(driver.state.dialog is BulkDialog && driver.state.bulk.pending == nil)
        driver.send(.callUnsafe, .confirm)
        #expect(driver.state.dialog is BulkCountDialog)
    }
}
