import SampleRounds
import Testing

@Suite struct SplitMix64Tests {
    @Test func `gives the reference sequence`() {
        var random = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        )
    }

    @Test func `stays below its bound and reaches all of it`() {
        var random = SplitMix64(seed: 7)
        let drawn = Set((0..<500).map { _ in random.below(6) })
        #expect(drawn == Set(0..<6))
        #expect(random.below(0) == 0)
    }

    @Test func `normal numbers have mean zero and variance one`() {
        var random = SplitMix64(seed: 9)
        let numbers = (0..<20_000).map { _ in random.normal() }
        let mean = numbers.reduce(0, +) / 20_000
        let variance = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 20_000
        #expect(abs(mean) < 0.03)
        #expect(abs(variance - 1) < 0.05)
    }

    @Test func `shuffling keeps the elements`() {
        var random = SplitMix64(seed: 3)
        let cards = Array(0..<52)
        let shuffled = random.shuffled(cards)
        #expect(shuffled != cards)
        #expect(shuffled.sorted() == cards)
    }
}
