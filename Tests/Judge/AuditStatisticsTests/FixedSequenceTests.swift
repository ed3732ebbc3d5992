import AuditStatistics
import Testing

struct FixedSequenceTests {
    @Test func `the loosest threshold that passes`() throws {
        let vector = try Vector("ltt_fixed_sequence_precision")
        let inputs = vector.inputs
        let (n, x, sizes) = (try inputs.ints("n"), try inputs.ints("errors"), try inputs.ints("N_bucket"))
        let (alpha, delta) = (try inputs.double("risk_alpha"), try inputs.double("delta"))
        let expected = vector.expected
        let binomial = try n.indices.map { try RiskPValue.binomial(wrong: x[$0], of: n[$0], alpha: alpha) }
        #expect(isNear(binomial, try expected.doubles("binom_p")))
        let finite = try n.indices.map {
            try RiskPValue.hypergeometric(
                FiniteSample(population: sizes[$0], checked: n[$0], wrong: x[$0]),
                alpha: alpha
            )
        }
        #expect(isNear(finite, try expected.doubles("hypergeom_p")))
        let bounds = try n.indices.map {
            try RiskPValue.hoeffdingBentkus(meanLoss: Double(x[$0]) / Double(n[$0]), of: n[$0], alpha: alpha)
        }
        #expect(isNear(bounds, try expected.doubles("hoeffding_bentkus_p")))
        let thetas = try inputs.doubles("thetas_strict_to_loose")
        let last = try #require(try FixedSequence.last(rejectedOf: binomial, delta: delta))
        #expect(last == (try expected.int("selected_index")))
        #expect(thetas[last] == (try expected.double("selected_theta")))
        let finiteLast = try #require(try FixedSequence.last(rejectedOf: finite, delta: delta))
        #expect(finiteLast == (try expected.int("hypergeom_selected_index")))
        #expect(thetas[finiteLast] == (try expected.double("hypergeom_selected_theta")))
        let alone = try FixedSequence.bonferroni(binomial, delta: delta)
        #expect(alone == (try expected.ints("bonferroni_rejected_indices")))
    }

    @Test func `sequences of one are Holm's procedure`() throws {
        // Holm at 0.05: 0.01 ≤ 0.05/3, 0.02 ≤ 0.05/2, 0.06 > 0.05.
        let tested = try FixedSequence(pValues: [[0.02], [0.06], [0.01]], start: [0, 0, 0], delta: 0.05)
        #expect(tested.rejected == [0...0, nil, 0...0])
        let none = try FixedSequence(pValues: [[0.02], [0.06], [0.018]], start: [0, 0, 0], delta: 0.05)
        #expect(none.rejected == [nil, nil, nil])
    }

    @Test func `a sequence that ends hands its level on, one that stops does not`() throws {
        let handed = try FixedSequence(pValues: [[0.001, 0.02], [0.03, 0.2]], start: [0, 0], delta: 0.05)
        #expect(handed.rejected == [0...1, 0...0])
        #expect(isNear(handed.levels, [0.025, 0.05]))
        let kept = try FixedSequence(pValues: [[0.001, 0.3], [0.03, 0.2]], start: [0, nil], delta: 0.05)
        #expect(kept.rejected == [0...0, nil])
        let late = try FixedSequence(pValues: [[0.9, 0.01, 0.01]], start: [1], delta: 0.05)
        #expect(late.rejected == [1...2])
    }

    @Test func `arguments that cannot be`() {
        #expect(throws: AuditError.notAProbability(.delta, found: 0)) {
            try FixedSequence(pValues: [[0.1]], start: [0], delta: 0)
        }
        #expect(throws: AuditError.empty(.candidates)) { try FixedSequence(pValues: [], start: [], delta: 0.1) }
        #expect(throws: AuditError.lengthsDiffer(.candidates, 1, 2)) {
            try FixedSequence(pValues: [[0.1]], start: [0, 0], delta: 0.1)
        }
    }
}
