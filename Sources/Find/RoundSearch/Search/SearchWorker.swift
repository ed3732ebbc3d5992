internal import Basics
internal import CTextSearch
internal import RoundFiles
internal import RoundModel

/// One thread of a search, with its own reader and matcher.
struct SearchWorker: ~Copyable {
    private let pattern: CompiledPattern
    private let columns: ScoreColumns
    private let reader: RowReader
    private let finder: OpaquePointer
    private let cancellation: Cancellation
    private var hits: [Int] = []

    init(pattern: CompiledPattern, round: LoadedRound, cancellation: Cancellation) throws(RoundFilesError) {
        guard let finder = text_finder_create(pattern.handle) else { throw .outOfMemory }
        self.finder = finder
        self.pattern = pattern
        self.cancellation = cancellation
        columns = round.columns
        reader = round.texts.makeRowReader()
    }

    deinit { text_finder_destroy(finder) }

    /// Searches some rows of a block, piece by piece.
    mutating func search(_ span: BlockSpan, pieceSize: Int, into state: SearchState) throws(RoundFilesError) {
        let block = columns.blocks[span.block]
        var first = span.rows.lowerBound
        while first < span.rows.upperBound, !state.isFailed {
            try checkCancelled()
            try MemoryRoom.require()
            let rows = block.rows(from: first, to: span.rows.upperBound, within: pieceSize)
            hits.removeAll(keepingCapacity: true)
            try reader.open(block, rows: rows)
            if pattern.isSelective {
                try searchCandidates(rows, of: block, firstItem: columns.firstItem[span.block])
            } else {
                for row in rows { try search(row: row, firstItem: columns.firstItem[span.block]) }
            }
            state.add(hits: hits, items: rows.count, bytes: block.byteCount(of: rows))
            first = rows.upperBound
        }
    }

    /// Searches the rows whose source has a piece of the pattern.
    private mutating func searchCandidates(
        _ rows: Range<Int>,
        of block: ColumnBlock,
        firstItem: Int
    ) throws(RoundFilesError) {
        guard let source = reader.row(rows.lowerBound).baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        let base = Int(block.rowStart[rows.lowerBound])
        let length = block.byteCount(of: rows)
        var row = rows.lowerBound
        while row < rows.upperBound {
            let from = Int(block.rowStart[row]) - base
            let found = text_pattern_next_candidate(pattern.handle, source, length, from)
            guard found < length else { return }
            row = block.row(at: base + found, from: row, to: rows.upperBound)
            // What stands between two rows is an invalid one, or a line end.
            if base + found < Int(block.rowStart[row]) + Int(block.rowLength[row]) {
                try search(row: row, firstItem: firstItem)
            }
            row += 1
        }
    }

    /// Searches the decoded texts of one row.
    private mutating func search(row: Int, firstItem: Int) throws(RoundFilesError) {
        try checkCancelled()
        let texts = try reader.decode(reader.row(row))
        if matches(texts.prompt) || matches(texts.response) { hits.append(firstItem + row) }
    }

    private func matches(_ text: UnsafeRawBufferPointer) -> Bool {
        text_finder_matches(finder, text.baseAddress?.assumingMemoryBound(to: UInt8.self), text.count)
    }

    private func checkCancelled() throws(RoundFilesError) {
        if cancellation.isCancelled { throw .cancelled }
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
