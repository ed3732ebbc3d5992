import AuditStatistics
import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

struct EvidenceTests {
    private static func driver(items: Int = 600) -> SessionDriver { .judging(items: items) }

    private static func accepted(_ driver: SessionDriver) -> BucketAudit? {
        driver.state.evidence.buckets.first { $0.bucket == .accepted }
    }

    @Test func `without labels it says how many are missing`() {
        var driver = Self.driver()
        driver.send(.showEvidence)
        #expect(driver.count(of: ContentJob.self) == 1)
        #expect(driver.state.evidence.lines.contains { $0.kind == .missing && $0.text.contains("check 1 item") })
        #expect(!driver.state.evidence.lines.contains { $0.kind == .figure })
    }

    @Test func `it follows labels and theta`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        for number in 0..<20 { driver.send(number % 5 == 0 ? .callUnsafe : .callHelpful) }
        // The working screen is told after each answer.
        #expect(Self.accepted(driver)?.sampled == 20)
        #expect(Self.accepted(driver)?.wrong == 4)
        driver.send(.back, .showEvidence)
        let before = try #require(Self.accepted(driver))
        #expect(before.errorRateWhileLabelling.estimate?.labels == 20)
        driver.send(.leapUp)
        let after = try #require(Self.accepted(driver))
        #expect(after.size < before.size)
        #expect(driver.state.evidence.report?.thresholds == driver.state.thresholds.now)
        #expect(!driver.state.evidence.isLagging)
        driver.send(.undo)
        #expect(Self.accepted(driver) == before)
    }

    @Test func `the present sets are compared with those of the baseline`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        for number in 0..<40 { driver.send(number % 5 == 0 ? .callUnsafe : .callHelpful) }
        driver.send(.back, .showEvidence)
        #expect(driver.state.evidence.report?.others.isEmpty == true)
        driver.send(.leapUp)
        let report = try #require(driver.state.evidence.report)
        #expect(report.others.map(\.bucket) == [.adversarial, .accepted])
        #expect(report.others[1].thresholds == driver.state.thresholds.baseline)
        #expect(report.others[1].precision.estimate?.value == 0.8)
    }

    /// What lies before the labels after a move of θ is what its key leads to.
    @Test func `gaps are what is judged next`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        for _ in 0..<30 { driver.send(.callHelpful) }
        driver.send(.back, .chooseSafety, .leapDown, .leapDown, .showEvidence)
        let audit = try #require(Self.accepted(driver))
        #expect(audit.gapCount > 0)
        #expect(audit.sampled + audit.waiting == 30)
        driver.send(.showAccepted)
        #expect(driver.state.dialog == nil)
        let queue = try #require(driver.state.queue)
        #expect(queue.toGo == audit.gapCount)
        for gap in audit.gaps {
            #expect(driver.state.currentItem == gap)
            driver.send(.callHelpful)
        }
        #expect(Self.accepted(driver)?.sampled == 30 + audit.gapCount)
        #expect(Self.accepted(driver)?.gapCount == 0)
    }

    @Test func `without a file there is no evidence`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 100))
        driver.send(.showEvidence)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test func `nothing is asked twice`() {
        var driver = Self.driver()
        driver.send(.showEvidence)
        let before = driver.count(of: EvidenceJob.self)
        driver.send(.next, .pageDown, .last, .first)
        #expect(driver.count(of: EvidenceJob.self) == before)
        driver.send(.stepUp)
        #expect(driver.count(of: EvidenceJob.self) == before + 1)
        driver.send(.cancel, .stepUp)
        #expect(driver.count(of: EvidenceJob.self) == before + 1)
    }
}
