import CRowReader

/// How rows are written in a shard.
enum RowLayout: Hashable, Sendable {
    case json
    case delimited(DelimitedLayout)

    /// The byte that lines are counted by.
    var lineEnd: UInt8 {
        if case .delimited(let layout) = self { return layout.lineEnd }
        return 0x0A
    }

    /// How many fields each row has; 0 where rows tell.
    var columnCount: Int {
        if case .delimited(let layout) = self { return layout.header.count }
        return 0
    }

    /// The same for the C side, which copies what it points to.
    func withFormat<Result>(_ body: (inout row_format) -> Result) -> Result {
        var format = row_format()
        format.line_end = lineEnd
        guard case .delimited(let layout) = self else {
            format.kind = Int32(ROW_FORMAT_JSON)
            return body(&format)
        }
        format.kind = Int32(ROW_FORMAT_DELIMITED)
        format.delimiter = layout.delimiter
        return layout.header.withParts { names in
            let columns = names.indices.map { index in
                row_column(name: names[index], may_be_absent: layout.nameless.contains(index))
            }
            return columns.withUnsafeBufferPointer { columns in
                format.columns = columns.baseAddress
                format.column_count = columns.count
                return body(&format)
            }
        }
    }
}

extension [[UInt8]] {
    /// All of them for the C side, for as long as `body` takes.
    func withParts<Result>(_ body: ([row_bytes]) -> Result) -> Result {
        // One buffer for all: pointers into several arrays at once would need one closure inside the other.
        [UInt8](joined()).withUnsafeBufferPointer { bytes in
            var at = 0
            return body(
                map { part in
                    defer { at += part.count }
                    return row_bytes(start: bytes.baseAddress?.advanced(by: at), length: part.count)
                }
            )
        }
    }
}

/// How delimited text is written.
struct DelimitedLayout: Hashable, Sendable {
    /// The byte between two fields.
    var delimiter: UInt8
    /// The byte that lines are counted by: CR where the header ends with one and no LF, as old spreadsheets write it. A row
    /// ends at either, but who looks for line 7 in an editor means one of them.
    var lineEnd: UInt8 = 0x0A
    /// The name of each column; no two are the same.
    var header: [[UInt8]] = []
    /// The columns whose empty cells are no fields: the header has no name for them.
    var nameless: Set<Int> = []
}
