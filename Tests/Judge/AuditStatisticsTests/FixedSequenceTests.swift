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

    /// 0.29 of 100 items are 29, though the double nearest to 0.29 times 100 lies beneath; so are 28,740,711 of 99,105,900.
    @Test func `a share of a set is rounded down as people write it`() throws {
        for (alpha, size, most) in [(0.29, 100, 29), (0.07, 100, 7), (0.57, 1000, 570), (0.1, 99, 9), (0.05, 19, 0)] {
            for checked in [1, size / 2, size] {
                let sample = try FiniteSample(population: size, checked: checked, wrong: checked / 5)
                let found = try RiskPValue.hypergeometric(sample, alpha: alpha)
                let expected = (0...sample.wrong).reduce(0) { $0 + Exact.draw($1, checked, most + 1, size) }
                #expect(isNear(found, min(1, expected), 1e-9), "\(alpha) of \(size), \(checked)")
            }
        }
        // A sample of one is wrong with the probability of the smallest number that breaks the promise.
        for cents in 1..<100 {
            for size in [100, 12_300, 99_105_900, 1_000_000_000] {
                let sample = try FiniteSample(population: size, checked: 1, wrong: 0)
                let found = try RiskPValue.hypergeometric(sample, alpha: Double(cents) / 100)
                let broken = cents * size / 100 + 1
                #expect(isNear(found, 1 - Double(broken) / Double(size), 2e-10), "\(cents) % of \(size)")
            }
        }
        // Shares beneath one item, however small, leave none.
        for alpha in [1e-5, 1.25e-7, 5e-324, 1e-20, 0.012345678901234567] {
            let sample = try FiniteSample(population: 50, checked: 1, wrong: 0)
            #expect(isNear(try RiskPValue.hypergeometric(sample, alpha: alpha), 0.98, 1e-12))
        }
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
