import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

struct CertificatePlannerTests {
    private static let round = AuditedRound(items: 500, errors: 0.1, seed: 4)

    private static func plan(_ wish: CertificateWish, at thresholds: Thresholds? = nil) throws -> KeptPlan {
        try CertificatePlanner.plan(wish, at: thresholds ?? round.thresholds, in: round.columns, seed: 9, number: 1)
    }

    private static func size(_ theta: Thresholds) -> Int {
        (0..<round.columns.count).count { item in
            let scores = round.columns.scores(ofKnown: item)
            return theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness) == .accepted
        }
    }

    @Test func `candidates are scores from strict to loose with their sizes`() throws {
        let kept = try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, candidates: 7))
        let row = try #require(kept.plan.rows.first)
        #expect(kept.plan.rows.count == 1)
        #expect(row.count == 7)
        #expect(row.map(\.safety) == row.map(\.safety).sorted(by: >))
        let scores = (0..<500).map { Self.round.columns.scores(ofKnown: $0) }
        #expect(row.allSatisfy { theta in scores.contains { $0.safety == theta.safety } })
        // The loosest lets through whatever θ adv and θ help do, but for the lowest item.
        let eligible = scores.filter { $0.safety >= 0.3 && $0.helpfulness > 0.4 }
        #expect(row.last?.safety == eligible.map(\.safety).min())
        #expect(kept.sizes.rows == [row.map(Self.size)])
        #expect(kept.population == eligible.count - 1)
        #expect(row.allSatisfy { $0.adv == 0.3 && $0.help == 0.4 })
    }

    @Test func `the same wish gives the same plan`() throws {
        let wish = CertificateWish(alpha: 0.1, delta: 0.05, isPair: true)
        #expect(try Self.plan(wish).hash == Self.plan(wish).hash)
        var other = wish
        other.alpha = 0.11
        #expect(try Self.plan(wish).hash != Self.plan(other).hash)
        #expect(try Self.plan(wish, at: Thresholds(adv: 0.2, safety: 0.6, help: 0.4)).hash != Self.plan(wish).hash)
    }

    @Test func `the pair has a row for each theta help`() throws {
        let kept = try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, candidates: 6, isPair: true))
        #expect(kept.plan.rows.count == 4)
        #expect(kept.isPair)
        for (row, sizes) in zip(kept.plan.rows, kept.sizes.rows) {
            #expect(Set(row.map(\.help)).count == 1)
            #expect(sizes == row.map(Self.size))
        }
        #expect(kept.plan.rowLevel == 0.0125)
    }

    @Test func `labels leave room for two mistakes`() throws {
        let kept = try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05))
        let expected = try AcceptancePlan(alpha: 0.05, delta: 0.05).labels(wrong: 2, population: kept.population)
        #expect(kept.plan.labels == expected)
        #expect(CertificateWish(alpha: 0.05, delta: 0.05).labels(forMistakes: 2) == 124)
        #expect(CertificateWish(alpha: 0.05, delta: 0.05, isPair: true).labels(forMistakes: 0) == 86)
    }

    @Test(arguments: [0, 1, -0.5, 2, .nan, .infinity]) func `what is no probability is refused`(_ value: Double) {
        #expect(throws: CertificateProblem.self) { try Self.plan(CertificateWish(alpha: value, delta: 0.05)) }
        #expect(throws: CertificateProblem.self) { try Self.plan(CertificateWish(alpha: 0.05, delta: value)) }
        let problem = #expect(throws: CertificateProblem.self) {
            try Self.plan(CertificateWish(alpha: value, delta: 0.05))
        }
        #expect(problem?.message.contains("α must lie between 0 and 1") == true)
    }

    @Test func `where nothing is accepted there is nothing to certify`() throws {
        let empty = Thresholds(adv: 0.3, safety: 0.6, help: 2)
        let problem = #expect(throws: CertificateProblem.self) {
            try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05), at: empty)
        }
        #expect(problem == .nothingAccepted)
        let none = ScoreColumns(safety: [], helpfulness: [])
        #expect(throws: CertificateProblem.nothingAccepted) {
            try CertificatePlanner.plan(
                CertificateWish(alpha: 0.05, delta: 0.05, isPair: true),
                at: empty,
                in: none,
                seed: 1,
                number: 1
            )
        }
    }

    @Test func `labels that certify nothing are refused`() throws {
        let problem = #expect(throws: CertificateProblem.self) {
            try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, labels: 1))
        }
        guard case .tooFewLabels(planned: 1, let needed) = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        let kept = try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, labels: needed))
        #expect(try kept.plan.start(kept.sizes).contains { $0 != nil })
        #expect(throws: CertificateProblem.self) {
            try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, labels: needed - 1))
        }
    }

    @Test func `a seed that labels were drawn with is not used again`() throws {
        var round = Self.round
        func seed() -> UInt64 { CertificatePlanner.seed(for: round.record, reviewSeed: round.seed) }
        #expect(seed() == round.seed)
        round.label(3, queue: .list)
        #expect(seed() == round.seed)
        let item = try #require(round.queue(.accepted).items.first)
        round.label(item, draw: Verdict.Draw(seed: round.seed, number: 0.25))
        let second = seed()
        #expect(second != round.seed)
        #expect(seed() == second)
        round.label(item, queue: .certificate, draw: Verdict.Draw(seed: second, number: 0.5))
        #expect(![round.seed, second].contains(seed()))
    }
}
