internal import RoundFiles
internal import RoundModel

/// Compares the texts that were taken for the same by their hash, but for those that were compared when they were hashed.
struct TextVerifier: Sendable {
    let round: LoadedRound
    let solver: DistinctSolver
    let cancellation: Cancellation

    /// Whether all of them are the same indeed.
    ///
    /// - Complexity: O(texts that repeat one of another block).
    func verify() throws(ExportError) -> Bool {
        let chunks = RowChunk.all(of: round.columns)
        let difference = Cancellation()
        let work = SharedWork(count: chunks.count, cancellation: cancellation)
        try work.run(threads: SharedWork.processors) { work throws(ExportError) in
            var thread: (recall: TextRecall, reader: RowReader)?
            while let number = try work.next() {
                let chunk = chunks[number]
                let items = chunk.firstItem..<chunk.firstItem + chunk.rows.count
                guard let first = items.first(where: { solver.hasToBeCompared($0) }) else { continue }
                if thread == nil {
                    thread = (TextRecall(columns: round.columns, texts: round.texts), round.texts.makeRowReader())
                }
                guard let thread else { return }
                if difference.isCancelled { return }
                let block = round.columns.blocks[chunk.block]
                if try !isSame(first..<items.upperBound, block, chunk, thread.reader, thread.recall) {
                    difference.cancel()
                    return
                }
            }
        }
        return !difference.isCancelled
    }

    private func isSame(
        _ items: Range<Int>,
        _ block: ColumnBlock,
        _ chunk: RowChunk,
        _ reader: RowReader,
        _ recall: TextRecall
    ) throws(ExportError) -> Bool {
        let few = items.count { solver.hasToBeCompared($0) } * 8 < chunk.rows.count
        if !few { try open(block, chunk.rows, reader) }
        for item in items where solver.hasToBeCompared(item) {
            let index = chunk.rows.lowerBound + item - chunk.firstItem
            if few { try open(block, index..<index + 1, reader) }
            let row = try decode(index, reader)
            if solver.isUncomparedPrompt(item),
                try !recall.texts(of: solver.firstPrompt(of: item)).hasPrompt(of: row)
            {
                return false
            }
            if solver.isUncomparedPair(item), try !recall.texts(of: solver.firstPair(of: item)).isPair(of: row) {
                return false
            }
        }
        return true
    }

    private func open(_ block: ColumnBlock, _ rows: Range<Int>, _ reader: RowReader) throws(ExportError) {
        do throws(RoundFilesError) { try reader.open(block, rows: rows) } catch { throw ExportError(error) }
    }

    private func decode(_ index: Int, _ reader: RowReader) throws(ExportError) -> DecodedRow {
        do throws(RoundFilesError) { return try reader.decode(reader.row(index)) } catch { throw ExportError(error) }
    }
}
