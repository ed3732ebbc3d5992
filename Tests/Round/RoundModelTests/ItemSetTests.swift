import RoundModel
import TestSupport
import Testing

@Suite struct ItemSetTests {
    @Test(arguments: 0..<20) func `members are those that were put in`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let universe = Int.random(in: 0...300, using: &generator)
        let items = Set((0..<universe).filter { _ in Bool.random(using: &generator) })
        let set = ItemSet(items.map(UInt32.init), universe: universe)
        #expect(set.count == items.count)
        #expect((-2..<universe + 70).allSatisfy { set.contains($0) == items.contains($0) })
        let low = Int.random(in: 0...universe, using: &generator)
        let high = Int.random(in: low...universe + 70, using: &generator)
        var seen: [Int] = []
        set.forEach(in: low..<high) { seen.append($0) }
        #expect(seen == items.filter { (low..<high).contains($0) }.sorted())
    }

    @Test func `what lies behind the round is dropped`() {
        #expect(ItemSet([1, 63, 64, 70], universe: 64).count == 2)
        #expect(ItemSet(words: [.max, .max, .max], universe: 65).count == 65)
        #expect(ItemSet(words: [], universe: 100).count == 0)
    }
}
