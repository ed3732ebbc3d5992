import AuditStatistics
import Foundation
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
    ///
    /// - Parameter seen: seeds that count as seen, so that the sample is another one.
    init(
        _ round: AuditedRound,
        _ wish: CertificateWish,
        at thresholds: Thresholds? = nil,
        seen: Set<UInt64> = []
    ) throws {
        var series = CertificateSeries(round.record)
        series.seen.formUnion(seen)
        let plan = try CertificatePlanner.plan(
            wish,
            at: thresholds ?? round.thresholds,
            in: round.columns,
            keys: round.keys,
            series: series
        )
        try self.init(round, plan)
    }

    /// Enters a plan.
    init(_ round: AuditedRound, _ plan: KeptPlan) throws {
        self.round = round
        self.plan = plan
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
        let claim = CertificateClaim(try status(), in: round.record)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(claim), as: UTF8.self)
    }
}
