import TestSupport
import Testing

@testable import RoundExport

struct TextHashTests {
    private func value(_ text: [UInt8], _ hash: TextHash) -> UInt64 { text.withUnsafeBytes { hash($0) } }

    @Test func `texts that differ in one bit or in length differ`() {
        let hash = TextHash(seed: 42)
        for length in [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100] {
            let text = (0..<length).map { UInt8($0 & 0xFF) }
            var seen: Set<UInt64> = [value(text, hash)]
            for bit in 0..<length * 8 {
                var other = text
                other[bit / 8] ^= 1 << UInt8(bit % 8)
                seen.insert(value(other, hash))
            }
            seen.insert(value(text + [0], hash))
            #expect(seen.count == length * 8 + 2, "length \(length)")
        }
    }

    @Test func `runs of zero bytes of every length differ`() {
        let hash = TextHash(seed: 42)
        let values = (0..<200).map { value([UInt8](repeating: 0, count: $0), hash) }
        #expect(Set(values).count == 200)
    }

    @Test func `every bit of the hash is used`() {
        let hash = TextHash(seed: 3)
        var ones = [Int](repeating: 0, count: 64)
        for number in 0..<4_000 {
            let bits = value(Array("prompt \(number)".utf8), hash)
            for bit in 0..<64 where bits >> UInt64(bit) & 1 == 1 { ones[bit] += 1 }
        }
        #expect(ones.allSatisfy { (1_700...2_300).contains($0) })
    }

    @Test func `pairs tell their parts apart`() {
        let hash = TextHash(seed: 9)
        let (first, second) = (value([1], hash), value([2], hash))
        #expect(hash.pair(first, second) != hash.pair(second, first))
        #expect(hash.pair(first, second) != hash.pair(first, first))
    }

    @Test func `the seed changes the hash`() {
        #expect(value([1, 2, 3], TextHash(seed: 1)) != value([1, 2, 3], TextHash(seed: 2)))
    }
}
