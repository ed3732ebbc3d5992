import CRowReader

/// Finds where rows end in text that comes piece by piece.
final class RowCutter {
    private let cutter: OpaquePointer
    /// The byte that lines are counted by.
    let lineEnd: UInt8

    /// A cutter for the rows of a layout, at the start of the first one.
    init(_ layout: RowLayout) throws(RoundFilesError) {
        guard let cutter = layout.withFormat({ row_cutter_create(&$0) }) else { throw .outOfMemory }
        self.cutter = cutter
        lineEnd = layout.lineEnd
    }

    deinit { row_cutter_destroy(cutter) }

    /// Goes on over more bytes.
    ///
    /// - Returns: where in them the last row ends, behind its line end; nil where none does.
    func feed(_ bytes: UnsafeRawBufferPointer) -> Int? {
        let end = row_cutter_feed(cutter, bytes.bytes, bytes.count)
        return end == 0 ? nil : end
    }

    /// As `feed`, but stops behind the first row end.
    func feedToFirst(_ bytes: UnsafeRawBufferPointer) -> Int? {
        let end = row_cutter_feed_to_first(cutter, bytes.bytes, bytes.count)
        return end == 0 ? nil : end
    }

    /// How much of what a row ends with is its line end: a CR before the LF belongs to a JSON row, as a blank.
    func lineEndLength(_ ended: UnsafeRawBufferPointer) -> Int {
        row_cutter_line_end_length(cutter, ended.bytes, ended.count)
    }

    /// True where the row that comes next may be the rest of a broken one.
    var isBehindBrokenRow: Bool { row_cutter_is_behind_broken_row(cutter) }

    /// True where the text so far ends inside quotes.
    var isInQuotes: Bool { row_cutter_is_in_quotes(cutter) }
}
