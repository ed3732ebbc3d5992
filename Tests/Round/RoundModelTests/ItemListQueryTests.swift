import RoundModel
import TestSupport
import Testing

@Suite struct ItemListQueryTests {
    static let columns = ScoreColumns(
        safety: [0.1, 0.49, 0.5, 0.79, 0.8, 0.81, 0.95, 0.95],
        helpfulness: [0.9, 0.5, 0.4, 0.6, 0.7, 0.41, 0.39, 0.9]
    )
    static let theta = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)

    private func items(_ members: ItemListQuery.Members, _ order: ItemOrder, descending: Bool = false) -> [UInt32] {
        ItemListQuery(
            members: members,
            order: order,
            descending: descending,
            thresholds: Self.theta,
            baseline: Thresholds(adv: 0.2, safety: 0.8, help: 0.4),
            safetyStep: 0.01,
            helpStep: 0.01
        ).plainList(in: Population(Self.columns))
    }

    @Test func `buckets hold what the rule puts there`() {
        #expect(items(.bucket(.adversarial), .round) == [0, 1])
        #expect(items(.bucket(.accepted), .round) == [5, 7])
        #expect(items(.bucket(.discarded), .round) == [2, 3, 4, 6])
        #expect(items(.moved, .round) == [1])
    }

    @Test func `distance is to the nearest line, in steps`() {
        #expect(items(.bucket(.discarded), .distance) == [2, 4, 3, 6])
        #expect(items(.bucket(.accepted), .distance) == [5, 7])
    }

    @Test func `scores order both ways, equal ones as in the round`() {
        #expect(items(.bucket(.discarded), .helpfulness) == [6, 2, 3, 4])
        #expect(items(.bucket(.discarded), .safety, descending: true) == [6, 4, 3, 2])
        #expect(items(.bucket(.discarded), .round, descending: true) == [6, 4, 3, 2])
    }

    @Test(arguments: 0..<20) func `lists part the round`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let columns = RandomColumns.make(&generator, items: 200)
        let now = RandomColumns.thresholds(&generator, for: columns)
        let order = ItemOrder.usual.randomElement(using: &generator) ?? .round
        let lists = Bucket.allCases.map { bucket in
            ItemListQuery(
                members: .bucket(bucket),
                order: order,
                thresholds: now,
                baseline: now,
                safetyStep: 0.1,
                helpStep: 0.2
            ).plainList(in: Population(columns))
        }
        #expect(lists.flatMap { $0 }.sorted() == (0..<UInt32(columns.count)).map { $0 })
    }
}
