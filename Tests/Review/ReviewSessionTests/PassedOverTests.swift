import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Items of a queue that somebody goes on from without an answer.
struct PassedOverTests {
    private static func driver(
        items: Int = 400,
        entries: [JournalEntry] = [],
        reviewer: String = "ann",
        writer: UInt64 = 1
    ) -> SessionDriver {
        .judging(items: items, entries: entries, reviewer: reviewer, writer: writer)
    }

    /// A sample of the accepted bucket with the smallest goal, 20.
    private static func sample(entries: [JournalEntry] = []) throws -> (driver: SessionDriver, items: [UInt32]) {
        var driver = driver(entries: entries, writer: entries.isEmpty ? 1 : 2)
        driver.send(.showAccepted, .openQueue, .stepDown, .confirm)
        let queue = try #require(driver.state.queue)
        #expect(queue.goal == 20)
        return (driver, queue.items)
    }

    private static func audit(_ driver: SessionDriver) throws -> BucketAudit {
        try #require(driver.state.evidence.buckets.first { $0.bucket == .accepted })
    }

    @Test func `they come again before the goal`() throws {
        var (driver, items) = try Self.sample()
        driver.send(.callHelpful, .skip)
        #expect(driver.state.message != nil)
        for item in items[2..<20] {
            #expect(driver.state.currentItem == item)
            driver.send(.callHelpful)
        }
        // All others that the goal asks for have an answer, and it is not reached.
        #expect(driver.state.queue?.toGo == 1)
        #expect(driver.state.currentItem == items[1])
        driver.send(.callHelpful)
        #expect(driver.state.queue?.toGo == 0)
        #expect(try Self.audit(driver).sampled == 20)
        #expect(driver.state.currentItem == items[20])
    }

    @Test func `each comes in its turn however often it is passed over`() throws {
        var (driver, items) = try Self.sample()
        driver.send(.skip, .skip, .skip)
        for _ in 3..<20 { driver.send(.callHelpful) }
        for item in [items[0], items[1], items[2], items[0]] {
            #expect(driver.state.currentItem == item)
            driver.send(.skip)
        }
        #expect(driver.state.currentItem == items[1])
        driver.send(.callHelpful)
        #expect(driver.state.currentItem == items[2])
        driver.send(.callHelpful)
        // The only one that is left stays, and what else there is to do is said.
        #expect(driver.state.currentItem == items[0])
        driver.send(.skip)
        #expect(driver.state.currentItem == items[0])
        #expect(driver.state.message?.text.contains(driver.state.key(.callUnsure)) == true)
        #expect(driver.state.queue?.toGo == 1)
        driver.send(.callUnsure)
        #expect(driver.state.queue?.toGo == 0)
    }

    @Test func `beyond the goal they come again too`() throws {
        var (driver, items) = try Self.sample()
        for _ in 0..<20 { driver.send(.callHelpful) }
        driver.send(.skip)
        for _ in 21..<40 { driver.send(.callHelpful) }
        #expect(driver.state.currentItem == items[20])
        driver.send(.callHelpful)
        #expect(try Self.audit(driver).sampled == 40)
    }

    @Test func `they come first where the queue is taken up again`() throws {
        var (driver, items) = try Self.sample()
        driver.send(.callHelpful, .skip, .callHelpful, .back, .openQueue, .confirm)
        #expect(driver.state.currentItem == items[1])
        var resumed = try Self.sample(entries: driver.kept).driver
        #expect(resumed.state.currentItem == items[1])
        #expect(try Self.audit(resumed).passedOver == 1)
        resumed.send(.callHelpful)
        #expect(resumed.state.currentItem == items[3])
        #expect(try Self.audit(resumed).sampled == 3)
    }

    @Test func `an answer that is passed over is one no more`() throws {
        var (driver, items) = try Self.sample()
        driver.send(.callHelpful, .callHelpful, .previousItem, .skip)
        #expect(driver.state.queue?.checked == 1)
        #expect(driver.state.queue?.toGo == 19)
        #expect(driver.state.currentItem == items[2])
        driver.send(.undo)
        #expect(driver.state.queue?.checked == 2)
        #expect(driver.state.queue?.skipped.isEmpty == true)
        driver.send(.redo)
        #expect(driver.state.queue?.skipped == [items[1]])
        #expect(driver.state.currentItem == items[2])
        for _ in 2..<20 { driver.send(.callHelpful) }
        #expect(driver.state.currentItem == items[1])
    }

    @Test func `in a hunt they come again before the goal`() throws {
        var driver = Self.driver()
        driver.send(.openQueue, .first, .next, .next, .next, .stepDown, .confirm)
        let queue = try #require(driver.state.queue)
        #expect(queue.kind == .hunt && queue.goal == 20)
        driver.send(.skip)
        for _ in 1..<20 { driver.send(.callSafe) }
        #expect(driver.state.currentItem == queue.items[0])
        driver.send(.callSafe)
        #expect(driver.state.queue?.toGo == 0)
    }

    @Test(arguments: [false, true]) func `in a certificates sample they come again before the goal`(isAtAnyTime: Bool)
        throws
    {
        var driver = Self.driver(items: 1_200)
        driver.send(.openCertificate, .previous, .previous)
        if isAtAnyTime { driver.send(.stepUp) }
        driver.send(.confirm, .confirm)
        let queue = try #require(driver.state.queue)
        driver.send(.skip, .callUnsafe, .callHelpful)
        if isAtAnyTime {
            let status = try #require(driver.state.certificate.status)
            let later = "2 later verdicts count once it is judged; 1 of them is a mistake"
            let waiting = "1 item passed over comes first; \(later)"
            #expect(status.waitingText == waiting)
            #expect(status.result.contains(waiting))
        }
        for _ in 3..<queue.goal where driver.state.dialog == nil { driver.send(.callUnsafe) }
        #expect(driver.state.dialog == nil)
        #expect(driver.state.currentItem == queue.items[0])
        driver.send(.callHelpful)
        #expect(driver.state.certificate.status?.missing.isEmpty == true)
        #expect(driver.state.certificate.status?.waitingText == nil)
    }

    /// Of several reviewers who share a sample, each gets back what they passed over, or somebody else's answer takes its
    /// place.
    @Test func `reviewers who share a sample come to its goal`() throws {
        var ann = Self.driver(items: 1_200)
        ann.send(.showDiscarded, .flag)
        var bob = Self.driver(items: 1_200, reviewer: "bob", writer: 2)
        bob.send(.showDiscarded, .flag)
        ann.send(.review(.joined(bob.kept)))
        bob.send(.review(.joined(ann.kept)))
        var (toldByAnn, toldByBob) = (ann.kept.count, bob.kept.count)
        ann.send(.showAccepted, .openQueue, .confirm)
        bob.send(.showAccepted, .openQueue, .confirm)
        for turn in 0..<400 {
            if ann.state.queue?.toGo ?? 0 > 0 { ann.send(turn % 3 == 0 ? .skip : .callHelpful) }
            bob.send(.review(.joined(Array(ann.kept.dropFirst(toldByAnn)))))
            toldByAnn = ann.kept.count
            if bob.state.queue?.toGo ?? 0 > 0 { bob.send(turn % 4 == 0 ? .skip : .callHelpful) }
            ann.send(.review(.joined(Array(bob.kept.dropFirst(toldByBob)))))
            toldByBob = bob.kept.count
        }
        #expect(ann.state.queue?.toGo == 0 && bob.state.queue?.toGo == 0)
        #expect(try Self.audit(ann).sampled >= ann.state.queue?.goal ?? .max)
        #expect(try Self.audit(ann).waiting == 0)
    }

    @Test func `the figure says what it waits for and that a mistake is no part of it`() throws {
        var (driver, _) = try Self.sample()
        driver.send(.callHelpful, .callHelpful, .skip, .callHelpful, .callHelpful, .callHelpful)
        var audit = try Self.audit(driver)
        #expect(audit.waitingText == "1 item passed over comes first; 3 later verdicts count once it is judged")
        #expect(audit.soFar.label == "error rate without them")
        driver.send(.callUnsafe)
        audit = try Self.audit(driver)
        #expect(audit.wrong == 0 && audit.waitingWrong == 1)
        let waiting = "1 item passed over comes first; 4 later verdicts count once it is judged; 1 of them is a mistake"
        #expect(audit.waitingText == waiting)
        driver.send(.back, .showEvidence)
        #expect(driver.state.evidence.sentences.contains { $0.text == "\(waiting)." })
        let lines = driver.state.evidence.figures
        let said = try #require(lines.firstIndex { $0.text == waiting })
        // Before any rate that lacks it, and without a word on θ.
        #expect(lines[said + 1].label == "by the planned number")
        #expect(!lines.contains { $0.label.contains("θ") })
        driver.send(.cancel, .openQueue, .confirm, .callHelpful)
        audit = try Self.audit(driver)
        #expect(audit.waitingText == nil && audit.wrong == 1 && audit.sampled == 7)
    }

    @Test func `items that nobody came to are not called passed over`() throws {
        var driver = Self.driver(items: 600)
        driver.send(.showAccepted, .openQueue, .confirm)
        for _ in 0..<30 { driver.send(.callHelpful) }
        driver.send(.back, .chooseSafety, .leapDown, .showEvidence)
        let audit = try Self.audit(driver)
        #expect(audit.gapCount > 1 && audit.passedOver == 0)
        let later = DecimalText.counted(audit.waiting, "later verdict")
        let gaps = "\(audit.gapCount) items of the sample have no verdict"
        #expect(audit.waitingText == "\(gaps); judge them and \(later) count")
    }
}
