internal import Basics
internal import RoundFiles
internal import RoundModel

/// One thread of a search, with its own reader and matcher.
struct SearchWorker {
    private let columns: ScoreColumns
    private let reader: RowReader
    private let finder: TextFinder
    private let work: SharedWork<RoundFilesError>
    private let cancellation: Cancellation
    private var hits: [Int] = []

    /// - Throws: `outOfMemory`.
    init(
        pattern: TextPattern,
        round: LoadedRound,
        work: SharedWork<RoundFilesError>,
        cancellation: Cancellation
    ) throws(RoundFilesError) {
        guard let finder = TextFinder(pattern) else { throw .outOfMemory }
        self.finder = finder
        self.work = work
        self.cancellation = cancellation
        columns = round.columns
        reader = round.texts.makeRowReader()
    }

    /// Searches some rows of a block, piece by piece.
    mutating func search(_ span: BlockSpan, pieceSize: Int, into found: SearchHits) throws(RoundFilesError) {
        let block = columns.blocks[span.block]
        let firstItem = columns.firstItem[span.block]
        var first = span.rows.lowerBound
        while first < span.rows.upperBound, try work.goesOn() {
            let rows = block.rows(from: first, to: span.rows.upperBound, within: pieceSize)
            hits.removeAll(keepingCapacity: true)
            try reader.open(block, rows: rows)
            if finder.isSelective {
                try finder.forEachCandidate(among: rows, of: block, in: reader) { row throws(RoundFilesError) in
                    try search(row: row, firstItem: firstItem)
                }
            } else {
                for row in rows { try search(row: row, firstItem: firstItem) }
            }
            found.add(hits: hits, items: rows.count, bytes: block.byteCount(of: rows))
            first = rows.upperBound
        }
    }

    /// Searches the decoded texts of one row.
    private mutating func search(row: Int, firstItem: Int) throws(RoundFilesError) {
        try cancellation.check()
        let texts = try reader.decode(reader.row(row))
        if finder.matches(texts.prompt) || finder.matches(texts.response) { hits.append(firstItem + row) }
    }
}
