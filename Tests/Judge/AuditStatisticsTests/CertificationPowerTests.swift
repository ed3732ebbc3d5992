import AuditStatistics
import RoundModel
import TestSupport
import Testing

struct CertificationPowerTests {
    private static func plan(
        _ labels: Int,
        safeties: [Double] = [0],
        test: CertificationPlan.Test = .fixedSample,
        alpha: Double = 0.05
    ) throws -> CertificationPlan {
        try CertificationPlan(
            alpha: alpha,
            delta: 0.05,
            rows: [safeties.map { Thresholds(adv: -1, safety: $0, help: 0) }],
            labels: labels,
            test: test,
            seed: 1
        )
    }

    @Test(arguments: [0.0, 0.005, 0.01, 0.03, 0.05]) func `one candidate passes with at most so many mistakes`(
        _ share: Double
    ) throws {
        let sizes = CandidateSizes(loosest: 1_000, rows: [[1_000]])
        let plan = try Self.plan(124, test: .fixedSample)
        let allowed = try #require(plan.mistakes(allowedAmong: 124, ofSize: 1_000))
        // Counted out by hand: the mistakes of a sample without replacement.
        let wrong = Int((share * 1_000).rounded())
        var (sum, term) = (0.0, 1.0)
        for draw in 0..<124 { term *= Double(1_000 - wrong - draw) / Double(1_000 - draw) }
        for found in 0...allowed where found <= wrong {
            sum += term
            term *= Double(124 - found) * Double(wrong - found)
            term /= Double(found + 1) * Double(1_000 - wrong - 124 + found + 1)
        }
        #expect(try isNear(plan.chance(ifWrong: share, sizes), sum))
    }

    /// Whoever draws and judges many samples finds the probability.
    @Test(arguments: [CertificationPlan.Test.fixedSample, .atAnyTime]) func `the chance is how often a plan passes`(
        _ test: CertificationPlan.Test
    ) throws {
        var random = SeededGenerator(seed: 3)
        let sizes = CandidateSizes(loosest: 600, rows: [[450, 600]])
        let plan = try Self.plan(test == .fixedSample ? 120 : 200, safeties: [0.25, 0], test: test, alpha: 0.06)
        let share = 0.012
        let first = try #require(try plan.start(sizes)[0])
        let size = sizes.rows[0][first]
        let wrong = Int((share * Double(size)).rounded())
        let labels = plan.expectedLabels(sizes)[0][first]
        var passed = 0
        let runs = 2_000
        for _ in 0..<runs {
            var items = Array(0..<600)
            items.shuffle(using: &random)
            var (checked, found) = (0, 0)
            var passes = false
            for item in items.prefix(test == .fixedSample ? 120 : 600) where item < size {
                checked += 1
                found += item < wrong ? 1 : 0
                if test == .atAnyTime, checked <= labels {
                    passes = passes || plan.pValue(size: size, checked: checked, wrong: found) <= plan.rowLevel
                }
            }
            if test == .fixedSample {
                passes = plan.pValue(size: size, checked: checked, wrong: found) <= plan.rowLevel
            }
            passed += passes ? 1 : 0
        }
        let chance = try plan.chance(ifWrong: share, sizes)
        let error = (chance * (1 - chance) / Double(runs)).squareRoot()
        #expect(abs(chance - Double(passed) / Double(runs)) <= 4 * error, "\(chance), \(passed)")
    }

    @Test func `what is wronger is certified less often, and at alpha at most with delta`() throws {
        let sizes = CandidateSizes(loosest: 800, rows: [[500, 800]])
        for test in [CertificationPlan.Test.fixedSample, .atAnyTime] {
            let plan = try Self.plan(150, safeties: [0.2, 0], test: test)
            let chances = try stride(from: 0.0, through: 0.1, by: 0.01).map { try plan.chance(ifWrong: $0, sizes) }
            #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 })
            let broken = try plan.chance(ifWrong: 0.052, sizes)
            #expect(chances[0] > 0.9 && broken <= 0.05)
        }
    }

    @Test func `what cannot be is refused`() throws {
        let sizes = CandidateSizes(loosest: 800, rows: [[800]])
        for share in [-0.1, 1.1, .nan] {
            #expect(throws: AuditError.self) { try Self.plan(100).chance(ifWrong: share, sizes) }
        }
        #expect(try Self.plan(10).chance(ifWrong: 0, sizes) == 0)
        #expect(try Self.plan(10).mistakes(allowedAmong: 0, ofSize: 10) == nil)
    }
}
