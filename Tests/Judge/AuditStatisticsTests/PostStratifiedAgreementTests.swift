import AuditStatistics
import TestSupport
import Testing

@Suite struct PostStratifiedAgreementTests {
    private typealias Stratum = PostStratifiedAgreement.Stratum

    private func kappa(_ strata: [Stratum]) throws -> Figure {
        let agreement = try PostStratifiedAgreement(strata)
        return try agreement.kappa(alpha: 0.1, of: AuditPopulation(.round, size: agreement.size))
    }

    @Test func `where all items were looked at, κ is that of the items`() throws {
        // Yes and no of the judge down, of people across: 20 5 / 10 15 (Cohen's own example of 0.4).
        let found = try kappa([
            Stratum(size: 15, answer: true, yes: 13, no: 2), Stratum(size: 10, answer: true, yes: 7, no: 3),
            Stratum(size: 25, answer: false, yes: 10, no: 15),
        ])
        let estimate = try #require(found.estimate)
        #expect(abs(estimate.value - 0.4) < 1e-12)
        #expect(estimate.interval.lower == estimate.value)
        #expect(estimate.interval.upper == estimate.value)
    }

    @Test func `a stratum counts for its items and not for its labels`() throws {
        // A hundred items of a hundred labels, and nine hundred of ten: the few labels stand for most items.
        let found = try kappa([
            Stratum(size: 100, answer: true, yes: 50, no: 50), Stratum(size: 450, answer: true, yes: 10, no: 0),
            Stratum(size: 450, answer: false, yes: 0, no: 10),
        ])
        let estimate = try #require(found.estimate)
        // Shares 0.5 0.05 / 0 0.45: observed 0.95, by chance 0.55 * 0.5 + 0.45 * 0.5.
        #expect(abs(estimate.value - (0.95 - 0.5) / 0.5) < 1e-12)
        // One stratum was looked at whole, and the others agree in all that was seen of them: only less can be so.
        #expect(estimate.interval.lower < 0.85 && estimate.interval.upper >= 0.9 - 1e-12)
    }

    @Test func `what nobody looked at is missing, and one answer alone is no agreement`() throws {
        #expect(
            try kappa([Stratum(size: 9, answer: true, yes: 1, no: 0), Stratum(size: 9, answer: false, yes: 0, no: 0)])
                == .missing(labels: 1)
        )
        #expect(try kappa([Stratum(size: 9, answer: true, yes: 3, no: 0)]) == .noItems)
        #expect(try kappa([Stratum(size: 9, answer: true, yes: 3, no: 2)]) == .noItems)
        #expect(throws: AuditError.self) {
            try PostStratifiedAgreement([Stratum(size: 0, answer: true, yes: 0, no: 0)])
        }
        #expect(throws: AuditError.self) {
            try PostStratifiedAgreement([Stratum(size: 1, answer: true, yes: 1, no: 1)])
        }
    }

    @Test func `the interval holds the κ of all items as often as it says`() throws {
        var random = SeededGenerator(seed: 7)
        // Shares of yes in four strata, and how many labels each has.
        let truth: [(size: Int, answer: Bool, yes: Int, labels: Int)] = [
            (200, true, 180, 30), (60, false, 20, 20), (50, true, 20, 20), (500, false, 25, 40),
        ]
        let whole = try #require(
            try kappa(truth.map { Stratum(size: $0.size, answer: $0.answer, yes: $0.yes, no: $0.size - $0.yes) })
                .estimate
        ).value
        var held = 0
        for _ in 0..<400 {
            let drawn = truth.map { stratum in
                let items = (0..<stratum.size).map { $0 < stratum.yes }.shuffled(using: &random)
                let yes = items.prefix(stratum.labels).count { $0 }
                return Stratum(size: stratum.size, answer: stratum.answer, yes: yes, no: stratum.labels - yes)
            }
            guard let interval = try kappa(drawn).estimate?.interval else { continue }
            if interval.lower <= whole, whole <= interval.upper { held += 1 }
        }
        #expect(held >= 360 - 24)
    }
}
