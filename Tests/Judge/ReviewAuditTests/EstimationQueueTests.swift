import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing

struct EstimationQueueTests {
    private static let thresholds = Thresholds(adv: 0.3, safety: 0.7, help: 0.4)

    private static func round(_ count: Int, seed: UInt64, kinds: Int) -> (ScoreColumns, ContentKeys) {
        var random = SeededGenerator(seed: seed)
        let columns = ScoreColumns(
            safety: (0..<count).map { _ in Double.random(in: 0...1, using: &random) },
            helpfulness: (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
        )
        let keys = (0..<count).map { _ in UInt64.random(in: 0..<UInt64(kinds), using: &random) << 40 }
        return (columns, ContentKeys(keys))
    }

    @Test(arguments: [(10, 1_000), (400, 50), (3_000, 1_000_000)], [0, 1, 17, 10_000])
    func `it is the bucket sorted by number`(_ round: (count: Int, kinds: Int), _ limit: Int) {
        let (columns, keys) = Self.round(round.count, seed: UInt64(round.count), kinds: round.kinds)
        for bucket in Bucket.allCases {
            let queue = EstimationQueue(
                bucket,
                at: Self.thresholds,
                in: columns,
                keys: keys,
                seed: 9,
                limit: limit
            )
            let members = (0..<columns.count).filter { item in
                let scores = columns.scores(ofKnown: item)
                return Self.thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness) == bucket
            }
            let sorted = members.map { ($0, EstimationQueue.number(of: $0, keys, seed: 9)) }
                .sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }
            #expect(queue.size == members.count)
            #expect(queue.items == sorted.prefix(limit).map { UInt32($0.0) })
            #expect(queue.numbers == sorted.prefix(limit).map(\.1.value))
            #expect(queue.isWhole == (limit >= members.count))
        }
    }

    @Test func `a number stays when thresholds move and rows change places`() {
        let (_, keys) = Self.round(500, seed: 3, kinds: 1_000_000)
        let turned = ContentKeys(Array(keys.keys.reversed()))
        for item in 0..<500 {
            let there = EstimationQueue.number(of: 499 - item, turned, seed: 4)
            #expect(EstimationQueue.number(of: item, keys, seed: 4) == there)
            #expect(EstimationQueue.number(of: item, keys, seed: 5) != there)
        }
    }

    @Test func `copies have numbers of their own`() {
        let keys = ContentKeys([7, 7, 7, 8])
        let numbers = (0..<4).map { EstimationQueue.number(of: $0, keys, seed: 1) }
        #expect(Set(numbers).count == 4)
    }

    @Test(arguments: [(10, 1_000), (400, 50), (3_000, 400), (3_000, 1_000_000)], [0, 1, 17, 10_000])
    func `distinct contents stand once each, by the number of their content`(
        _ round: (count: Int, kinds: Int),
        _ limit: Int
    ) {
        let (columns, keys) = Self.round(round.count, seed: UInt64(round.count + 1), kinds: round.kinds)
        for bucket in Bucket.allCases {
            let queue = EstimationQueue(
                distinct: bucket,
                at: Self.thresholds,
                in: columns,
                keys: keys,
                seed: 9,
                limit: limit
            )
            let members = (0..<columns.count).filter { Self.bucket(of: $0, in: columns) == bucket }
            // The first item of the bucket stands for its content, also where the round's first lies elsewhere.
            var first: [UInt64: Int] = [:]
            for item in members.reversed() { first[keys.keys[item]] = item }
            let sorted = first.map { ($1, EstimationQueue.number(ofContent: $0, seed: 9)) }.sorted { $0.1 < $1.1 }
            #expect(queue.size == first.count)
            #expect(queue.rows == members.count)
            #expect(queue.items == sorted.prefix(limit).map { UInt32($0.0) })
            #expect(queue.numbers == sorted.prefix(limit).map(\.1.value))
        }
    }

    @Test func `the orders of all buckets end where they were asked to`() throws {
        let (columns, keys) = Self.round(2_000, seed: 6, kinds: 700)
        let whole = Bucket.allCases.map { bucket in
            EstimationQueue(distinct: bucket, at: Self.thresholds, in: columns, keys: keys, seed: 2, limit: 2_000)
        }
        let last = try #require(whole[0].items.dropFirst(20).first)
        let ends = [EstimationQueue.number(ofContent: keys.keys[Int(last)], seed: 2).value, nil, nil]
        let queues = EstimationQueue.distinctQueues(
            upTo: ends,
            at: Self.thresholds,
            in: columns,
            keys: keys,
            seed: 2
        )
        #expect(queues.map(\.size) == whole.map(\.size))
        #expect(queues.map(\.rows) == whole.map(\.rows))
        #expect(queues[0].items == Array(whole[0].items.prefix(21)))
        #expect(queues[1].items.isEmpty && queues[2].items.isEmpty)
        #expect(DistinctContents(columns, keys).counts(at: Self.thresholds).adversarial == whole[0].size)
    }

    private static func bucket(of item: Int, in columns: ScoreColumns) -> Bucket {
        let scores = columns.scores(ofKnown: item)
        return Self.thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
    }
}
