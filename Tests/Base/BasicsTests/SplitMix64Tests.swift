import Basics
import Testing

@Suite struct SplitMix64Tests {
    @Test func `it gives the reference sequence`() {
        var random = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        )
    }

    @Test func `its numbers are the finish of steps of one constant`() {
        var random = SplitMix64(seed: 1_234_567)
        var state: UInt64 = 1_234_567
        for _ in 0..<100 {
            state &+= 0x9E37_79B9_7F4A_7C15
            #expect(random.next() == SplitMix64.finish(state))
        }
    }

    @Test func `numbers below a bound reach all of it and no further, and there is 0 below nothing`() {
        var random = SplitMix64(seed: 7)
        for bound in 1...200 { #expect((0..<bound).contains(random.below(bound))) }
        #expect(Set((0..<500).map { _ in random.below(6) }) == Set(0..<6))
        #expect(random.below(0) == 0 && random.below(-3) == 0)
    }
}
