import TestSupport
import Testing

@testable import RoundModel

@Suite struct RankedItemsTests {
    private struct Key: ItemKey {
        func bits(item: Int, safety: Double, help: Double, ruling: Ruling?) -> UInt64? {
            help < 0 ? nil : safety.orderedBits
        }

        func numbers(
            from item: Int,
            safety: SIMD4<Double>,
            help: SIMD4<Double>
        ) -> (keys: SIMD4<Double>, takesPart: SIMDMask<SIMD4<Int64>>) {
            (safety, .!(help .< 0))
        }

        func number(of bits: UInt64) -> Double { Double(orderedBits: bits) }
    }

    @Test(arguments: 0..<40) func `any ranks are found from any sample`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let columns = RandomColumns.make(&generator, items: 2_000)
        let population = Population(
            columns,
            members: seed % 2 == 0 ? nil : ItemSet((0..<2_000).filter { $0 % 3 != 0 }, universe: 2_000)
        )
        let plain = (0..<2_000).compactMap { item -> ItemEntry? in
            let scores = columns.scores(ofKnown: item)
            return population.contains(item) && scores.helpfulness >= 0
                ? ItemEntry(bits: scores.safety.orderedBits, item: UInt32(item)) : nil
        }.sorted()
        // A sample this small misleads now and then.
        let ranked = RankedItems(population: population, key: Key(), sampleSize: [7, 40, 5_000][seed % 3])
        let ranges = (0..<4).map { _ in
            let low = Int.random(in: 0...plain.count + 10, using: &generator)
            return low..<low + Int.random(in: 0...50, using: &generator)
        }
        let found = ranked.find(ranges)
        #expect(found.total == plain.count)
        for (range, stretch) in zip(ranges, found.stretches) {
            #expect(stretch.entries == Array(plain[range.clamped(to: 0..<plain.count)]))
        }
        for rank in stride(from: 0, to: plain.count, by: 97) {
            #expect(ranked.rank(of: plain[rank]) == rank)
            #expect(ranked.entry(of: Int(plain[rank].item)) == plain[rank])
            let count = Int.random(in: 1...300, using: &generator)
            let (place, around) = ranked.find(around: plain[rank], count: count)
            let start = max(0, rank - count / 2)
            #expect(place == rank && around.total == plain.count)
            #expect(around.stretches.first?.start == start)
            #expect(around.stretches.first?.entries == Array(plain[start..<min(plain.count, start + count)]))
        }
    }

    /// A sample that misleads costs a pass; it is to be the exception wherever in the list one looks.
    @Test func `one pass nearly always finds what is wanted`() throws {
        var generator = SeededGenerator(seed: 9)
        let columns = ScoreColumns(
            safety: (0..<200_000).map { _ in Double.random(in: -1...1, using: &generator) },
            helpfulness: (0..<200_000).map { _ in Double.random(in: -2...1, using: &generator) }
        )
        let ranked = RankedItems(population: Population(columns), key: Key(), sampleSize: 4_096)
        let total = ranked.find([0..<1]).total
        var passes = 0
        for number in 0..<100 {
            let start = number % 10 == 9 ? total - 50 : total / 100 * number
            let found = ranked.find([start..<start + 50])
            passes += found.passes
            let entry = try #require(found.stretches.first?.entries.first)
            passes += ranked.find(around: entry, count: 50).findings.passes
        }
        #expect(passes <= 202)
    }

    @Test(arguments: [
        (-1e308, -2.5), (-2.5, -Double.leastNonzeroMagnitude), (-Double.leastNonzeroMagnitude, 0.0),
        (0.0, Double.leastNonzeroMagnitude), (Double.leastNonzeroMagnitude, 1.0), (1.0, 1e308),
    ]) func `bits compare as numbers do`(_ low: Double, _ high: Double) {
        #expect(low.orderedBits < high.orderedBits)
        #expect(Double(orderedBits: low.orderedBits) == low)
        #expect((-0.0).orderedBits == (0.0).orderedBits)
    }
}
