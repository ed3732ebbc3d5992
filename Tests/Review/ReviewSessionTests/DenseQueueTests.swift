import AuditStatistics
import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

struct DenseQueueTests {
    private static func driver(items: Int = 1_200) -> SessionDriver {
        var driver = SessionDriver(
            ExampleRound.clustered(items: items),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        return driver
    }

    private static func plan(_ driver: SessionDriver) -> SamplePlan? { driver.state.samplePlan(of: .accepted) }

    @Test func `a sample is drawn denser near the lines, and its plan is kept with the first verdict`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue)
        let offer = try #require(driver.state.denseOffer(for: .accepted))
        driver.send(.toggleDensity, .confirm)
        let queue = try #require(driver.state.queue)
        #expect(queue.kind == .estimation(.accepted) && queue.isBlind && queue.goal == offer.labels)
        #expect(queue.density?.design == offer.design && queue.numbers != queue.numbers.sorted())
        #expect(Self.plan(driver) == nil)
        driver.send(.callHelpful)
        let plan = try #require(Self.plan(driver))
        #expect(plan.design == offer.design && plan.labels == offer.labels)
        #expect(
            plan.sizes == SamplePlan.Sizes(near: queue.density?.near ?? 0, far: queue.size - (queue.density?.near ?? 0))
        )
        let verdict = try #require(driver.state.verdicts.record(of: queue.items[0])?.lines.first?.verdict)
        #expect(verdict.draw == Verdict.Draw(seed: 11, number: queue.numbers[0]))
        for _ in 1..<offer.labels { driver.send(.callHelpful) }
        let audit = try #require(driver.state.evidence.buckets.first { $0.bucket == .accepted })
        #expect(audit.errorRate.estimate?.labels == offer.labels && audit.dense?.plan == plan)
    }

    @Test func `what was planned is how it goes on, whatever is chosen later`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .toggleDensity, .confirm, .callHelpful, .back)
        driver.send(.openQueue)
        #expect(driver.state.denseOffer(for: .accepted) == nil)
        driver.send(.confirm)
        let queue = try #require(driver.state.queue)
        #expect(queue.density?.design == Self.plan(driver)?.design && queue.checked == 1)
        // The lines of a plan are those of its thresholds.
        driver.send(.back, .chooseSafety, .stepUp, .showAccepted, .openQueue, .confirm)
        #expect(driver.state.queue?.density == nil && driver.state.queue != nil)
    }

    @Test func `a sample that has begun stays as it is`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm, .callHelpful, .back, .openQueue, .toggleDensity, .confirm)
        let queue = try #require(driver.state.queue)
        #expect(queue.density == nil && queue.checked == 1)
        #expect(Self.plan(driver)?.design == nil && Self.plan(driver) != nil)
    }

    @Test func `where it gains nothing it is refused`() throws {
        var driver = Self.driver(items: 60)
        driver.send(.showAccepted, .openQueue, .toggleDensity, .confirm)
        #expect(driver.state.queue == nil)
        let dialog = try #require(driver.state.dialog as? QueueDialog)
        #expect(dialog.problem?.contains("gains nothing") == true)
        driver.send(.toggleDensity, .confirm)
        #expect(driver.state.queue != nil)
    }

    /// A hunt needs no contents, and what is offered asks for none.
    @Test func `the dialog reads no texts`() {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue)
        #expect(driver.count(of: ContentJob.self) == 0)
        #expect(driver.count(of: DenseOfferJob.self) == 1)
        driver.send(.nextRow, .previousRow)
        #expect(driver.count(of: DenseOfferJob.self) == 1)
    }
}
