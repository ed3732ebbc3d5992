import RoundModel
import TestSupport
import Testing

struct DistinctContentsTests {
    private static let thresholds = Thresholds(adv: 0.3, safety: 0.7, help: 0.4)
    private static let baseline = Thresholds(adv: 0.2, safety: 0.5, help: 0.5)

    /// - Parameter scored: how many different scores the copies of a content have.
    private static func round(_ count: Int, kinds: Int, scored: Int) -> (ScoreColumns, ContentKeys) {
        var random = SeededGenerator(seed: UInt64(count + kinds + scored))
        let contents = (0..<count).map { _ in Int.random(in: 0..<kinds, using: &random) }
        let scores = (0..<kinds).map { _ in
            (0..<scored).map { _ in (Double.random(in: 0...1, using: &random), Double.random(in: 0...1, using: &random))
            }
        }
        let given = contents.enumerated().map { scores[$1][$0 % scored] }
        let columns = ScoreColumns(safety: given.map(\.0), helpfulness: given.map(\.1))
        return (columns, ContentKeys(contents.map { UInt64($0 + 1) &* 0x9E37_79B9_7F4A_7C15 }))
    }

    private static func bucket(_ item: Int, _ columns: ScoreColumns, _ theta: Thresholds) -> Bucket {
        let scores = columns.scores(ofKnown: item)
        return theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
    }

    @Test(arguments: [(0, 1), (50, 1), (3_000, 400), (3_000, 1 << 30), (120_000, 40_000)], [1, 3])
    func `counts and flows are those of sets of contents`(_ round: (count: Int, kinds: Int), _ scored: Int) {
        let kinds = min(round.kinds, max(1, 20 * round.count))
        let (columns, keys) = Self.round(round.count, kinds: kinds, scored: scored)
        var sets: [[Bucket]: Set<UInt64>] = [:]
        for item in 0..<columns.count {
            let way = [Self.bucket(item, columns, Self.baseline), Self.bucket(item, columns, Self.thresholds)]
            sets[way, default: []].insert(keys.keys[item])
        }
        let contents = DistinctContents(columns, keys)
        let flows = contents.flows(from: Self.baseline, to: Self.thresholds)
        for before in Bucket.allCases {
            for after in Bucket.allCases {
                #expect(flows[from: before, to: after] == sets[[before, after]]?.count ?? 0)
            }
        }
        let counts = contents.counts(at: Self.thresholds)
        for bucket in Bucket.allCases {
            let all = sets.filter { $0.key[1] == bucket }.values.reduce(into: Set<UInt64>()) { $0.formUnion($1) }
            #expect(counts[bucket] == all.count)
        }
    }

    @Test(arguments: [1, 40, 1 << 40]) func `a pass meets each repeat with the item before it`(_ kinds: Int) {
        var random = SeededGenerator(seed: UInt64(kinds))
        let raw = (0..<2_000).map { _ in UInt64.random(in: 0..<UInt64(kinds), using: &random) }
        let keys = ContentKeys(raw)
        var last: [UInt64: Int] = [:]
        let before = raw.enumerated().map { last.updateValue($0, forKey: $1) }
        for first in [0, 1, 777, 1_999] {
            var copies = CopyCursor(keys, from: first)
            // Some items are passed without being asked for.
            for item in stride(from: first, to: raw.count, by: first == 1 ? 3 : 1) {
                if copies.previous(of: item) != before[item] || keys.previous(of: item) != before[item] {
                    Issue.record("item \(item) from \(first)")
                }
            }
        }
    }
}
