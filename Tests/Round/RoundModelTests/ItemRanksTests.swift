import TestSupport
import Testing

@testable import RoundModel

/// Orders by the values of a field.
struct ItemRanksTests {
    enum Value {
        case number(Double), text([UInt8]), none
    }

    /// Values as rows may have them: many alike, beginnings in common, zeros, nothing.
    private static func values(_ count: Int, _ random: inout SeededGenerator) -> [Value] {
        let starts = [
            "", "item-000000", "a", "ab", String(repeating: "x", count: 64), String(repeating: "é", count: 20),
        ]
        return (0..<count).map { _ in
            switch Int.random(in: 0..<8, using: &random) {
            case 0: .none
            case 1: .number(Double(Int.random(in: -3...3, using: &random)))
            case 2: .number([-0.0, 0, 1e300, -1e300, 5e-324, 0.1].randomElement(using: &random) ?? 0)
            default:
                .text(
                    Array((starts.randomElement(using: &random) ?? "").utf8)
                        + (0..<Int.random(in: 0...12, using: &random)).map { _ in
                            [0, 1, 0x61, 0xFF].randomElement(using: &random) ?? 0
                        }
                )
            }
        }
    }

    private static func precedes(_ one: Value, _ other: Value) -> Bool {
        switch (one, other) {
        case (.number(let one), .number(let other)): one < other
        case (.number, _): true
        case (.text(let one), .text(let other)):
            one.prefix(SortKeys.longestText).lexicographicallyPrecedes(other.prefix(SortKeys.longestText))
        case (.text, .none): true
        case (_, _): false
        }
    }

    @Test(arguments: [1, 7, 300, 5000]) func `places are those of a plain sort, and equal values have one`(_ count: Int)
    {
        var random = SeededGenerator(seed: UInt64(count))
        let values = Self.values(count, &random)
        var blocks = [SortKeys()]
        for value in values {
            if Int.random(in: 0..<50, using: &random) == 0 { blocks.append(SortKeys()) }
            switch value {
            case .number(let number): blocks[blocks.count - 1].append(number)
            case .text(let text): text.withUnsafeBytes { blocks[blocks.count - 1].append($0) }
            case .none: blocks[blocks.count - 1].appendNone()
            }
        }
        let ranks = ItemRanks(blocks)
        let items = values.indices.sorted { one, other in
            Self.precedes(values[one], values[other]) || !Self.precedes(values[other], values[one]) && one < other
        }
        var places = [UInt32](repeating: ItemRanks.none, count: count)
        var place: UInt32 = 0
        for (number, item) in items.enumerated() {
            if case .none = values[item] { continue }
            if number > 0, Self.precedes(values[items[number - 1]], values[item]) { place += 1 }
            places[item] = place
        }
        #expect(ranks?.places == places)
        #expect(ranks?.count == Set(places).subtracting([ItemRanks.none]).count)
    }

    @Test func `nothing to sort, and nothing but missing values, have no places`() {
        #expect(ItemRanks([])?.count == 0)
        var keys = SortKeys()
        keys.appendNone()
        #expect(ItemRanks([keys])?.places == [ItemRanks.none])
    }

    @Test func `sorting stops where nobody wants it any more`() {
        var keys = SortKeys()
        for number in 0..<1000 { keys.append(Double(number)) }
        #expect(ItemRanks([keys], isCancelled: { true }) == nil)
    }

    @Test(arguments: [false, true])
    func `a list by a field has equal ones as in the round, and those without a value last`(
        _ descending: Bool
    ) {
        var random = SeededGenerator(seed: 9)
        for count in [5, 400, 150_000] {
            let columns = ExampleRound.clustered(items: count)
            let places = (0..<count).map { _ in
                Int.random(in: 0..<6, using: &random) == 0 ? ItemRanks.none : UInt32.random(in: 0..<40, using: &random)
            }
            let query = ItemListQuery(
                members: .bucket(.discarded),
                order: .field("category"),
                descending: descending,
                thresholds: Thresholds(adv: 0.3, safety: 0.8, help: 0.5),
                baseline: Thresholds(adv: 0.3, safety: 0.8, help: 0.5),
                safetyStep: 0.01,
                helpStep: 0.01,
                ranks: ItemRanks(places: places, count: 40)
            )
            let judged = JudgedItems([1: .bucket(.discarded), 3: .bucket(.accepted)], in: columns)
            let population = Population(columns, judged: judged)
            let wanted = (0..<UInt32(count))
                .filter { query.contains(columns.scores(ofKnown: Int($0)), ruling: judged.ruling(of: Int($0))) }
                .sorted { one, other in
                    let (left, right) = (places[Int(one)], places[Int(other)])
                    if left == right { return one < other }
                    if left == ItemRanks.none || right == ItemRanks.none { return right == ItemRanks.none }
                    return (left < right) != descending
                }
            for start in [0, wanted.count / 2, max(0, wanted.count - 100)] {
                let window = query.window(in: population, rows: start..<start + 100).window
                #expect(window.total == wanted.count)
                #expect(window.items == Array(wanted[start..<min(wanted.count, start + 100)]), "\(count) from \(start)")
            }
            if let item = wanted.dropFirst(wanted.count / 3).first {
                let (window, position) = query.window(in: population, rows: 0..<50, follow: item)
                #expect(position == wanted.firstIndex(of: item) && window[position ?? -1] == item)
            }
        }
    }
}
