import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// The whole path on a round whose truth is known: plan, sample, labels by somebody who errs, certificate.
struct CertificateSimulationTests {
    @Test(arguments: [false, true]) func aCertificateIsBrokenAtMostWithProbabilityDelta(_ isPair: Bool) throws {
        let runs = 100
        let delta = 0.1
        let round = AuditedRound(items: 2_500, errors: 0, seed: 31)
        var random = SeededGenerator(seed: 32)
        // 1 % wrong where the rule is surest, and a little over α in all of the looser sets.
        let isWrong = (0..<2_500).map { item in
            let safety = round.columns.scores(of: item).safety
            let share = safety > 0.8 ? 0.01 : safety > 0.6 ? 0.1 : 0.055
            return Double.random(in: 0..<1, using: &random) < share
        }
        let wish = CertificateWish(alpha: 0.05, delta: delta, isPair: isPair, labels: 400)
        var (broken, naive, certified) = (0, 0, 0)
        for run in 0..<runs {
            var planned = try CertifiedRound(round, wish, seed: UInt64(run))
            for place in planned.sample.items.indices {
                // The reviewer takes one in two hundred for its opposite.
                let errs = Double.random(in: 0..<1, using: &random) < 0.005
                let saysWrong = isWrong[Int(planned.sample.items[place])] != errs
                planned.label(place..<place + 1, saysWrong ? .unsafe : .helpful)
            }
            let status = try planned.status()
            func share(_ theta: Thresholds) -> Double {
                let items = (0..<round.columns.count).filter { item in
                    let scores = round.columns.scores(of: item)
                    return theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness) == .accepted
                }
                return Double(items.count { isWrong[$0] }) / Double(max(1, items.count))
            }
            if let passed = status.passed {
                certified += 1
                if share(passed.thresholds) > wish.alpha { broken += 1 }
            }
            // Whoever takes the loosest candidate whose labels look good enough.
            var loosest: (thresholds: Thresholds, size: Int)?
            for (row, found) in status.certificate.findings.enumerated() {
                for (candidate, finding) in found.enumerated()
                where Double(finding.wrong) <= wish.alpha * Double(finding.checked) {
                    let size = planned.plan.sizes.rows[row][candidate]
                    if size > loosest?.size ?? 0 { loosest = (planned.plan.plan.rows[row][candidate], size) }
                }
            }
            if let loosest, share(loosest.thresholds) > wish.alpha { naive += 1 }
        }
        let slack = 3 * (delta * (1 - delta) / Double(runs)).squareRoot()
        #expect(Double(broken) / Double(runs) <= delta + slack)
        #expect(Double(naive) / Double(runs) > 0.3, "\(naive)")
        // It says something at all.
        #expect(certified > runs / 20, "\(certified)")
    }
}
