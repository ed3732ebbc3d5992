import AuditStatistics
import RoundModel
import TestSupport
import Testing

/// Plans of which each candidate counts the labels that allow one mistake more than fewer would.
struct CertificationStepsTests {
    private static func plan(_ labels: Int, rows: Int = 1, alpha: Double = 0.05) throws -> CertificationPlan {
        let theta = Thresholds(adv: -1, safety: 0, help: 0)
        let all = Array(repeating: [theta], count: rows)
        return try CertificationPlan(alpha: alpha, delta: 0.05, rows: all, labels: labels, test: .inSteps, seed: 1)
    }

    @Test func `of a large set count 59, 93, 124 and 153`() throws {
        let size = 1_000_000_000
        let plan = try Self.plan(200)
        for (fewest, most, mistakes) in [(59, 92, 0), (93, 123, 1), (124, 152, 2), (153, 180, 3)] {
            for checked in fewest...most {
                #expect(plan.counted(of: checked, ofSize: size) == fewest, "\(checked)")
                #expect(plan.mistakes(allowedAmong: checked, ofSize: size) == mistakes)
            }
        }
        // So few certify nothing.
        #expect(plan.counted(of: 58, ofSize: size) == 58)
        // Earlier plans count all.
        let all = try CertificationPlan(alpha: 0.05, delta: 0.05, rows: plan.rows, labels: 200, seed: 1)
        #expect(all.counted(of: 100, ofSize: size) == 100)
    }

    /// A set of its own, and one that gets two thirds of the labels.
    @Test(arguments: [1_000, 1_500], [0.002, 0.007, 0.015, 0.025])
    func `more labels never make it less likely to pass`(_ loosest: Int, _ share: Double) throws {
        let sizes = CandidateSizes(loosest: loosest, rows: [[1_000]])
        var before = 0.0
        for labels in stride(from: 50, through: 650, by: loosest == 1_000 ? 3 : 13) {
            let chance = try Self.plan(labels).chance(ifWrong: share, sizes)
            #expect(chance >= before - 1e-12, "\(labels): \(before), then \(chance)")
            before = chance
        }
        #expect(before > 0.95)
    }

    @Test func `with all labels it passes less often for some more`() throws {
        let sizes = CandidateSizes(loosest: 1_000, rows: [[1_000]])
        func chance(_ labels: Int) throws -> Double {
            let rows = [[Thresholds(adv: -1, safety: 0, help: 0)]]
            let plan = try CertificationPlan(alpha: 0.05, delta: 0.05, rows: rows, labels: labels, seed: 1)
            return try plan.chance(ifWrong: 0.007, sizes)
        }
        #expect(try chance(110) < chance(90))
    }

    @Test func `the labels that are counted are the first of a set`() throws {
        let sizes = CandidateSizes(loosest: 1_000_000, rows: [[1_000_000]])
        let scores = Scores(safety: 1, helpfulness: 1)
        func outcome(wrongAt places: Set<Int>) throws -> ThresholdCertificate {
            let labels = (0..<100).map { CertificateLabel(scores: scores, isWrong: places.contains($0)) }
            return try ThresholdCertificate(Self.plan(100), sizes: sizes, labels: labels)
        }
        let late = try outcome(wrongAt: [4, 95, 99])
        #expect(late.thresholds != nil && late.labels == 100)
        #expect(late.findings[0][0].checked == 93 && late.findings[0][0].wrong == 1)
        #expect(try outcome(wrongAt: [4, 92]).thresholds == nil)
    }

    /// The worst that may not be certified, whatever the number of labels that fall into the set.
    @Test func `a set that breaks the promise passes with at most delta`() throws {
        var random = SeededGenerator(seed: 8)
        let sizes = CandidateSizes(loosest: 900, rows: [[600]])
        for labels in [100, 137, 190, 300] {
            let plan = try Self.plan(labels)
            #expect(try plan.chance(ifWrong: 31.0 / 600, sizes) <= 0.05)
            var passed = 0
            let runs = 1_000
            for _ in 0..<runs {
                var items = Array(0..<900)
                items.shuffle(using: &random)
                let mine = items.prefix(labels).filter { $0 < 600 }
                let counted = plan.counted(of: mine.count, ofSize: 600)
                let wrong = mine.prefix(counted).count { $0 < 31 }
                passed += plan.pValue(size: 600, checked: counted, wrong: wrong) <= 0.05 ? 1 : 0
            }
            #expect(Double(passed) / Double(runs) <= 0.05 + 3 * (0.05 * 0.95 / Double(runs)).squareRoot())
        }
    }
}
