import ItemFilter
import RoundModel
import TestSupport
import Testing

/// Columns and bits against one item after the other.
@Suite struct FilterContextTests {
    /// Scores with many ties, in blocks of all sizes.
    static func context(seed: UInt64, items: Int) -> FilterContext {
        var random = SeededGenerator(seed: seed)
        var blocks: [ColumnBlock] = []
        var left = items
        while left > 0 {
            let count = min(left, Int.random(in: 0...200, using: &random))
            left -= count
            func scores() -> [Double] { (0..<count).map { _ in Double(Int.random(in: -10...10, using: &random)) / 5 } }
            blocks.append(
                ColumnBlock(
                    safety: scores(),
                    helpfulness: scores(),
                    rowStart: (0..<count).map(UInt32.init),
                    rowLength: [UInt32](repeating: 0, count: count),
                    shard: 0,
                    baseOffset: blocks.count * 1000,
                    firstLine: 1
                )
            )
        }
        let columns = ScoreColumns(blocks: blocks)
        var rulings: [UInt32: Ruling] = [:]
        var given: [FilterVerdict: [UInt32]] = [:]
        for _ in 0..<items / 10 {
            let item = UInt32.random(in: 0..<UInt32(items), using: &random)
            rulings[item] =
                [.bucket(.adversarial), .bucket(.accepted), .safe, .disputed].randomElement(using: &random) ?? .safe
            given[FilterVerdict.allCases.randomElement(using: &random) ?? .note, default: []].append(item)
        }
        return FilterContext(
            columns: columns,
            thresholds: Thresholds(adv: -0.4, safety: 0.4, help: 0),
            baseline: Thresholds(adv: 0, safety: 0.2, help: -0.2),
            judged: JudgedItems(rulings, in: columns),
            given: given
        )
    }

    @Test(arguments: 0..<40) func `an expression over columns holds where it does item by item`(_ seed: UInt64) {
        let context = Self.context(seed: seed, items: [1, 63, 64, 65, 700, 3000][Int(seed) % 6])
        var random = SeededGenerator(seed: seed + 1000)
        for _ in 0..<12 {
            let expression = RandomFilters.expression(depth: 3, using: &random)
            guard expression.tests.allSatisfy({ context.bits(of: $0) != nil }) else { continue }
            let count = context.columns.count
            let found = expression.bits(count) { context.bits(of: $0) ?? ItemBits(none: count) }.set(of: count)
            let plain = PlainFilter.items(expression, context, text: SessionDriver.text)
            for item in 0..<count {
                #expect(found.contains(item) == plain.contains(item), "\(item) of \(count): \(expression.text)")
            }
            #expect(found.count == plain.count)
        }
    }

    @Test func `a large round is judged in parts that join`() {
        let columns = ExampleRound.clustered(items: 150_001)
        let context = FilterContext(
            columns: columns,
            thresholds: Thresholds(adv: 0.5, safety: 0.8, help: 0.4),
            baseline: Thresholds(adv: 0.5, safety: 0.7, help: 0.4)
        )
        let counts = Population(columns).tally(context.thresholds, baseline: context.baseline)
        for bucket in Bucket.allCases {
            let bits = context.bits(of: .bucket(.equal, bucket))
            #expect(bits?.set(of: columns.count).count == counts.counts[bucket])
        }
    }

    @Test func `bits of a part go where the part begins`() {
        var whole = ItemBits(none: 300)
        whole.formUnion(ItemBits(70) { $0 % 3 == 0 }, at: 61)
        for item in 0..<300 { #expect(whole.contains(item) == ((61..<131).contains(item) && (item - 61) % 3 == 0)) }
    }

    @Test func `what an expression follows is told`() {
        #expect(FilterExpression.test(.bucket(.equal, .accepted)).followsThresholds)
        #expect(!FilterExpression.test(.bucket(.equal, .accepted)).followsBaseline)
        #expect(FilterExpression.not(.test(.moved)).followsBaseline)
        #expect(FilterExpression.not(.test(.leaks)).asksForLeaks && !FilterExpression.test(.moved).asksForLeaks)
        #expect(FilterExpression.test(.has(.note)).followsVerdicts)
        #expect(!FilterExpression.test(.score(.safety, .less, 1)).followsThresholds)
    }
}
