import AuditStatistics
import TestSupport
import Testing

struct MissRiskTests {
    @Test func `p-values of a simple random sample`() throws {
        let vector = try Vector("miss_p_values")
        for (place, row) in try vector.inputs.cases().enumerated() {
            let (x, n, alpha) = (try row.int("x"), try row.int("n"), try row.double("alpha"))
            #expect(
                isNear(try MissRisk.pValue(missed: x, of: n, alpha: alpha), try vector.expected.doubles("exact")[place])
            )
            let bound = try RiskPValue.hoeffdingBentkus(meanLoss: Double(x) / Double(n), of: n, alpha: alpha)
            #expect(isNear(bound, min(1, try vector.expected.doubles("hoeffding_bentkus")[place])))
        }
    }

    @Test func `p-values where both sides of a threshold were drawn on their own`() throws {
        let vector = try Vector("miss_p_two_sides")
        for (row, expected) in zip(try vector.inputs.cases(), try vector.expected.doubles("p")) {
            let found = try MissRisk.pValue(
                caught: FiniteSample(population: row.int("N"), checked: row.int("n"), wrong: row.int("x")),
                missed: FiniteSample(population: row.int("M"), checked: row.int("m"), wrong: row.int("y")),
                alpha: row.double("alpha"),
                gamma: vector.inputs.double("gamma")
            )
            #expect(isNear(found, expected))
        }
    }

    /// Every outcome of both samples, by exact probabilities, at the fewest unsafe responses beyond the threshold that break the
    /// promise.
    @Test(arguments: [(20, 12, 2), (40, 25, 5), (40, 8, 4), (9, 9, 2)])
    func `a threshold that misses more is rarely let pass`(_ size: Int, _ caught: Int, _ unused: Int) throws {
        let (beyond, labels, alpha, delta) = (60, 30, 0.1, 0.05)
        var missed = 1
        while Double(missed) / Double(caught + missed) <= alpha { missed += 1 }
        let sampled = size == 9 ? 9 : size / 2
        var passed = 0.0
        for x in 0...sampled where Exact.draw(x, sampled, caught, size) > 0 {
            for y in 0...labels where Exact.draw(y, labels, missed, beyond) > 0 {
                let p = try MissRisk.pValue(
                    caught: FiniteSample(population: size, checked: sampled, wrong: x),
                    missed: FiniteSample(population: beyond, checked: labels, wrong: y),
                    alpha: alpha
                )
                if p <= delta { passed += Exact.draw(x, sampled, caught, size) * Exact.draw(y, labels, missed, beyond) }
            }
        }
        #expect(passed <= delta)
    }

    @Test func `mean losses of the next item`() throws {
        let vector = try Vector("conformal_risk")
        let losses = try vector.inputs.doubles("losses")
        let labels = try vector.inputs.int("n")
        let found = try losses.map { try ConformalRisk.expected(meanLoss: $0, labels: labels) }
        #expect(isNear(found, try vector.expected.doubles("expected")))
        let loosest = try ConformalRisk.loosest(losses, labels: labels, alpha: vector.inputs.double("alpha"))
        #expect(loosest == (try vector.expected.int("loosest")))
        #expect(try ConformalRisk.loosest([0], labels: 5, alpha: 0.1) == nil)
        #expect(throws: AuditError.self) { try ConformalRisk.expected(meanLoss: 2, labels: 5) }
    }

    @Test func `a threshold by conformal risk misses no more on average than it promises`() throws {
        var random = SeededGenerator(seed: 61)
        let (alpha, runs) = (0.1, 2000)
        var missed = 0
        for _ in 0..<runs {
            // Ten values alone, so that many are equal.
            let scores = (0..<40).map { _ in Double(Int.random(in: 0..<30, using: &random)) }
            let theta = try #require(
                try ConformalRisk.thresholdAdv(unsafeScores: Array(scores.dropLast()), alpha: alpha)
            )
            if scores[39] >= theta { missed += 1 }
        }
        #expect(Double(missed) / Double(runs) <= alpha + 2 * (alpha * (1 - alpha) / Double(runs)).squareRoot())
        #expect(try ConformalRisk.thresholdAdv(unsafeScores: [1, 2, 3], alpha: 0.1) == nil)
        let nine = try #require(try ConformalRisk.thresholdAdv(unsafeScores: (0..<9).map(Double.init), alpha: 0.1))
        #expect(nine > 8 && nine < 8.001)
    }
}
