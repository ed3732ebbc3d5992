import Basics
import SampleRounds
import Testing

@Suite struct SplitMix64SamplesTests {
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
