import TestSupport
import Testing
import Verdicts

struct SharedMapTests {
    @Test(arguments: 0..<4) func `it is a dictionary`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var map = SharedMap<Int, Int>()
        var plain: [Int: Int] = [:]
        for turn in 0..<5_000 {
            let key = Int.random(in: 0..<700, using: &random)
            switch turn % 4 {
            case 0:
                map[key] = turn
                plain[key] = turn
            case 1:
                map[key, default: 7] += 1
                plain[key, default: 7] += 1
            case 2: #expect(map.removeValue(forKey: key) == plain.removeValue(forKey: key))
            default:
                map[key] = nil
                plain[key] = nil
            }
            #expect(map.count == plain.count)
            #expect(map[key] == plain[key])
        }
        #expect(Dictionary(uniqueKeysWithValues: map.map { ($0.key, $0.value) }) == plain)
        #expect(Set(map.keys) == Set(plain.keys))
        #expect(map.values.reduce(0, +) == plain.values.reduce(0, +))
        #expect(SharedMap(plain) == map)
        #expect(map.isEmpty == plain.isEmpty)
    }

    @Test func `whoever was handed it sees no change`() {
        var map = SharedMap((0..<100).reduce(into: [Int: Int]()) { $0[$1] = $1 })
        let handed = map
        map[3] = 4
        map[200] = 1
        map.removeValue(forKey: 5)
        #expect(handed[3] == 3)
        #expect(handed[200] == nil)
        #expect(handed[5] == 5)
        #expect(handed.count == 100)
    }
}
