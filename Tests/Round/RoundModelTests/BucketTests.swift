import RoundModel
import TestSupport
import Testing

/// The rule of product.md, on the cases where it is easily got wrong.
@Suite struct BucketTests {
    static let safety = [-1.0, -0.5, -0.5, 0, 0, 0.3, 0.5, 0.5, 0.8, 1, 1.2]
    static let help = [2.0, 0.1, 1, 0.5, 0, 0.7, 0.9, 0.4, 0.5, 0.5, 1.5]

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var theta: Thresholds
        var buckets: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "ties on both lines", theta: Thresholds(adv: 0, safety: 0.5, help: 0.5), buckets: "AAADDDDDDDC"),
        Case(name: "tie on θ adv", theta: Thresholds(adv: -0.5, safety: 0.5, help: 0.4), buckets: "ADDDDDDDCCC"),
        Case(name: "all equal", theta: Thresholds(adv: 0.5, safety: 0.5, help: 0.5), buckets: "AAAAAADDDDC"),
        Case(name: "crossed", theta: Thresholds(adv: 0.9, safety: 0.5, help: 0.5), buckets: "AAAAAAAAADC"),
        Case(name: "all zero", theta: Thresholds(adv: 0, safety: 0, help: 0), buckets: "AAADDCCCCCC"),
    ]

    @Test(arguments: cases) func `items fall into the buckets of the rule`(_ example: Case) {
        let letters = zip(Self.safety, Self.help).map {
            example.theta.bucket(safety: $0, helpfulness: $1).letter
        }
        #expect(String(letters) == example.buckets)
    }

    @Test(arguments: [
        (0.02, 0.61, Bucket.adversarial), (0.91, 0.27, .discarded), (0.91, 0.85, .accepted),
    ]) func `the paper's own examples land as it says`(_ safety: Double, _ help: Double, _ bucket: Bucket) {
        #expect(Thresholds(adv: 0.5, safety: 0.8, help: 0.4).bucket(safety: safety, helpfulness: help) == bucket)
    }

    @Test func `θ 0.5 to 0.2 moves just two items`() {
        let columns = ScoreColumns(safety: Self.safety, helpfulness: Self.help)
        let before = Thresholds(adv: 0, safety: 0.5, help: 0.5)
        let after = Thresholds(adv: 0, safety: 0.2, help: 0.5)
        let query = ItemListQuery(
            members: .moved,
            order: .round,
            thresholds: after,
            baseline: before,
            safetyStep: 1,
            helpStep: 1
        )
        #expect(query.plainList(in: Population(columns)) == [5, 6])
        #expect(columns.tally(after, baseline: before).flows[from: .discarded, to: .accepted] == 2)
    }

    @Test func `negative zero is zero`() {
        #expect(Thresholds(adv: 0, safety: 1, help: 1).bucket(safety: -0.0, helpfulness: 0) == .discarded)
    }
}
