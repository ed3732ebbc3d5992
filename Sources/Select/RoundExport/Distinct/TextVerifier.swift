internal import Basics
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
        let work = SharedWork<ExportError>(count: chunks.count, cancellation: cancellation)
        try work.run(withRoomFor: Processors.count()) { work throws(ExportError) in
            var thread: Reading?
            while let number = try work.next() {
                let chunk = chunks[number]
                let items = chunk.firstItem..<chunk.firstItem + chunk.rows.count
                guard let first = items.first(where: { solver.hasToBeCompared($0) }) else { continue }
                let reading = thread ?? Reading(round)
                thread = reading
                if difference.isCancelled { return }
                let block = round.columns.blocks[chunk.block]
                if try !isSame(first..<items.upperBound, block, chunk, reading) {
                    difference.cancel()
                    return
                }
            }
        }
        return !difference.isCancelled
    }

    /// What one thread reads with.
    private struct Reading {
        let reader: RowReader
        /// Most comparisons are of prompts, and responses are the longer texts.
        let prompts: TextRecall
        let pairs: TextRecall

        init(_ round: LoadedRound) {
            reader = round.texts.makeRowReader()
            prompts = TextRecall(.prompt, columns: round.columns, texts: round.texts)
            pairs = TextRecall(.pair, columns: round.columns, texts: round.texts)
        }
    }

    private func isSame(
        _ items: Range<Int>,
        _ block: ColumnBlock,
        _ chunk: RowChunk,
        _ reading: Reading
    ) throws(ExportError) -> Bool {
        let few = items.count { solver.hasToBeCompared($0) } * 8 < chunk.rows.count
        if !few { try open(block, chunk.rows, reading.reader) }
        for item in items where solver.hasToBeCompared(item) {
            let index = chunk.rows.lowerBound + item - chunk.firstItem
            if few { try open(block, index..<index + 1, reading.reader) }
            let wanted: DecodedRow.Texts = solver.isUncomparedPair(item) ? .pair : .prompt
            let row = TextRecall.Texts(try decode(index, wanted, reading.reader))
            if solver.isUncomparedPrompt(item),
                try !reading.prompts.texts(of: solver.firstPrompt(of: item)).hasPrompt(of: row)
            {
                return false
            }
            if solver.isUncomparedPair(item), try !reading.pairs.texts(of: solver.firstPair(of: item)).isPair(of: row) {
                return false
            }
        }
        return true
    }

    private func open(_ block: ColumnBlock, _ rows: Range<Int>, _ reader: RowReader) throws(ExportError) {
        do throws(RoundFilesError) { try reader.open(block, rows: rows) } catch { throw ExportError(error) }
    }

    private func decode(
        _ index: Int,
        _ texts: DecodedRow.Texts,
        _ reader: RowReader
    ) throws(ExportError) -> DecodedRow {
        do throws(RoundFilesError) { return try reader.decode(reader.row(index), texts) } catch {
            throw ExportError(error)
        }
    }
}
