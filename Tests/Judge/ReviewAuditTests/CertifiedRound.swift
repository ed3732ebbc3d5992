import AuditStatistics
import ReviewAudit
import RoundModel
import Testing
import Verdicts

/// An audited round with a plan and its sample.
struct CertifiedRound {
    var round: AuditedRound
    let plan: KeptPlan
    let sample: CertificateSample

    /// Fixes a plan over a round and enters it.
    init(_ round: AuditedRound, _ wish: CertificateWish, seed: UInt64? = nil) throws {
        self.round = round
        plan = try CertificatePlanner.plan(
            wish,
            at: round.thresholds,
            in: round.columns,
            seed: seed ?? CertificatePlanner.seed(for: round.record, reviewSeed: round.seed),
            number: CertificateJournal(round.record).plans.count + 1
        )
        sample = try CertificateSample(plan, in: round.columns, keys: round.keys)
        self.round.take(.certificate(plan.text))
    }

    /// Labels the items at some places of the sample: rightly, or all with one answer.
    mutating func label(_ places: Range<Int>, _ answer: Answer? = nil, by reviewer: String = "ann") {
        for place in places {
            let draw = Verdict.Draw(seed: plan.seed, number: sample.numbers[place])
            round.label(sample.items[place], answer, by: reviewer, queue: .certificate, draw: draw)
        }
    }

    func status() throws -> CertificateStatus {
        try #require(CertificateStatus(of: round.judged))
    }

    /// What a manifest would claim, as text.
    func claim() throws -> String {
        let status = try status()
        return "{\"plan\":\(plan.text),\"result\":\(status.text)}"
    }
}
