import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

struct CertificatePlannerTests {
    private static let round = AuditedRound(items: 500, errors: 0.1, seed: 4)

    private static func plan(_ wish: CertificateWish, at thresholds: Thresholds? = nil) throws -> KeptPlan {
        try CertificatePlanner.plan(
            wish,
            at: thresholds ?? round.thresholds,
            in: round.columns,
            keys: round.keys,
            series: CertificateSeries()
        )
    }

    private static func size(_ theta: Thresholds) -> Int {
        (0..<round.columns.count).count { item in
            let scores = round.columns.scores(ofKnown: item)
            return theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness) == .accepted
        }
    }

    @Test func `candidates are scores from strict to loose with their sizes`() throws {
        let kept = try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, candidates: 7, labels: 200))
        let row = try #require(kept.plan.rows.first)
        // The loosest has a share of the risk of its own.
        #expect(kept.plan.rows.count == 2 && kept.plan.rows[1] == [kept.plan.loosest])
        #expect(row.count == 8 && row.contains(Self.round.thresholds))
        #expect(row.map(\.safety) == row.map(\.safety).sorted(by: >))
        let scores = (0..<500).map { Self.round.columns.scores(ofKnown: $0) }
        let chosen = row.filter { $0 != Self.round.thresholds }
        #expect(chosen.allSatisfy { theta in scores.contains { $0.safety == theta.safety } })
        // The loosest lets through whatever θ adv and θ help do, but for the lowest item.
        let eligible = scores.filter { $0.safety >= 0.3 && $0.helpfulness > 0.4 }
        #expect(row.last?.safety == eligible.map(\.safety).min())
        #expect(kept.sizes.rows == [row.map(Self.size), [Self.size(kept.plan.loosest)]])
        #expect(kept.population == eligible.count - 1)
        #expect(row.allSatisfy { $0.adv == 0.3 && $0.help == 0.4 })
    }

    @Test func `present thresholds that are too strict to be tested are no candidate`() throws {
        let few = try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05))
        #expect(!few.plan.rows.joined().contains(Self.round.thresholds))
        #expect(try few.plan.start(few.sizes).allSatisfy { $0 == 0 })
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
        #expect(kept.plan.rows.count == 5 && kept.plan.rows[4] == [kept.plan.loosest])
        #expect(kept.isPair)
        for (row, sizes) in zip(kept.plan.rows, kept.sizes.rows) {
            #expect(Set(row.map(\.help)).count == 1)
            #expect(sizes == row.map(Self.size))
        }
        #expect(kept.plan.rowLevel == 0.01)
    }

    @Test func `labels leave room for two mistakes`() throws {
        let kept = try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05))
        let expected = try AcceptancePlan(alpha: 0.05, delta: 0.025).labels(wrong: 2, population: kept.population)
        #expect(kept.plan.labels == expected)
        #expect(CertificateWish(alpha: 0.05, delta: 0.05).labels(forMistakes: 2) == 142)
        #expect(CertificateWish(alpha: 0.05, delta: 0.05, isPresent: true).labels(forMistakes: 2) == 124)
        #expect(CertificateWish(alpha: 0.05, delta: 0.05, isPair: true).labels(forMistakes: 0) == 90)
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
                keys: ContentKeys([]),
                series: CertificateSeries()
            )
        }
    }

    @Test func `labels that certify nothing are refused`() throws {
        let problem = #expect(throws: CertificateProblem.self) {
            try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, labels: 1))
        }
        guard case .tooFewLabels(planned: 1, let needed, let alone?) = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(
            problem?.message.contains("at least \(needed), or \(alone) for the present thresholds alone (--present)")
                == true
        )
        // So many do, and one fewer does not; it is then told how many, and no other way.
        #expect(alone < needed)
        _ = try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, isPresent: true, labels: alone))
        #expect(throws: CertificateProblem.tooFewLabels(planned: alone - 1, needed: alone)) {
            try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, isPresent: true, labels: alone - 1))
        }
        let kept = try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, labels: needed))
        #expect(try kept.plan.start(kept.sizes).contains { $0 != nil })
        #expect(throws: CertificateProblem.self) {
            try Self.plan(CertificateWish(alpha: 0.05, delta: 0.05, labels: needed - 1))
        }
    }

    @Test func `a sample of which something was seen is not drawn again`() throws {
        var round = Self.round
        let wish = CertificateWish(alpha: 0.1, delta: 0.1)
        func seed() throws -> UInt64 {
            try CertificatePlanner.plan(
                wish,
                at: round.thresholds,
                in: round.columns,
                keys: round.keys,
                series: CertificateSeries(round.record)
            ).seed
        }
        let first = try seed()
        round.label(3, queue: .list)
        #expect(try seed() == first)
        let item = try #require(round.queue(.accepted).items.first)
        round.label(item, draw: Verdict.Draw(seed: first, number: 0.25))
        let second = try seed()
        #expect(second != first)
        #expect(try seed() == second)
        round.label(item, queue: .certificate, draw: Verdict.Draw(seed: second, number: 0.5))
        #expect(![first, second].contains(try seed()))
        // What was taken back was seen all the same.
        round.take(.undo(try #require(round.record.nextUndo(of: "ann")).id))
        #expect(![first, second].contains(try seed()))
    }

    /// Whoever has read the sample that a plan named may not choose what else to plan for by what they saw.
    @Test(arguments: [Answer.helpful, .unsafe, .flag])
    func `a sample that was read in the list is not planned for again`(
        _ answer: Answer
    ) throws {
        let wish = CertificateWish(alpha: 0.1, delta: 0.1)
        let first = try CertifiedRound(Self.round, wish)
        // Nothing of it, or nothing since: another plan has the same sample.
        var others = first
        for item in first.round.members(.adversarial).prefix(5) {
            others.round.label(item, queue: .list, isBlind: false)
        }
        #expect(try CertifiedRound(others.round, CertificateWish(alpha: 0.05, delta: 0.1)).plan.seed == first.plan.seed)
        var before = Self.round
        before.label(first.sample.items[0], answer, queue: .list, isBlind: false)
        #expect(try CertifiedRound(before, wish).plan.seed == first.plan.seed)
        // One item of it, also where that was taken back.
        var read = first
        read.round.label(first.sample.items[0], answer, queue: .list, isBlind: false)
        var second = try CertifiedRound(read.round, CertificateWish(alpha: 0.05, delta: 0.1))
        #expect(second.plan.seed != first.plan.seed)
        read.round.take(.undo(try #require(read.round.record.nextUndo(of: "ann")).id))
        #expect(try CertifiedRound(read.round, wish).plan.seed != first.plan.seed)
        // The review says why the first sample was passed over.
        second.label(0..<second.plan.sampleSize, .helpful)
        let claim = CertificateClaim(try second.status(), in: second.round.record)
        #expect(claim.isCertified && claim.problems(in: second.round.record) == [])
    }

    @Test func `the seed follows from the round alone`() throws {
        let wish = CertificateWish(alpha: 0.1, delta: 0.1)
        let same = AuditedRound(items: 500, errors: 0.1, seed: 4)
        let first = try CertifiedRound(Self.round, wish).plan
        #expect(try CertifiedRound(same, wish).plan == first)
        #expect(try CertifiedRound(same, CertificateWish(alpha: 0.2, delta: 0.3, isPair: true)).plan.seed == first.seed)
        #expect(try CertifiedRound(AuditedRound(items: 500, errors: 0.1, seed: 5), wish).plan.seed != first.seed)
    }

    @Test func `room for more mistakes makes a test of the present thresholds likelier to pass`() throws {
        let round = AuditedRound(items: 6_000, errors: 0, seed: 14)
        for share in [0.002, 0.007, 0.015, 0.025] {
            var before = 0.0
            for mistakes in 0...9 {
                var wish = CertificateWish(alpha: 0.05, delta: 0.05, isPresent: true)
                wish.mistakes = mistakes
                let kept = try CertifiedRound(round, wish).plan
                let chance = try kept.plan.chance(ifWrong: share, kept.sizes)
                #expect(chance >= before - 1e-9, "\(share) \(mistakes): \(chance), \(before)")
                before = chance
            }
        }
    }

    @Test func `the present thresholds are tested alone`() throws {
        let wish = CertificateWish(alpha: 0.05, delta: 0.05, isPresent: true)
        let kept = try CertifiedRound(Self.round, wish).plan
        #expect(kept.plan.rows == [[Self.round.thresholds]] && kept.isPresent)
        #expect(kept.sizes.loosest == Self.size(Self.round.thresholds))
        // With the sample of a search it passes at least as often.
        let search = try CertifiedRound(Self.round, CertificateWish(alpha: 0.05, delta: 0.05)).plan
        let alone = try CertifiedRound(
            Self.round,
            CertificateWish(alpha: 0.05, delta: 0.05, isPresent: true, labels: search.sampleSize)
        ).plan
        #expect(try alone.plan.chance(ifWrong: 0.01, alone.sizes) >= search.plan.chance(ifWrong: 0.01, search.sizes))
        #expect(alone.candidateSets[0].count == 1 && alone.candidateSets[0][0].expected == alone.sampleSize)
    }
}
