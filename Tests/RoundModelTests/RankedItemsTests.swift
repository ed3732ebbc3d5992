import TestSupport
import Testing

@testable import RoundModel

@Suite struct RankedItemsTests {
    private struct Key: ItemKey {
        func bits(item: Int, safety: Double, help: Double) -> UInt64? { help < 0 ? nil : safety.orderedBits }
    }

    @Test(arguments: 0..<40) func `any ranks are found from any sample`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let columns = RandomColumns.make(&generator, items: 2_000)
        let population = Population(
            columns,
            members: seed % 2 == 0 ? nil : ItemSet((0..<2_000).filter { $0 % 3 != 0 }, universe: 2_000)
        )
        let plain = (0..<2_000).compactMap { item -> ItemEntry? in
            let scores = columns.scores(of: item)
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
        }
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
