import RoundModel
import TestSupport
import Testing

struct ItemMarksTests {
    @Test(arguments: 0..<4) func `it is a set`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var marks = ItemMarks()
        var plain: Set<UInt32> = []
        for _ in 0..<3_000 {
            let item = UInt32.random(in: 0..<400, using: &random)
            let isMember = Bool.random(using: &random)
            marks.set(item, isMember)
            if isMember { plain.insert(item) } else { plain.remove(item) }
            #expect(marks.count == plain.count)
            #expect(marks.contains(item) == isMember)
        }
        #expect(marks.first == plain.min())
        #expect(marks.isEmpty == plain.isEmpty)
        func members(_ set: ItemSet) -> [Int] {
            var items: [Int] = []
            set.forEach(in: 0..<set.universe) { items.append($0) }
            return items
        }
        #expect(members(marks.set(within: nil, universe: 300)) == plain.filter { $0 < 300 }.map(Int.init).sorted())
        let even = ItemSet((0..<400).filter { $0 % 2 == 0 }.map(UInt32.init), universe: 400)
        let both = plain.filter { $0 % 2 == 0 }.map(Int.init).sorted()
        #expect(members(marks.set(within: even, universe: 400)) == both)
    }
}
