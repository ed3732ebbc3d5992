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

    @Test func `without labels it says how many would show something`() {
        var driver = Self.driver()
        driver.send(.showEvidence)
        #expect(driver.count(of: ContentJob.self) == 1)
        let evidence = driver.state.evidence
        #expect(
            evidence.sentences.count { $0.text.contains("without a mistake would show that at most 5 % are wrong") }
                == 3
        )
        // What is not there yet has no line.
        #expect(
            !(evidence.sentences + evidence.figures).contains { $0.kind == .figure || $0.text.contains("no estimate") }
        )
    }

    @Test func `it tells sentences, and one key on the figures behind them`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        for number in 0..<30 { driver.send(number % 8 == 0 ? .callUnsafe : .callHelpful) }
        driver.send(.back, .showEvidence)
        func told() throws -> [String] {
            try #require(driver.state.dialog as? EvidenceDialog).lines(in: driver.state).map(\.plain)
        }
        let sentence = try #require(try told().first { $0.hasPrefix("C accepted") })
        #expect(sentence.hasPrefix("C accepted: 30 checked, 4 wrong; the true error rate is likely between "))
        #expect(try !told().contains { $0.contains("confidence sequence") })
        driver.send(.showFigures)
        #expect(try told().contains { $0.contains("confidence sequence") })
        driver.send(.showFigures)
        #expect(try told().contains(sentence))
        driver.send(.cancel)
        driver.send(.run(.showEvidence, argument: "figures", line: ""))
        #expect(try told().contains { $0.contains("confidence sequence") })
        driver.send(.cancel)
        driver.send(.run(.showEvidence, argument: "all", line: ""))
        #expect(!(driver.state.dialog is EvidenceDialog))
    }

    /// Counts of the screen heed verdicts, and samples are drawn by the thresholds alone.
    @Test func `both numbers of items of a bucket are told apart`() throws {
        var driver = Self.driver()
        let before = try #require(driver.state.counting.tally?.counts[.accepted])
        driver.send(.showAccepted, .openQueue, .confirm)
        for number in 0..<20 { driver.send(number % 5 == 0 ? .callUnsafe : .callHelpful) }
        driver.send(.back, .showEvidence)
        let audit = try #require(Self.accepted(driver))
        #expect(audit.rows == before && audit.rowsWithVerdicts == before - 4)
        #expect(driver.state.counting.tally?.counts[.accepted] == audit.rowsWithVerdicts)
        let text = "\(before) items by θ alone, \(before - 4) with verdicts."
        #expect(driver.state.evidence.sentences.contains { $0.text == text })
        driver.send(.cancel, .openQueue)
        let rows = driver.state.dialog?.rows(in: driver.state) ?? []
        #expect(rows.first?.detail == "\(before) by θ alone")
        #expect(
            driver.state.evidence.buckets.allSatisfy {
                $0.rowsWithVerdicts == driver.state.counting.tally?.counts[$0.bucket]
            }
        )
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
