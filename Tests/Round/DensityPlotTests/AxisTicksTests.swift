import DensityPlot
import Testing

@Suite struct AxisTicksTests {
    static let tiny = Double.leastNonzeroMagnitude

    @Test(arguments: [
        (0.0, 1.0, 5, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
        (-4.2, 3.9, 5, ["-4", "-2", "0", "2"]),
        (1.0, 5.0, 5, ["1", "2", "3", "4", "5"]),
        (0.12, 0.13, 4, ["0.120", "0.125", "0.130"]),
        (0.0, 1e-300 / 1e10, 6, ["0", "2e-311", "4e-311", "6e-311", "8e-311", "1e-310"]),
        (-1e308, 1e308, 5, ["-1e308", "-5e307", "0", "5e307", "1e308"]),
    ]) func `ticks are round numbers`(_ low: Double, _ high: Double, _ most: Int, _ labels: [String]) {
        #expect(AxisTicks(ScoreRange(low: low, high: high), atMost: most).labels == labels)
    }

    @Test(arguments: [(tiny, 1e-300 / 1e10), (-60 * tiny, 80 * tiny), (-1e308, 1e308), (-1.7e308, 1.7e308)])
    func `the smallest and the largest doubles have ticks`(_ low: Double, _ high: Double) {
        #expect(AxisTicks(ScoreRange(covering: low, high), atMost: 5).values.count >= 2)
    }

    @Test(arguments: [
        (0.0, Double.leastNonzeroMagnitude), (1e308, 1.7e308), (1e15, 1e15 + 2), (-1.7e308, 1.7e308), (1e-300, 2e-300),
        (0.0, 1e9), (99_999_999.0, 100_000_001.0),
    ]) func `ticks lie in the range, ascend, and are not too many`(_ low: Double, _ high: Double) {
        for most in [1, 2, 3, 7, 20] {
            let range = ScoreRange(covering: low, high)
            let ticks = AxisTicks(range, atMost: most)
            #expect(ticks.values.count <= most + 1)
            #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
            #expect(ticks.values.allSatisfy { $0 >= range.low && $0 <= range.high })
            #expect(ticks.labels.count == ticks.values.count)
            #expect(ticks.labels.allSatisfy { $0.count <= 12 })
        }
    }
}
