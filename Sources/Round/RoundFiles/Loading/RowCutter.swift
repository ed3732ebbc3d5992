import CLibCSV

/// Finds where rows end in text that comes piece by piece.
enum RowCutter {
    case lines
    case delimited(DelimitedLayout, csv_cutter)

    /// Goes on over more bytes.
    ///
    /// - Returns: where in them the last row ends, behind its line end; nil where none does.
    mutating func feed(_ bytes: UnsafeRawBufferPointer) -> Int? {
        switch self {
        case .lines: return bytes.lastIndex(of: 0x0A).map { $0 + 1 }
        case .delimited(let layout, var cutter):
            let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            let end = csv_cutter_feed(&cutter, layout.delimiter, start, bytes.count)
            self = .delimited(layout, cutter)
            return end == 0 ? nil : end
        }
    }

    /// As `feed`, but stops behind the first row end.
    mutating func feedToFirst(_ bytes: UnsafeRawBufferPointer) -> Int? {
        switch self {
        case .lines: return lineFeed(in: bytes).map { $0 + 1 }
        case .delimited(let layout, var cutter):
            let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            let end = csv_cutter_first(&cutter, layout.delimiter, start, bytes.count)
            self = .delimited(layout, cutter)
            return end == 0 ? nil : end
        }
    }

    /// How much of what a row ends with is its line end: a CR before the LF belongs to a JSON row, as a blank.
    func lineEndLength(_ ended: Slice<UnsafeRawBufferPointer>) -> Int {
        switch self {
        case .lines: ended.last == 0x0A ? 1 : 0
        case .delimited: ended.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
        }
    }

    /// A cutter for the rows of a layout, at the start of the first one.
    init(_ layout: RowLayout) {
        switch layout {
        case .json: self = .lines
        case .delimited(let layout):
            var cutter = csv_cutter()
            cutter.expected = layout.header.count
            self = .delimited(layout, cutter)
        }
    }

    /// The byte that lines are counted by.
    var lineEnd: UInt8 {
        if case .delimited(let layout, _) = self { return layout.lineEnd }
        return 0x0A
    }

    /// True where the row that comes next may be the rest of a broken one.
    var isBehindBrokenRow: Bool {
        guard case .delimited(_, var cutter) = self else { return false }
        return csv_cutter_is_unsure(&cutter)
    }

    /// True where the text so far ends inside quotes.
    var isInQuotes: Bool {
        guard case .delimited(_, var cutter) = self else { return false }
        return csv_cutter_in_quotes(&cutter)
    }
}
