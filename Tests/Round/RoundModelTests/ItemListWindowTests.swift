import RoundModel
import TestSupport
import Testing

@Suite struct ItemListWindowTests {
    private static func query(_ generator: inout SeededGenerator, _ columns: ScoreColumns) -> ItemListQuery {
        let members: [ItemListQuery.Members] = [
            .bucket(.adversarial), .bucket(.accepted), .bucket(.discarded), .moved, .all,
        ]
        return ItemListQuery(
            members: members.randomElement(using: &generator) ?? .moved,
            order: ItemOrder.usual.randomElement(using: &generator) ?? .round,
            descending: Bool.random(using: &generator),
            thresholds: RandomColumns.thresholds(&generator, for: columns),
            baseline: RandomColumns.thresholds(&generator, for: columns),
            safetyStep: 0.1,
            helpStep: 0.2
        )
    }

    @Test(arguments: 0..<60) func `a window is a part of the whole list`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let columns = RandomColumns.make(&generator, items: 400)
        let population = Population(
            columns,
            members: seed % 2 == 0 ? nil : ItemSet((0..<400).filter { $0 % 5 != 0 }, universe: 400),
            judged: seed % 3 == 0 ? nil : RandomColumns.judged(&generator, in: columns)
        )
        let query = Self.query(&generator, columns)
        let plain = query.plainList(in: population)
        for _ in 0..<10 {
            let start = Int.random(in: 0...max(1, plain.count), using: &generator)
            let rows = start..<start + Int.random(in: 1...30, using: &generator)
            let (window, position) = query.window(in: population, rows: rows)
            #expect(window.total == plain.count)
            #expect(window.items == Array(plain[window.rows]))
            #expect(window.covers(rows))
            #expect(position == nil)
        }
        let item = UInt32.random(in: 0..<400, using: &generator)
        let (window, position) = query.window(in: population, rows: 0..<9, follow: item)
        #expect(position == plain.firstIndex(of: item))
        if let position { #expect(window[position] == item) }
    }

    @Test func `beyond the end a list shows its end`() {
        let columns = ScoreColumns(safety: [0.1, 0.2, 0.3], helpfulness: [1, 1, 1])
        let theta = Thresholds(adv: 1, safety: 1, help: 1)
        let query = ItemListQuery(
            members: .bucket(.adversarial),
            order: .safety,
            thresholds: theta,
            baseline: theta,
            safetyStep: 1,
            helpStep: 1
        )
        #expect(query.window(in: Population(columns), rows: 100..<102).window.items == [1, 2])
    }

    /// Large enough for a sample to be taken.
    @Test(arguments: ItemOrder.usual) func `windows of a large list are exact`(_ order: ItemOrder) {
        var generator = SeededGenerator(seed: 3)
        let values = (0..<130_000).map { _ in (Double.random(in: 0..<1, using: &generator) * 1000).rounded() / 1000 }
        let columns = ScoreColumns(safety: values, helpfulness: values.shuffled(using: &generator))
        let population = Population(columns, judged: RandomColumns.judged(&generator, in: columns))
        let theta = Thresholds(adv: 0.2, safety: 0.5, help: 0.5)
        let query = ItemListQuery(
            members: .bucket(.discarded),
            order: order,
            descending: true,
            thresholds: theta,
            baseline: theta,
            safetyStep: 0.01,
            helpStep: 0.01
        )
        let plain = query.plainList(in: population)
        for start in [0, 1_000, plain.count / 2, plain.count - 60] {
            let window = query.window(in: population, rows: start..<start + 60).window
            #expect(window == ItemListWindow(total: plain.count, start: start, items: Array(plain[start..<start + 60])))
        }
        let item = plain[plain.count / 3]
        #expect(query.window(in: population, rows: 0..<60, follow: item).position == plain.count / 3)
    }
}

@Suite struct ItemListPlaceTests {
    @Test(arguments: 0..<40) func `the next hit is the nearest in the list's order`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let columns = RandomColumns.make(&generator, items: 300)
        let population = Population(columns, judged: RandomColumns.judged(&generator, in: columns))
        let query = ItemListQuery(
            members: .bucket(Bucket.allCases[seed % 3]),
            order: ItemOrder.usual[seed % 4],
            descending: seed % 2 == 0,
            thresholds: RandomColumns.thresholds(&generator, for: columns),
            baseline: Thresholds(adv: 0, safety: 0, help: 0),
            safetyStep: 0.1,
            helpStep: 0.2
        )
        let list = query.plainList(in: population)
        let hits = Set((0..<UInt32(300)).filter { _ in Int.random(in: 0..<10, using: &generator) == 0 })
        let set = ItemSet(hits, universe: 300)
        let rows = list.indices.filter { hits.contains(list[$0]) }
        for row in stride(from: 0, to: list.count, by: 7) {
            let next = query.place(after: list[row], forward: true, among: set, in: population)
            let previous = query.place(after: list[row], forward: false, among: set, in: population)
            #expect(next?.row == (rows.first { $0 > row } ?? rows.first))
            #expect(next?.isWrapped == (rows.isEmpty ? nil : !rows.contains { $0 > row }))
            #expect(previous?.row == (rows.last { $0 < row } ?? rows.last))
            #expect(next.map { list[$0.row] } == next?.item)
        }
        #expect(query.place(after: nil, forward: true, among: set, in: population)?.row == rows.first)
    }
}
