import AuditStatistics
import ReviewAudit
import RoundModel
import Testing
import Verdicts

struct CertificateJournalTests {
    private static func certified(isPair: Bool = false) throws -> CertifiedRound {
        try CertifiedRound(
            AuditedRound(items: 300, errors: 0.1, seed: 8),
            CertificateWish(alpha: 0.1, delta: 1 / 3.0, isPair: isPair)
        )
    }

    @Test(arguments: [false, true]) func `a plan is read as it was written`(_ isPair: Bool) throws {
        let certified = try Self.certified(isPair: isPair)
        let journal = CertificateJournal(certified.round.record)
        #expect(journal.plans.count == 1)
        #expect(journal.plan?.isSame(as: certified.plan) == true)
        #expect(journal.plan?.hash == certified.plan.hash)
        #expect(journal.plan?.reviewer == "ann")
        #expect(journal.plan?.number == 1)
        #expect(journal.latest == nil)
        #expect(journal.obstacle == nil)
    }

    /// It was fixed when there was no other sequence, and exports hold its p.
    @Test func `a plan for the two-sided sequence is tested as it was fixed`() throws {
        var certified = try Self.certified()
        let plan = certified.plan.plan
        let fixed = try CertificationPlan(
            alpha: plan.alpha,
            delta: plan.delta,
            rows: plan.rows,
            labels: plan.labels,
            test: .atAnyTimeTwoSided,
            seed: plan.seed
        )
        let kept = KeptPlan(fixed, sizes: certified.plan.sizes, number: 2)
        #expect(kept.text.contains(#""test":"at_any_time""#))
        certified.round.take(.certificate(kept.text))
        let read = try #require(CertificateJournal(certified.round.record).plan)
        #expect(read.isSame(as: kept) && read.isAtAnyTime)
        certified.label(0..<20, .helpful)
        let status = try #require(CertificateStatus(of: certified.round.judged))
        let found = try #require(status.certificate.findings.first?.last)
        let size = try #require(kept.sizes.rows.first?.last)
        let sample = try FiniteSample(population: size, checked: found.checked, wrong: found.wrong)
        #expect(found.checked == 20)
        #expect(found.pValue == (try RiskPValue.hypergeometricAtAnyTimeTwoSided(sample, alpha: plan.alpha)))
    }

    @Test func `the last plan counts`() throws {
        let first = try Self.certified()
        var wish = CertificateWish(alpha: 0.2, delta: 0.1)
        wish.candidates = 3
        let second = try CertifiedRound(first.round, wish)
        let journal = CertificateJournal(second.round.record)
        #expect(journal.plans.map(\.number) == [1, 2])
        #expect(journal.plan?.isSame(as: second.plan) == true)
    }

    @Test func `the newest certificate is kept`() throws {
        var certified = try Self.certified()
        certified.label(0..<certified.plan.sampleSize, .helpful)
        let text = try certified.status().text
        certified.round.take(.certificate(text))
        #expect(CertificateJournal(certified.round.record).latest == text)
    }

    @Test(arguments: [
        ("", "expected form"), ("{}", "expected form"), ("[1]", "expected form"),
        ("{\"record\":\"plan\",\"version\":3}", "newer redsieve (version 3)"),
        ("{\"record\":\"prize\",\"version\":1}", "its kind is unknown"),
        ("{\"record\":\"plan\",\"version\":1,\"alpha\":\"\u{1B}[31m\"}", "expected form"),
    ]) func `what cannot be read is told`(_ text: String, _ says: String) throws {
        var round = AuditedRound(items: 10, errors: 0, seed: 1)
        round.take(.certificate(text))
        let journal = CertificateJournal(round.record)
        #expect(journal.plan == nil)
        #expect(journal.obstacle?.message.contains(says) == true, "\(String(describing: journal.obstacle))")
    }

    @Test(arguments: [
        ("\"alpha\":0.1", "\"alpha\":0.2", "its hash"), ("\"labels\":", "\"labels\":1", "its hash"),
        ("\"alpha\":0.1", "\"alpha\":7", "α must lie"),
        ("\"test\":\"once_in_steps\"", "\"test\":\"twice\"", "test or seed"),
        ("\"loosest_size\":", "\"loosest_size\":-", "is not within"),
        ("\"seed\":\"", "\"seed\":\"1", "somebody chose it"),
        ("\"draw\":1", "\"draw\":2", "somebody chose it"), ("\"sha256\":\"", "\"sha256\":\"00", "is not within"),
    ]) func `a plan that was altered is refused`(_ old: String, _ new: String, _ says: String) throws {
        let text = try Self.certified().plan.text
        #expect(text.contains(old))
        var round = AuditedRound(items: 10, errors: 0, seed: 1)
        round.take(.certificate(text.replacing(old, with: new)))
        let problem = CertificateJournal(round.record).obstacle
        #expect(problem?.message.contains(says) == true, "\(String(describing: problem))")
    }
}
