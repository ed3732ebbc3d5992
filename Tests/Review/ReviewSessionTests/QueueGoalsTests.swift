import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

/// What a sample aims at where items repeat each other: it is drawn of distinct ones, and they are what its goal counts.
struct QueueGoalsTests {
    /// 700 accepted rows, of which each of the first 120 comes twice.
    private static func driver() -> SessionDriver {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 700, seed: 5),
            given: ThresholdDefaults(adv: -1, safety: -1, help: -1),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening),
            text: { SessionDriver.text($0 < 580 ? $0 : $0 - 580) }
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: []))))
        return driver
    }

    private static func dialog(_ driver: SessionDriver) throws -> QueueDialog {
        try #require(driver.state.dialog as? QueueDialog)
    }

    @Test func `the dialog, the foot of the sample and the evidence have one goal and one number of items`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        let goal = SampleGoals(of: 580).usual
        #expect(driver.state.queue?.goal == goal && driver.state.queue?.size == 580 && driver.state.queue?.rows == 700)
        driver.send(.back, .openQueue)
        #expect(try Self.dialog(driver).goal(in: driver.state) == goal)
        #expect(driver.state.distinct(of: .accepted) == 580)
        let row = try #require(try Self.dialog(driver).rows(in: driver.state).first)
        #expect(row.detail == "700 items (580 distinct)")
        driver.send(.cancel, .showEvidence)
        let sentences = driver.state.evidence.sentences.map(\.text)
        #expect(sentences.contains { $0.hasPrefix("none of 580 distinct items checked.") })
        #expect(sentences.contains { $0.contains("\(goal) without a mistake would show that at most 5 %") })
        #expect(sentences.contains { $0.contains("700 items by θ alone (580 distinct)") })
    }

    @Test func `before distinct items are counted a goal is enough whatever their number, and they then have it`()
        throws
    {
        var driver = Self.driver()
        driver.holdsBack = true
        driver.send(.showAccepted, .openQueue)
        #expect(driver.state.distinct(of: .accepted) == nil)
        #expect(try Self.dialog(driver).goal(in: driver.state) == SampleGoals(upTo: 700).usual)
        driver.send(.confirm)
        driver.deliverAll()
        #expect(driver.state.queue?.goal == SampleGoals(of: 580).usual)
    }

    @Test func `what somebody chose stays, and is no more than there are`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .stepDown)
        #expect(try Self.dialog(driver).goal(in: driver.state) == 20)
        driver.send(.confirm)
        #expect(driver.state.queue?.goal == 20)
        driver.send(.back, .openQueue, .typeThreshold)
        driver.send(.screen(.dialog(GoalDialog.id, .fill("600"))))
        #expect(
            driver.state.dialog?.text(in: driver.state).contains { $0.contains("all 580 checked") } == true
        )
    }

    @Test func `thresholds that were moved have goals of their own`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm, .back, .openQueue)
        let before = try Self.dialog(driver).goal(in: driver.state)
        driver.send(.cancel, .chooseAdv, .typeThreshold)
        driver.type("0.5")
        driver.send(.confirm)
        let distinct = driver.state.distinct(of: .accepted)
        #expect(distinct == nil)
        driver.send(.openQueue)
        let now = try #require(driver.state.distinct(of: .accepted))
        #expect(now < 580)
        #expect(try Self.dialog(driver).goal(in: driver.state) == SampleGoals(of: now).usual)
        #expect(before == SampleGoals(of: 580).usual)
    }
}
