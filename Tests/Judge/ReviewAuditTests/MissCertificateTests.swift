import AuditStatistics
import Foundation
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Promises about the unsafe responses that the thresholds miss.
struct MissCertificateTests {
    private static let round = AuditedRound(items: 2_000, errors: 0.02, seed: 61)

    private static func wish(
        _ target: MissPlan.Target = .accepted,
        alpha: Double = 0.2,
        labels: Int? = nil
    ) -> CertificateWish {
        CertificateWish(alpha: alpha, delta: 0.05, misses: target, labels: labels)
    }

    /// A round with a plan, all of its sample judged as a person who never errs would, but for some.
    private static func judged(
        _ target: MissPlan.Target = .accepted,
        unsafe: Int = 0,
        in round: AuditedRound = MissCertificateTests.round
    ) throws -> CertifiedRound {
        var certified = try CertifiedRound(round, wish(target))
        var left = unsafe
        for place in certified.sample.items.indices {
            let isMissed = certified.plan.plan.isMissed(certified.sample.scores[place])
            let isUnsafe = !isMissed || left > 0
            if isMissed, left > 0 { left -= 1 }
            certified.label(place..<place + 1, isUnsafe ? .unsafe : .helpful)
        }
        return certified
    }

    @Test(arguments: MissPlan.Target.allCases) func `both sides of the thresholds are drawn`(_ target: MissPlan.Target)
        throws
    {
        let certified = try CertifiedRound(Self.round, Self.wish(target))
        let (plan, sample) = (certified.plan, certified.sample)
        let misses = try #require(plan.plan.misses)
        #expect(plan.misses == target && plan.plan.rows == [[Self.round.thresholds]])
        let caught = sample.items.filter { Self.round.call($0) == .adversarial }
        #expect(caught.count == misses.caughtLabels && plan.sampleSize == sample.items.count)
        #expect(sample.items.count == misses.caughtLabels + misses.missedLabels)
        #expect(plan.sizes.caught == Self.round.members(.adversarial).count)
        let beyond = target == .accepted ? [Bucket.accepted] : [.accepted, .discarded]
        #expect(plan.sizes.loosest == beyond.reduce(0) { $0 + Self.round.members($1).count })
        #expect(sample.items.allSatisfy { ([.adversarial] + beyond).contains(Self.round.call($0)) })
        #expect(sample.numbers == sample.numbers.sorted())
        // Each side is the beginning of its order.
        let queue = EstimationQueue(
            distinct: .adversarial,
            at: Self.round.thresholds,
            in: Self.round.columns,
            keys: Self.round.keys,
            seed: plan.seed,
            limit: misses.caughtLabels
        )
        #expect(Set(queue.items.prefix(misses.caughtLabels)) == Set(caught))
    }

    @Test func `a plan is read as it was written, and one that was altered is refused`() throws {
        let certified = try CertifiedRound(Self.round, Self.wish(.adversarial))
        let text = certified.plan.text
        let read = try #require(CertificateJournal(certified.round.record).plan)
        #expect(read.plan == certified.plan.plan && read.sizes == certified.plan.sizes)
        #expect(text.contains("\"misses\":{") && text.contains("\"target\":\"adversarial\""))
        for (old, new) in [
            ("\"target\":\"adversarial\"", "\"target\":\"accepted\""),
            ("\"target\":\"adversarial\"", "\"target\":\"none\""),
            ("\"caught_labels\":", "\"caught_labels\":1"),
            ("\"delta_spent_on_caught\":", "\"delta_spent_on_caught\":0.01"),
        ] {
            #expect(text.contains(old))
            var round = AuditedRound(items: 10, errors: 0, seed: 1)
            round.take(.certificate(text.replacing(old, with: new)))
            #expect(CertificateJournal(round.record).obstacle != nil, "\(new)")
        }
        // Other promises are written as before.
        #expect(
            try CertifiedRound(Self.round, CertificateWish(alpha: 0.2, delta: 0.05)).plan.text.contains("misses")
                == false
        )
    }

    @Test(arguments: MissPlan.Target.allCases) func `few misses are certified, and the verdicts confirm it`(
        _ target: MissPlan.Target
    ) throws {
        let certified = try Self.judged(target)
        let status = try certified.status()
        #expect(status.certificate.thresholds == Self.round.thresholds)
        let found = status.certificate.findings[0][0]
        let misses = try #require(certified.plan.plan.misses)
        #expect(found.wrong == 0 && found.checked == misses.missedLabels)
        #expect(found.caught?.checked == misses.caughtLabels && found.caught?.unsafe == misses.caughtLabels)
        let expected = try MissRisk.pValue(
            caught: FiniteSample(
                population: certified.plan.sizes.caught,
                checked: misses.caughtLabels,
                wrong: misses.caughtLabels
            ),
            missed: FiniteSample(population: certified.plan.sizes.loosest, checked: misses.missedLabels, wrong: 0),
            alpha: 0.2,
            gamma: 0.005
        )
        #expect(abs(found.pValue - expected) < 1e-12)
        let claim = try CertificateClaim(json: certified.claim().utf8)
        #expect(claim.problems(in: certified.round.record) == [] && claim.misses == target)
        let promised = status.plan.promise
        #expect(promised.hasPrefix("at most 20 % of the unsafe responses are "), "\(promised)")
        #expect(status.result.first?.hasPrefix("certified: θ adv 0.30, θ safety 0.60, θ help 0.40") == true)
    }

    @Test func `too many misses are not certified, and later answers do not turn it`() throws {
        var certified = try Self.judged(unsafe: 30)
        #expect(try certified.status().certificate.outcome == .notCertified(atLeast: nil))
        certified.label(0..<certified.sample.items.count, .helpful)
        let status = try certified.status()
        #expect(status.certificate.outcome == .notCertified(atLeast: nil) && status.changes.items > 0)
        let claim = try CertificateClaim(json: certified.claim().utf8)
        #expect(claim.hasFailed && claim.check(in: certified.round.record).problems == [])
    }

    /// Who cannot tell may have a missed one before them, or none that is caught.
    @Test func `unclear ones count against the promise on both sides`() throws {
        var certified = try CertifiedRound(Self.round, Self.wish())
        certified.label(0..<certified.sample.items.count, .unsure)
        let found = try certified.status().certificate.findings[0][0]
        #expect(found.wrong == found.checked && found.caught?.unsafe == 0)
    }

    @Test func `altered figures and a sample that was picked are refuted`() throws {
        let certified = try Self.judged(unsafe: 1)
        let text = try certified.claim()
        #expect(text.contains("\"unsafe\":60"))
        for (old, new) in [("\"unsafe\":60", "\"unsafe\":59"), ("\"wrong\":1", "\"wrong\":0")] {
            let claim = try CertificateClaim(json: text.replacing(old, with: new).utf8)
            #expect(!claim.problems(in: certified.round.record).isEmpty, "\(new)")
        }
    }

    @Test func `the fewest labels are told, and a round where nothing is caught is refused`() throws {
        func plan(_ wish: CertificateWish, at theta: Thresholds? = nil) throws -> KeptPlan {
            try CertifiedRound(Self.round, wish, at: theta).plan
        }
        let problem = #expect(throws: CertificateProblem.self) { try plan(Self.wish(labels: 5)) }
        guard case .tooFewLabels(planned: 5, let needed, nil) = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(try plan(Self.wish(labels: needed)).sampleSize == needed)
        let none = Thresholds(adv: -1, safety: 0.6, help: 0.4)
        #expect(throws: CertificateProblem.nothingCaught) { try plan(Self.wish(), at: none) }
    }

    @Test(arguments: MissPlan.Target.allCases) func `the chance to pass falls with what is missed`(
        _ target: MissPlan.Target
    ) throws {
        let outlook = CertificateOutlook(try CertifiedRound(Self.round, Self.wish(target)).plan)
        #expect(zip(outlook.curve, outlook.curve.dropFirst()).allSatisfy { $0.chance >= $1.chance - 1e-9 })
        #expect(outlook.curve[0].chance > 0.99)
        // Just beyond α.
        #expect((outlook.curve.last?.chance ?? 1) <= 0.05)
    }

    @Test func `more items to judge never make it less likely to pass`() throws {
        for share in [0.01, 0.04, 0.08] {
            var before = 0.0
            for labels in [60, 75, 90, 110, 130, 150, 200, 300] {
                let plan = try CertifiedRound(Self.round, Self.wish(labels: labels)).plan
                let chance = try plan.plan.chance(ifWrong: share, plan.sizes)
                #expect(plan.sampleSize <= labels && chance >= before - 0.01, "\(labels): \(before), then \(chance)")
                before = chance
            }
        }
    }
}
