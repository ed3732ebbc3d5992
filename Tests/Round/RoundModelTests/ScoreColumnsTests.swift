import RoundModel
import TestSupport
import Testing

@Suite struct ScoreColumnsTests {
    @Test func `items are found across blocks, empty ones among them`() {
        func block(_ values: [Double], offset: Int) -> ColumnBlock {
            ColumnBlock(
                safety: values,
                helpfulness: values,
                rowStart: values.indices.map { UInt32($0 * 10) },
                rowLength: values.map { _ in 9 },
                shard: 1,
                baseOffset: offset,
                firstLine: 1
            )
        }
        let columns = ScoreColumns(blocks: [
            block([], offset: 0), block([1, 2], offset: 100), block([], offset: 200), block([3], offset: 300),
            block([], offset: 400),
        ])
        #expect(columns.count == 3)
        #expect((0..<3).map { columns.scores(ofKnown: $0).safety } == [1, 2, 3])
        #expect(columns.place(ofKnown: 1) == RowPlace(shard: 1, offset: 110, length: 9))
        #expect(columns.place(ofKnown: 2) == RowPlace(shard: 1, offset: 300, length: 9))
    }

    @Test func `a round without items is one`() {
        #expect(ScoreColumns(blocks: []).count == 0)
    }
}
