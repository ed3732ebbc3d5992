import AuditStatistics
import ReviewAudit
import RoundModel
import Testing
import Verdicts

struct SamplePlanTests {
    private static func plan(_ round: AuditedRound, _ labels: Int, at theta: Thresholds? = nil) -> SamplePlan {
        SamplePlan(.accepted, at: theta ?? round.thresholds, seed: round.seed, labels: labels)
    }

    private static func accepted(_ round: AuditedRound, at theta: Thresholds? = nil) throws -> BucketAudit {
        try #require(try round.report(at: theta).buckets.first { $0.bucket == .accepted })
    }

    /// The figure of a fixed number of labels, by the plain formula.
    private static func figure(_ round: AuditedRound, first count: Int) throws -> Figure {
        let queue = round.queue(.accepted)
        let check = try BucketCheck(
            AuditPopulation(.bucket(.accepted), size: queue.size),
            checked: count,
            wrong: queue.items.prefix(count).count { round.truth[Int($0)] != .accepted }
        )
        return try check.errorRate(alpha: 0.05, .done)
    }

    /// Somebody who stops where the figure is pleasant sees none before the planned number, and none that changes after it.
    @Test func `the figure comes with the planned number and is final`() throws {
        var round = AuditedRound(items: 900, errors: 0.2, seed: 31)
        round.take(.certificate(Self.plan(round, 30).text))
        let items = round.queue(.accepted).items
        for item in items.prefix(12) { round.label(item) }
        let before = try Self.accepted(round)
        #expect(before.planned == .labels(30) && before.errorRate == .missing(labels: 18))
        #expect(before.errorRateWhileLabelling.estimate?.labels == 12)
        for item in items[12..<30] { round.label(item) }
        let figure = try Self.figure(round, first: 30)
        #expect(try Self.accepted(round).errorRate == figure && figure.estimate?.labels == 30)
        for item in items[30..<75] {
            round.label(item)
            #expect(try Self.accepted(round).errorRate == figure)
        }
        #expect(try Self.accepted(round).errorRateWhileLabelling.estimate?.labels == 75)
    }

    @Test func `it is told how far the planned number is`() throws {
        var round = AuditedRound(items: 900, errors: 0.2, seed: 31)
        round.take(.certificate(Self.plan(round, 30).text))
        for item in round.queue(.accepted).items.prefix(12) { round.label(item) }
        let lines = try round.report().lines
        #expect(lines.contains { $0.text == "12 of 30 planned items checked; the rate is told when all are" })
        #expect(lines.contains { $0.text == "18 more complete the planned 30; the rate is then final." })
        #expect(lines.contains { $0.label == "safe to read at any time" && $0.kind == .figure })
    }

    @Test func `of several plans the first counts, in whatever order reviews were joined`() throws {
        let round = AuditedRound(items: 300, errors: 0.1, seed: 32)
        let entries = [(5, 40), (3, 25), (4, 60)].enumerated().map { number, plan in
            JournalEntry(
                id: EntryID(writer: UInt64(number + 1), turn: 1),
                time: plan.0,
                reviewer: "ann",
                event: .certificate(Self.plan(round, plan.1).text)
            )
        }
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            let plans = SamplePlans(ReviewRecord(order.map { entries[$0] }))
            #expect(plans.planned(.accepted, at: round.thresholds, seed: round.seed) == .labels(25))
        }
    }

    @Test func `other thresholds have no number that was fixed in time`() throws {
        var round = AuditedRound(items: 900, errors: 0.2, seed: 33)
        round.take(.certificate(Self.plan(round, 20).text))
        for item in round.queue(.accepted).items.prefix(40) { round.label(item) }
        let stricter = Thresholds(adv: 0.3, safety: 0.8, help: 0.4)
        let audit = try Self.accepted(round, at: stricter)
        #expect(audit.planned == .elsewhere && audit.errorRate == .missing(labels: audit.size - audit.sampled))
        #expect(audit.errorRateWhileLabelling.estimate != nil)
        // Another bucket's sample is another.
        #expect(try round.report().buckets[0].planned == .never)
    }

    @Test func `a review of before has its figure, and all checked needs no plan`() throws {
        var round = AuditedRound(items: 120, errors: 0.2, seed: 34)
        let items = round.queue(.accepted).items
        for item in items.prefix(10) { round.label(item) }
        #expect(try Self.accepted(round).errorRate == Self.figure(round, first: 10))
        round.take(.certificate(Self.plan(round, 400).text))
        for item in items.dropFirst(10) { round.label(item) }
        #expect(try Self.accepted(round).errorRate.estimate?.method == .census)
    }

    /// The journal keeps both kinds of records at one place.
    @Test func `plans of samples and certificates leave each other alone`() throws {
        var certified = try CertifiedRound(
            AuditedRound(items: 300, errors: 0.1, seed: 8),
            CertificateWish(alpha: 0.1, delta: 0.1)
        )
        certified.round.take(.certificate(Self.plan(certified.round, 30).text))
        certified.round.take(.certificate(#"{"record":"sample","version":2,"labels":"many"}"#))
        certified.round.take(.certificate("nothing"))
        let journal = CertificateJournal(certified.round.record)
        #expect(journal.plan?.isSame(as: certified.plan) == true)
        #expect(journal.count == 4 && journal.problems.count == 1)
        let plans = SamplePlans(certified.round.record)
        let theta = certified.round.thresholds
        #expect(plans.planned(.accepted, at: theta, seed: certified.round.seed) == .labels(30))
        #expect(plans.planned(.accepted, at: theta, seed: 1) == .never)
    }
}
