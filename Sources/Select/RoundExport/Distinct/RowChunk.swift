internal import RoundModel

/// Some consecutive rows of one block: what a thread reads and selects in one go.
struct RowChunk: Sendable {
    var block: Int
    /// The rows' indices in the block.
    var rows: Range<Int>
    /// The item number of the first row.
    var firstItem: Int

    /// The bytes of text that a chunk spans at most, unless a single row is longer.
    static let byteLimit: UInt32 = 1 << 20
    /// The rows that a chunk holds at most: rows of a few bytes are cheap to read and not to keep track of.
    static let rowLimit = 1 << 15

    /// All rows of a round, in order.
    ///
    /// - Complexity: O(chunks · log rows).
    static func all(of columns: ScoreColumns) -> [RowChunk] {
        var chunks: [RowChunk] = []
        for (number, block) in columns.blocks.enumerated() {
            var first = 0
            while first < block.count {
                let end = end(of: block, from: first)
                chunks.append(
                    RowChunk(block: number, rows: first..<end, firstItem: columns.firstItem[number] + first)
                )
                first = end
            }
        }
        return chunks
    }

    /// The first row that lies wholly or partly beyond the limit, but at least one row on.
    private static func end(of block: ColumnBlock, from first: Int) -> Int {
        let start = block.rowStart[first]
        var low = first + 1
        var high = min(block.count, first + rowLimit)
        while low < high {
            let middle = (low + high) / 2
            if block.rowStart[middle] - start + block.rowLength[middle] <= byteLimit {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
