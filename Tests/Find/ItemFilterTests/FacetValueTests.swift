import ItemFilter
import RoundModel
import TestSupport
import Testing

struct FacetValueTests {
    private static func value(_ text: String?, _ count: Int) -> FacetValue {
        FacetValue(value: text.map { Array($0.utf8) }, counts: BucketCounts(adversarial: 1, discarded: count - 1))
    }

    @Test func `values stand by how many items have them, then by their bytes, and no value last`() {
        let sorted = [
            Self.value("b", 9), Self.value("", 3), Self.value("a", 3), Self.value("é", 3), Self.value("z", 1),
            Self.value(nil, 50),
        ]
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20 { #expect(FacetValue.sorted(sorted.shuffled(using: &random)) == sorted) }
    }

    @Test func `ranges stand from the lowest to the highest, however many items they have`() {
        let bins = NumberBins(limits: [1, 2, 10]).bins
        let sorted =
            bins.map { bin in
                let count = BucketCounts(accepted: bin.number == 2 ? 90 : 1)
                return FacetValue(value: Array(bin.title.utf8), bin: bin, counts: count)
            } + [Self.value(nil, 50)]
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20 { #expect(FacetValue.sorted(sorted.shuffled(using: &random)) == sorted) }
    }
}
