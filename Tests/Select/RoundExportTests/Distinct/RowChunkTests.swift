import RoundModel
import TestSupport
import Testing

@testable import RoundExport

struct RowChunkTests {
    private func block(lengths: [UInt32]) -> ColumnBlock {
        var start: UInt32 = 0
        let starts = lengths.map { length in
            defer { start += length + 1 }
            return start
        }
        let zeros = [Double](repeating: 0, count: lengths.count)
        return ColumnBlock(
            safety: zeros,
            helpfulness: zeros,
            rowStart: starts,
            rowLength: lengths,
            shard: 0,
            baseOffset: 0,
            firstLine: 1
        )
    }

    @Test func `chunks cover every row once in order and stay within their limits`() {
        var random = SeededGenerator(seed: 5)
        let blocks = (0..<20).map { number -> ColumnBlock in
            let limit: UInt32 = number % 3 == 0 ? 20 : number % 3 == 1 ? 5_000 : 3_000_000
            let count = number == 4 ? 0 : number % 3 == 0 ? 40_000 : 100
            return block(lengths: (0..<count).map { _ in UInt32.random(in: 0...limit, using: &random) })
        }
        let columns = ScoreColumns(blocks: blocks)
        var next = 0
        for chunk in RowChunk.all(of: columns) {
            let block = columns.blocks[chunk.block]
            #expect(chunk.firstItem == next)
            #expect(columns.locate(known: chunk.firstItem).index == chunk.rows.lowerBound)
            #expect(!chunk.rows.isEmpty && chunk.rows.count <= RowChunk.rowLimit)
            let last = chunk.rows.upperBound - 1
            let span = block.rowStart[last] + block.rowLength[last] - block.rowStart[chunk.rows.lowerBound]
            #expect(chunk.rows.count == 1 || span <= RowChunk.byteLimit)
            next += chunk.rows.count
        }
        #expect(next == columns.count)
    }

    @Test func `a round without rows has no chunks`() {
        #expect(RowChunk.all(of: ScoreColumns(blocks: [])).isEmpty)
    }
}
