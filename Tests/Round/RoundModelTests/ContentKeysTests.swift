import RoundModel
import TestSupport
import Testing

struct ContentKeysTests {
    @Test(arguments: [0, 1, 2, 100, 70_000, 250_000], [1, 40, 1 << 40])
    func `turns and items are those of a dictionary`(_ count: Int, _ kinds: Int) {
        var random = SeededGenerator(seed: UInt64(count + kinds))
        let raw = (0..<count).map { _ in
            // Spread over the upper bits, as digests are.
            UInt64.random(in: 0..<UInt64(kinds), using: &random) &* 0x9E37_79B9_7F4A_7C15
        }
        let keys = ContentKeys(raw)
        var seen: [UInt64: UInt32] = [:]
        var repeats = 0
        for (item, key) in raw.enumerated() {
            let turn = seen[key, default: 0]
            if turn > 0 { repeats += 1 }
            if keys.turn(of: item) != turn { Issue.record("item \(item): \(keys.turn(of: item)), not \(turn)") }
            seen[key] = turn + 1
        }
        #expect(keys.repeats == repeats)
        #expect(keys.count == count)
        let wanted = Set(raw.prefix(20).enumerated().filter { $0.offset % 2 == 0 }.map(\.element) + [42])
        #expect(keys.items(withKeyIn: wanted) == raw.indices.filter { wanted.contains(raw[$0]) }.map(UInt32.init))
        #expect(keys.items(withKeyIn: []).isEmpty)
    }
}
