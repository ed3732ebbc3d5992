import ItemFilter
import TestSupport
import Testing

/// Ranges of numbers.
struct NumberBinsTests {
    private static let shapes: [(name: String, numbers: @Sendable (inout SeededGenerator) -> [Double])] = [
        ("small whole ones", { random in (0..<200).map { _ in Double(Int.random(in: 0...60, using: &random)) } }),
        ("fractions", { random in (0..<200).map { _ in Double.random(in: -1...1, using: &random) } }),
        ("far from 0", { random in (0..<200).map { _ in 1e9 + Double.random(in: 0...9, using: &random) } }),
        ("over many powers", { random in (0..<200).map { _ in 7 * 10.pow(Int.random(in: 0...12, using: &random)) } }),
        ("one far out", { random in (0..<300).map { $0 == 7 ? 1e12 : Double.random(in: 0...100, using: &random) } }),
        ("the largest there are", { _ in [-1.7e308, 1.7e308, 0, 1, 2] }),
        ("the smallest there are", { _ in [5e-324, 1e-323, 2e-323, 5e-323] }),
        ("neighbours", { _ in [1, 1.0.nextUp, 1.0.nextUp.nextUp] }),
        ("two", { _ in [3, 4] }), ("mostly one", { _ in [Double](repeating: 5, count: 500) + [6, 900] }),
    ]

    @Test func `every number lies in one bin, between its ends`() throws {
        for shape in Self.shapes {
            var random = SeededGenerator(seed: 3)
            let numbers = shape.numbers(&random)
            let bins = try #require(NumberBins(of: numbers.shuffled(using: &random)), "\(shape.name)")
            #expect((2...101).contains(bins.count), "\(shape.name)")
            #expect(bins.limits == Set(bins.limits).sorted() && bins.limits.allSatisfy(\.isFinite), "\(shape.name)")
            for number in numbers + [-.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude] {
                let holding = bins.bins.filter { bin in
                    bin.low.map { $0 <= number } ?? true && bin.high.map { number < $0 } ?? true
                }
                #expect(holding.map(\.number) == [bins.bin(of: number)], "\(shape.name): \(number)")
            }
            #expect(Set(bins.bins.map(\.title)).count == bins.count)
        }
    }

    @Test func `the limits are round`() throws {
        let ages = try #require(NumberBins(of: (18...97).map(Double.init)))
        #expect(ages.limits == [20, 30, 40, 50, 60, 70, 80, 90])
        #expect(ages.bins.map(\.title).prefix(2) == ["less than 20", "20 to 30"])
        #expect(ages.bins.last?.title == "90 and more")
        let shares = try #require(NumberBins(of: (0...100).map { Double($0) / 100 }))
        #expect(shares.limits == [0.2, 0.4, 0.6, 0.8])
        let sizes = try #require(NumberBins(of: (0...69).map { 3 * 10.pow($0 / 10) }))
        #expect(sizes.limits == [10, 100, 1000, 10_000, 100_000, 1_000_000])
    }

    @Test func `numbers that are all the same have none`() {
        #expect(NumberBins(of: []) == nil && NumberBins(of: [4]) == nil && NumberBins(of: [2, 2, 2]) == nil)
    }
}

extension Int {
    fileprivate func pow(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { result, _ in result * Double(self) } }
}
