import RoundModel
import Testing

@Suite struct ThresholdStepTests {
    private func made(_ low: Double, _ high: Double) -> ThresholdStep {
        let values = (0...100).map { low + (high - low) * Double($0) / 100 }
        let columns = ScoreColumns(safety: values, helpfulness: values)
        guard let summary = columns.summary(of: .safety) else { return ThresholdStep(digit: 1, exponent: 0) }
        return ThresholdStep(for: summary)
    }

    @Test(arguments: [
        (0.0, 1.0, 0.01), (0, 1.2, 0.01), (-4, 4, 0.1), (1, 5, 0.05), (0, 100, 1), (-1e6, 1e6, 20_000),
        (0, 1e-9, 1e-11),
    ]) func `follows the scale of the scores`(_ low: Double, _ high: Double, _ size: Double) {
        #expect(made(low, high).value == size)
    }

    @Test func `scores without a spread have a step`() {
        #expect(made(3, 3).value == 0.01)
    }

    @Test func `infinite spread has a finite step`() {
        let step = made(-1.7e308, 1.7e308)
        #expect(step.value.isFinite && step.value > 0)
    }

    @Test func `steps land on the doubles that the same decimals would be`() {
        let step = ThresholdStep(digit: 1, exponent: -2)
        var value = 0.0
        for _ in 0..<31 { value = step.move(value, by: 1) }
        #expect(value == 0.31)
        for _ in 0..<62 { value = step.move(value, by: -1) }
        #expect(value == -0.31)
    }

    @Test func `a typed value keeps its further digits`() {
        #expect(ThresholdStep(digit: 1, exponent: -2).move(0.1234, by: 1) == 0.1334)
        #expect(ThresholdStep(digit: 5, exponent: 0).move(-3.25390625, by: 1) == 1.74609375)
    }
}
