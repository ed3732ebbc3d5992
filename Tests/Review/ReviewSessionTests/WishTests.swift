import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

/// Thresholds by what somebody wants of them.
@Suite struct WishTests {
    private func driver(indexes: Bool = true) -> SessionDriver {
        SessionDriver(
            ExampleRound.clustered(items: 500),
            indexes: indexes,
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
    }

    private func opened(_ text: String, indexes: Bool = true) throws -> SessionDriver {
        var driver = driver(indexes: indexes)
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.send(.typeThreshold)
        driver.type(text)
        return driver
    }

    private func answer(_ driver: SessionDriver) throws -> WishAnswer {
        let open = try #require(driver.state.dialog as? ThresholdDialog)
        return try #require(driver.state.answer(of: open))
    }

    @Test(arguments: [true, false], ["61 accepted", "10 %", "0.9", "as baseline"])
    func `what is typed shows what it would give, and Enter gives that`(_ indexes: Bool, _ text: String) throws {
        var driver = try opened(text, indexes: indexes)
        let before = driver.state.thresholds.now
        let answer = try answer(driver)
        let next = try #require(answer.thresholds)
        #expect(driver.state.thresholds.now == before)
        #expect(answer.counts == driver.state.population.tally(next, baseline: next).counts)
        if text.hasPrefix("61") { #expect(answer.counts?.accepted == 61) }
        if text.hasPrefix("10") { #expect(answer.counts?.accepted == 50) }
        driver.send(.confirm)
        #expect(driver.state.dialog == nil && driver.state.thresholds.now == next)
        #expect(driver.state.counting.tally?.counts == answer.counts)
        if next != before {
            driver.send(.undo)
            #expect(driver.state.thresholds.now == before)
        }
    }

    @Test func `with an index the same comes of it as by looking at every item`() throws {
        for text in ["61 accepted", "33 %", "7 discarded", "0 accepted", "500 accepted"] {
            #expect(try answer(opened(text)) == answer(opened(text, indexes: false)), "\(text)")
        }
    }

    @Test func `verdicts count in what it would give`() throws {
        var driver = driver()
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.send(.showAccepted, .callUnsafe, .callUnsafe, .callUnsafe)
        driver.send(.typeThreshold)
        driver.type("61 accepted")
        driver.send(.confirm)
        #expect(driver.state.counting.tally?.counts.accepted == 61)
    }

    @Test func `a count that ties make impossible says which are possible, and sets nothing`() throws {
        let safety = [0.1, 0.5, 0.5, 0.5, 0.9, 0.9], help = [Double](repeating: 1, count: 6)
        var driver = SessionDriver(
            ScoreColumns(safety: safety, helpfulness: help),
            given: ThresholdDefaults(adv: 0, safety: 0, help: 0)
        )
        let before = driver.state.thresholds.now
        driver.send(.typeThreshold)
        driver.type("3 accepted")
        driver.send(.confirm)
        let dialog = try #require(driver.state.dialog as? ThresholdDialog)
        let problem = try #require(dialog.problem)
        #expect(problem.contains("2 and 5"), "\(problem)")
        #expect(driver.state.thresholds.now == before)
        // A share takes the nearest, and says so.
        driver.send(.cancel)
        driver.send(.run(.typeThreshold, argument: "60 %", line: ""))
        #expect(driver.state.counting.tally?.counts.accepted == 5)
        #expect(driver.state.message?.text.contains("5 is nearest") == true)
    }

    @Test(arguments: [
        ("501 accepted", "there are only 500 items"), ("1e400 accepted", "there are only 500 items"),
        ("12 adversarial", "θ safety does not change how many items are adversarial"), ("10^400", "not a number"),
        ("1e400", "not finite"), ("as nowhere.review", "there is no nowhere.review"),
    ]) func `what cannot be is said, and sets nothing`(_ text: String, _ says: String) throws {
        var driver = try opened(text)
        let before = driver.state.thresholds
        driver.send(.confirm)
        let problem = try #require((driver.state.dialog as? ThresholdDialog)?.problem)
        #expect(problem.contains(says), "\(problem)")
        #expect(driver.state.thresholds == before)
        driver.send(.edit(.backspace))
        #expect((driver.state.dialog as? ThresholdDialog)?.problem == nil)
    }

    @Test func `thresholds come from another round's review, one or all`() {
        var driver = driver()
        driver.send(.run(.typeThreshold, argument: "as round-1.review", line: ""))
        #expect(driver.state.thresholds.now == Thresholds(adv: 0.5, safety: 0.7, help: 0.4))
        driver.send(.run(.typeThreshold, argument: "all as round-1.review", line: ""))
        #expect(driver.state.thresholds.now == Thresholds(adv: 0.3, safety: 0.7, help: 0.35))
        driver.send(.run(.typeThreshold, argument: "help as baseline", line: ""))
        #expect(driver.state.thresholds.now == Thresholds(adv: 0.3, safety: 0.7, help: 0.4))
        #expect(driver.state.thresholds.chosen == .help)
        driver.send(.run(.typeThreshold, argument: "adv 10 %", line: ""))
        #expect(driver.state.counting.tally?.counts.adversarial == 50)
    }

    @Test func `Enter before it is worked out sets it when it is`() throws {
        var driver = driver(indexes: false)
        driver.holdsBack = true
        driver.send(.typeThreshold)
        driver.type("61 accepted")
        let before = driver.state.thresholds.now
        driver.send(.confirm)
        #expect(driver.state.dialog is ThresholdDialog && driver.state.thresholds.now == before)
        #expect(driver.state.pendingWork != nil)
        let job = try #require(driver.held.lastIndex { $0.job is WishJob })
        driver.deliver(job)
        #expect(driver.state.dialog == nil && driver.state.thresholds.now != before)
    }

    @Test func `an answer to what was typed before sets nothing`() throws {
        var driver = driver(indexes: false)
        driver.holdsBack = true
        driver.send(.typeThreshold)
        driver.type("61 accepted")
        driver.send(.confirm)
        let job = try #require(driver.held.lastIndex { $0.job is WishJob })
        let before = driver.state.thresholds.now
        driver.send(.edit(.home))
        driver.deliver(job)
        #expect(driver.state.dialog is ThresholdDialog && driver.state.thresholds.now == before)
    }

    @Test func `lines that cross are said when they come to cross`() {
        var driver = driver()
        driver.send(.run(.typeThreshold, argument: "adv 0.95", line: ""))
        #expect(driver.state.message?.text.contains("θ adv lies above θ safety") == true)
    }

    @Test func `one score beyond 1 does not make another scale without a word`() {
        var safety = (0..<200).map { Double($0) / 200 }
        let help = safety
        var driver = SessionDriver(ScoreColumns(safety: safety, helpfulness: help))
        #expect(driver.state.message?.text.contains("scale") == false)
        safety[17] = 1.25
        driver = SessionDriver(ScoreColumns(safety: safety, helpfulness: help))
        #expect(driver.state.message?.text.contains("the highest safety score is 1.25") == true)
    }
}
