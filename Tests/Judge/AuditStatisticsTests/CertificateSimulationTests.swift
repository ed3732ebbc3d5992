import AuditStatistics
import RoundModel
import TestSupport
import Testing

/// What a certificate promises is kept, and what choosing by the point estimate would have cost.
struct CertificateSimulationTests {
    /// A round whose error in the accepted set crosses 5 % between the candidates.
    struct Round {
        var labels: [CertificateLabel] = []
        let plan: CertificationPlan
        let sizes: CandidateSizes
        /// The share of wrong items at each candidate.
        let errors: [Double]

        init(size: Int, labels count: Int, test: CertificationPlan.Test, delta: Double, seed: UInt64) throws {
            var random = SeededGenerator(seed: seed)
            for _ in 0..<size {
                let safety = Double.random(in: 0.5..<1, using: &random)
                // 2 % wrong where it is safest, 14 % at the loosest.
                let isWrong = Double.random(in: 0..<1, using: &random) < 0.02 + 0.24 * (1 - safety)
                labels.append(CertificateLabel(scores: Scores(safety: safety, helpfulness: 1), isWrong: isWrong))
            }
            let row = CandidateGrid.row(
                of: .safety,
                values: (0..<10).map { 0.5 + 0.045 * Double($0) },
                keeping: Thresholds(adv: 0, safety: 0, help: 0)
            )
            let all = labels
            let sets = row.map { candidate in all.filter { $0.scores.safety > candidate.safety } }
            sizes = CandidateSizes(loosest: sets.last?.count ?? 0, rows: [sets.map(\.count)])
            errors = sets.map { set in Double(set.count { $0.isWrong }) / Double(set.count) }
            plan = try CertificationPlan(
                alpha: 0.05,
                delta: delta,
                rows: [row],
                labels: count,
                test: test,
                seed: seed
            )
            labels = labels.filter { $0.scores.safety > 0.5 }
        }
    }

    @Test func `it is broken at most δ of the time, the naive choice far more often`() throws {
        let runs = 500
        let round = try Round(size: 4000, labels: 600, test: .fixedSample, delta: 0.1, seed: 21)
        var random = SeededGenerator(seed: 22)
        var (broken, naive, certified) = (0, 0, 0)
        for _ in 0..<runs {
            let labels = Array(round.labels.shuffled(using: &random).prefix(600))
            let certificate = try ThresholdCertificate(round.plan, sizes: round.sizes, labels: labels)
            if case .certified(_, let candidate) = certificate.outcome {
                certified += 1
                if round.errors[candidate] > 0.05 { broken += 1 }
            }
            let loosest = certificate.findings[0].lastIndex { Double($0.wrong) <= 0.05 * Double($0.checked) }
            if let loosest, round.errors[loosest] > 0.05 { naive += 1 }
        }
        let slack = 2 * (0.1 * 0.9 / Double(runs)).squareRoot()
        #expect(Double(broken) / Double(runs) <= 0.1 + slack)
        #expect(Double(naive) / Double(runs) > 0.3)
        // It says something at all.
        #expect(certified > runs / 20)
    }

    @Test func `looked at after every few labels, the test for any moment keeps its promise`() throws {
        let runs = 150
        let round = try Round(size: 3000, labels: 800, test: .atAnyTime, delta: 0.1, seed: 23)
        var random = SeededGenerator(seed: 24)
        var broken = 0
        for _ in 0..<runs {
            let labels = Array(round.labels.shuffled(using: &random).prefix(800))
            for count in stride(from: 100, through: 800, by: 50) {
                let certificate = try ThresholdCertificate(
                    round.plan,
                    sizes: round.sizes,
                    labels: Array(labels.prefix(count))
                )
                guard case .certified(_, let candidate) = certificate.outcome else { continue }
                if round.errors[candidate] > 0.05 {
                    broken += 1
                    break
                }
            }
        }
        #expect(Double(broken) / Double(runs) <= 0.1 + 2 * (0.1 * 0.9 / Double(runs)).squareRoot())
    }
}
