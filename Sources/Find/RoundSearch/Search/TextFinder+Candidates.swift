public import RoundFiles
public import RoundModel

extension TextFinder {
    /// Calls `body` with the rows that could hold a match by their source, in their order.
    ///
    /// - Parameters:
    ///   - rows: those of the block that `reader` has open, not none.
    ///   - body: may read the rows, and open no others.
    /// - Complexity: O(bytes of the rows), many at a time.
    public func forEachCandidate(
        among rows: Range<Int>,
        of block: ColumnBlock,
        in reader: RowReader,
        _ body: (_ row: Int) throws(RoundFilesError) -> Void
    ) throws(RoundFilesError) {
        guard let start = reader.row(rows.lowerBound).baseAddress else { return }
        let source = UnsafeRawBufferPointer(start: start, count: block.byteCount(of: rows))
        let base = Int(block.rowStart[rows.lowerBound])
        var row = rows.lowerBound
        while row < rows.upperBound,
            let found = nextCandidate(in: source, from: Int(block.rowStart[row]) - base)
        {
            row = block.row(at: base + found, from: row, to: rows.upperBound)
            // What stands between two rows is an invalid one, or a line end.
            if base + found < Int(block.rowStart[row]) + Int(block.rowLength[row]) { try body(row) }
            row += 1
        }
    }
}

extension ColumnBlock {
    /// The last row that starts at a place or before it, of those from `first` on, the first of which does.
    ///
    /// - Complexity: O(log distance).
    fileprivate func row(at place: Int, from first: Int, to end: Int) -> Int {
        var low = first
        var step = 1
        while low + step < end, Int(rowStart[low + step]) <= place {
            low += step
            step *= 2
        }
        var high = min(end, low + step)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(rowStart[middle]) <= place { low = middle } else { high = middle }
        }
        return low
    }
}
