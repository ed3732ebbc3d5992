import RoundModel
import TestSupport
import Testing

@Suite struct InvalidRowsTests {
    private static let reasons: [InvalidRow.Reason] = [
        .notJSON(column: 5), .missing(.prompt), .null(.safety), .tooLong(limit: 64 << 20),
        .fieldCount(found: 3, expected: 4),
        .fieldCount(found: 5, expected: 4), .infinite(.helpfulness),
    ]

    private static func rows(_ count: Int, upTo limit: Int, _ generator: inout SeededGenerator) -> [InvalidRow] {
        (0..<count).map { _ in
            let line = Int.random(in: 0...limit, using: &generator)
            return InvalidRow(
                place: RowPlace(
                    shard: 0,
                    offset: Int.random(in: 0...limit, using: &generator),
                    length: Int.random(in: 0...limit, using: &generator)
                ),
                line: line,
                lastLine: Bool.random(using: &generator) ? line + 7 : line,
                reason: reasons.randomElement(using: &generator) ?? .notJSON(column: 1)
            )
        }
    }

    @Test(arguments: [1_000, Int(UInt32.max), Int(UInt32.max) + 1, 1 << 45])
    func `rows come back from their blocks as they were`(_ limit: Int) {
        var generator = SeededGenerator(seed: UInt64(limit))
        var all = InvalidRows()
        var plain: [InvalidRow] = []
        for (shard, count) in [0, 1, 40, 0, 3, 200].enumerated() {
            let rows = Self.rows(count, upTo: limit, &generator)
            let before = all
            all.append(InvalidRows(rows), shard: shard, offset: 1_000 * shard, line: 7 * shard)
            #expect(before.elementsEqual(plain))
            plain += rows.map { row in
                var row = row
                row.place.shard = shard
                row.place.offset += 1_000 * shard
                row.line += 7 * shard
                return row
            }
            #expect(all.elementsEqual(plain))
            #expect(all.count == plain.count)
        }
        #expect(all == InvalidRows(plain))
        #expect(all != InvalidRows(Array(plain.dropLast())))
        #expect(all.indices.allSatisfy { all[$0] == plain[$0] })
    }

    @Test func `there may be none`() {
        #expect(InvalidRows().isEmpty && InvalidRows([]).isEmpty)
        let none: InvalidRows = []
        #expect(none == InvalidRows())
    }
}
