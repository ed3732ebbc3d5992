internal import RoundModel

/// Some consecutive rows of one block.
struct BlockSpan: Equatable {
    /// The block's number in the round.
    var block: Int
    /// The rows' indices in the block.
    var rows: Range<Int>

    /// The span that is searched as the one with a number, where the search starts at an item and goes round: the blocks
    /// one after the other, the first of them in two parts where the item stands in its middle.
    ///
    /// - Precondition: `0 <= ticket < count(in: columns)`; `0 <= item < columns.count`.
    static func at(_ ticket: Int, startingAt item: Int, in columns: ScoreColumns) -> BlockSpan {
        let (first, index) = place(of: item, in: columns)
        let number = (first + ticket) % columns.blocks.count
        let count = columns.blocks[number].count
        if ticket == 0 { return BlockSpan(block: number, rows: index..<count) }
        return BlockSpan(block: number, rows: 0..<(ticket == columns.blocks.count ? index : count))
    }

    /// How many spans a search goes over; one of them may be empty.
    static func count(in columns: ScoreColumns) -> Int { columns.blocks.count + 1 }

    private static func place(of item: Int, in columns: ScoreColumns) -> (block: Int, index: Int) {
        var low = 0
        var high = columns.blocks.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if columns.firstItem[middle] <= item { low = middle } else { high = middle }
        }
        return (low, item - columns.firstItem[low])
    }
}

extension ColumnBlock {
    /// How many rows from `first` on, at least one and at most up to `end`, lie within so many bytes.
    ///
    /// - Precondition: `first < end <= count`.
    /// - Complexity: O(log rows).
    func rows(from first: Int, to end: Int, within bytes: Int) -> Range<Int> {
        let start = Int(rowStart[first])
        var low = first + 1
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if Int(rowStart[middle]) + Int(rowLength[middle]) - start <= bytes {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return first..<low
    }
}
