import DensityPlot
import Testing

@Suite struct ScoreRangeTests {
    static let tiny = Double.leastNonzeroMagnitude
    static let ends: [(Double, Double)] = [
        (0, 0), (3, 3), (-1e308, 1e308), (tiny, tiny), (1.7e308, 1.7e308), (0, tiny),
    ]

    @Test(arguments: ends)
    func `a range is never empty and holds its ends`(_ low: Double, _ high: Double) {
        let range = ScoreRange(covering: low, high)
        #expect(range.low < range.high)
        #expect(range.low <= low && high <= range.high)
        #expect(range.low.isFinite && range.high.isFinite)
        #expect(range.bin(of: low, count: 10) != nil)
        #expect(range.bin(of: high, count: 10) != nil)
    }

    @Test func `the smallest doubles are told apart`() {
        let range = ScoreRange(low: 0, high: Self.tiny * 4)
        #expect((0...4).map { range.bin(of: Self.tiny * Double($0), count: 4) } == [0, 1, 2, 3, 3])
    }

    @Test func `scores outside have no bin`() {
        let range = ScoreRange(low: 0, high: 1)
        #expect(range.bin(of: -0.001, count: 4) == nil)
        #expect(range.bin(of: 1.001, count: 4) == nil)
        #expect(range.bin(of: 1, count: 4) == 3)
        #expect(range.bin(of: 0, count: 4) == 0)
        #expect(range.bin(of: 0.5, count: 0) == nil)
    }
}
