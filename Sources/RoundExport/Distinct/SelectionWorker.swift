internal import RoundFiles
internal import RoundModel

/// One thread of a pass, with its own reader and buffers.
struct SelectionWorker: ~Copyable {
    private let pass: SelectionPass
    private let state: SelectionState
    private let reader: RowReader
    private var recall: TextRecall
    private var selected = SelectedTexts()
    private var buffers = RenderedRows()

    init(pass: SelectionPass, state: SelectionState) {
        self.pass = pass
        self.state = state
        reader = pass.round.texts.makeRowReader()
        recall = TextRecall(columns: pass.round.columns, texts: pass.round.texts)
    }

    /// Works until there is no chunk left or somebody failed.
    consuming func work(on chunks: [RowChunk]) {
        while let ticket = state.takeTicket() {
            do throws(ExportError) {
                if pass.cancellation.isCancelled { throw .cancelled }
                guard try select(chunks[ticket], ticket: ticket) else { return }
            } catch {
                state.fail(error)
                return
            }
        }
    }

    /// - Returns: false where the pass has ended.
    private mutating func select(_ chunk: RowChunk, ticket: Int) throws(ExportError) -> Bool {
        let block = pass.round.columns.blocks[chunk.block]
        try read(chunk, of: block)
        guard try state.enter(&selected, ticket: ticket, with: &recall) else { return false }
        guard try compare() else {
            state.collide()
            return false
        }
        try state.output?.write(
            chunk,
            ticket: ticket,
            of: block,
            selected: selected,
            from: reader,
            buffers: &buffers
        )
        state.finish(rows: chunk.rows.count) { pass.progress?($0) }
        return !state.isStopped
    }

    private mutating func read(_ chunk: RowChunk, of block: ColumnBlock) throws(ExportError) {
        selected.removeAll()
        var isOpen = false
        do {
            if state.output != nil {
                try reader.open(block, rows: chunk.rows)
                isOpen = true
            }
            for index in chunk.rows {
                let bucket = pass.thresholds.bucket(
                    safety: block.safety[index],
                    helpfulness: block.helpfulness[index]
                )
                guard bucket != .discarded else { continue }
                if !isOpen {
                    try reader.open(block, rows: chunk.rows)
                    isOpen = true
                }
                let decoded = try reader.decode(reader.row(index))
                selected.append(
                    decoded,
                    index: index,
                    item: chunk.firstItem + index - chunk.rows.lowerBound,
                    bucket: bucket,
                    hash: pass.hash
                )
            }
        } catch {
            throw ExportError(error)
        }
    }

    /// Compares the texts that were taken for the same by their hash; false where two are not.
    private mutating func compare() throws(ExportError) -> Bool {
        guard state.comparison == .later else { return true }
        for row in selected.rows {
            if row.firstPrompt != row.item, !(try recall.hasPrompt(row.firstPrompt, of: row, in: selected)) {
                return false
            }
            if row.bucket == .accepted, row.firstPair != row.item,
                !(try recall.hasPair(row.firstPair, of: row, in: selected))
            {
                return false
            }
        }
        return true
    }
}
