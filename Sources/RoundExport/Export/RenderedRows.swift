internal import RoundFiles
internal import RoundModel

/// The lines that one chunk of rows gives, for each of the three files; one thread's, used for chunk after chunk.
struct RenderedRows {
    /// Lines of one file, each with its line end.
    struct Lines {
        var bytes: [UInt8] = []
        var count = 0
    }

    var adversarial = Lines()
    var accepted = Lines()
    var discarded = Lines()
    /// Exported adversarial rows without a parent prompt.
    var withoutParent = 0

    /// Renders a chunk, in the place of what was there before.
    mutating func render(
        _ chunk: RowChunk,
        of block: ColumnBlock,
        selected: borrowing SelectedTexts,
        from reader: RowReader,
        thresholds: Thresholds,
        format: ExportFormat
    ) throws(ExportError) {
        removeAll()
        do {
            for index in chunk.rows {
                let bucket = thresholds.bucket(safety: block.safety[index], helpfulness: block.helpfulness[index])
                guard bucket == .discarded else { continue }
                try discarded.appendSource(reader.row(index), reader)
            }
            for row in selected.rows where row.isExported {
                if row.bucket == .adversarial && row.parent == nil { withoutParent += 1 }
                switch (format, row.bucket) {
                case (.rows, .adversarial): try adversarial.appendSource(reader.row(row.index), reader)
                case (.rows, _): try accepted.appendSource(reader.row(row.index), reader)
                case (_, .adversarial): adversarial.appendExample(row, of: selected, format)
                case (_, _): accepted.appendExample(row, of: selected, format)
                }
            }
        } catch {
            throw ExportError(error)
        }
    }

    private mutating func removeAll() {
        withoutParent = 0
        adversarial.removeAll()
        accepted.removeAll()
        discarded.removeAll()
    }
}

extension RenderedRows.Lines {
    fileprivate mutating func removeAll() {
        count = 0
        if bytes.capacity > 8 << 20 { bytes = [] } else { bytes.removeAll(keepingCapacity: true) }
    }

    /// The row as the source has it.
    fileprivate mutating func appendSource(
        _ row: UnsafeRawBufferPointer,
        _ reader: RowReader
    ) throws(RoundFilesError) {
        bytes.append(contentsOf: try reader.jsonLine(row))
        bytes.append(UInt8(ascii: "\n"))
        count += 1
    }

    /// The row as trainers take it: an accepted row as prompt and response, an adversarial one as parent and prompt,
    /// or as the prompt alone where it has no parent.
    fileprivate mutating func appendExample(
        _ row: SelectedTexts.Row,
        of texts: borrowing SelectedTexts,
        _ format: ExportFormat
    ) {
        let first: Range<Int>
        let second: Range<Int>?
        if row.bucket == .accepted {
            (first, second) = (row.prompt, row.response)
        } else if let parent = row.parent {
            (first, second) = (parent, row.prompt)
        } else {
            (first, second) = (row.prompt, nil)
        }
        let isChat = format == .messages
        append(isChat ? #"{"messages":[{"role":"user","content":"# : #"{"prompt":"#)
        texts.withText(first) { JSONText.append($0, to: &bytes) }
        if let second {
            append(isChat ? #"},{"role":"assistant","content":"# : #","completion":"#)
            texts.withText(second) { JSONText.append($0, to: &bytes) }
        }
        append(isChat ? "}]}\n" : "}\n")
        count += 1
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
