import RoundModel
import TestSupport
import Testing

@Suite struct RoundNumberTests {
    @Test(arguments: [
        (0.789, 0.802, 0.8), (0.781, 0.794, 0.79), (-0.006, 0.007, 0.0), (99.9, 100.4, 100), (0.1234, 0.1241, 0.124),
        (-3.26, -3.13, -3.2), (12_340, 12_470, 12_400), (1e300, 2e300, 1.5e300), (3e-7, 4.2e-7, 4e-7), (5, 5, 5),
    ])
    func `the shortest number of a span`(low: Double, high: Double, expected: Double) {
        #expect(RoundNumber.within(low, high) == expected)
    }

    @Test func `it lies within its span, whatever the scale`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<5000 {
            let power = Double("1e\(Int.random(in: -300...300, using: &generator))") ?? 1
            let low = Double.random(in: -100...100, using: &generator) * power
            let width = Double.random(in: 1e-9...1, using: &generator) * power
            let number = RoundNumber.within(low, low + width)
            #expect(number >= low && number <= low + width)
            let below = RoundNumber.below(low, slack: width)
            #expect(below <= low && below >= low - width)
            let above = RoundNumber.above(low, slack: width)
            #expect(above >= low && above <= low + width)
        }
        for low in [-Double.greatestFiniteMagnitude, 0, .leastNonzeroMagnitude, .greatestFiniteMagnitude] {
            #expect(RoundNumber.within(low, .greatestFiniteMagnitude).isFinite)
            #expect(RoundNumber.below(low, slack: 0) == low)
        }
    }

    @Test func `a bound has no more digits than its slack asks for`() {
        #expect(RoundNumber.below(0.78671, slack: 0.0013) == 0.786)
        #expect(RoundNumber.above(0.78671, slack: 0.0013) == 0.787)
        #expect(RoundNumber.below(0.5, slack: 0.001) == 0.5)
        #expect(RoundNumber.above(0.5, slack: 0.001) == 0.5)
        #expect(RoundNumber.below(-0.123, slack: 0.01) == -0.13)
    }
}
