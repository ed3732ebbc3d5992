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
}
