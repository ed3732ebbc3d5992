/// Text of any length broken into rows, for a pane that shows a few of them.
///
/// The rows' places are found in one pass when it is made; the glyphs of a row are made when it is asked for, so a
/// text takes its bytes and 32 bytes a row. Lines and tabs are as in `SafeText.lines(of:)`, breaks as in
/// `SafeText.wrapped(to:)`.
public struct WrappedText: Sendable {
    /// The whole text as it was given: hostile, and perhaps no valid UTF-8.
    public let bytes: [UInt8]
    /// Columns of a row; 0 or less where there are no rows.
    public let width: Int
    /// True where everything is spelled in ASCII.
    public let asciiOnly: Bool
    private let rows: [RowBreaker.Row]

    /// Breaks text into rows of at most `width` columns; there are none where `width` is not positive.
    ///
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8], width: Int, asciiOnly: Bool = false) {
        self.bytes = bytes
        self.width = width
        self.asciiOnly = asciiOnly
        guard width > 0 else {
            rows = []
            return
        }
        var found: [RowBreaker.Row] = []
        found.reserveCapacity(bytes.count / width + 1)
        SafeText.forEachLine(of: bytes) { line in
            var scanner = GlyphScanner(bytes, from: line.lowerBound, to: line.upperBound, asciiOnly: asciiOnly)
            var breaker = RowBreaker(width: width, start: .init(offset: line.lowerBound, skip: 0))
            while !scanner.isAtEnd {
                let offset = scanner.position
                if let byte = scanner.plainByte {
                    scanner.position += 1
                    let place = RowBreaker.Place(offset: offset, skip: 0)
                    if byte == 0x20 {
                        breaker.addBlank(width: 1, at: place)
                    } else {
                        breaker.add(width: 1, at: place, to: &found)
                    }
                } else if bytes[offset] == UInt8(ascii: "\t") {
                    scanner.position += 1
                    breaker.addBlank(width: Self.tabWidth(at: breaker.column), at: .init(offset: offset, skip: 0))
                } else {
                    var skip: Int32 = 0
                    scanner.next { glyph in
                        let place = RowBreaker.Place(offset: offset, skip: skip)
                        if glyph.isBlank {
                            breaker.addBlank(width: 1, at: place)
                        } else {
                            breaker.add(width: min(width, glyph.width), at: place, to: &found)
                        }
                        skip += 1
                    }
                }
            }
            breaker.finish(at: .init(offset: line.upperBound, skip: 0), to: &found)
        }
        rows = found
    }

    /// How many rows there are.
    public var count: Int { rows.count }

    /// One row; empty where there is none of that number.
    ///
    /// - Complexity: O(bytes of the row).
    public subscript(row: Int) -> SafeText {
        var glyphs: [Glyph] = []
        forEachGlyph(ofRow: row) { glyph, _ in glyphs.append(glyph) }
        return SafeText(glyphs: glyphs)
    }

    /// The columns of a row that show some of these bytes; nil where none does.
    ///
    /// - Complexity: O(bytes of the row).
    public func columns(ofRow row: Int, showing range: Range<Int>) -> Range<Int>? {
        guard rows.indices.contains(row), range.lowerBound <= rows[row].end.offset,
            range.upperBound > rows[row].start.offset
        else { return nil }
        var column = 0
        var shown: Range<Int>?
        forEachGlyph(ofRow: row) { glyph, bytes in
            if bytes.overlaps(range) { shown = (shown?.lowerBound ?? column)..<column + glyph.width }
            column += glyph.width
        }
        return shown
    }

    /// Calls `body` with each glyph of a row, from the left, and the bytes that it stands for together with its
    /// neighbours of the same origin.
    private func forEachGlyph(ofRow row: Int, _ body: (Glyph, Range<Int>) -> Void) {
        guard rows.indices.contains(row) else { return }
        let (start, end) = (rows[row].start, rows[row].end)
        var scanner = GlyphScanner(bytes, from: start.offset, asciiOnly: asciiOnly)
        var column = 0
        var unit: [Glyph] = []
        while !scanner.isAtEnd, scanner.position < end.offset || (scanner.position == end.offset && end.skip > 0) {
            let offset = scanner.position
            unit.removeAll(keepingCapacity: true)
            if bytes[offset] == UInt8(ascii: "\t") {
                scanner.position += 1
                unit += repeatElement(.blank, count: Self.tabWidth(at: column))
            } else {
                var skip: Int32 = 0
                scanner.next { glyph in
                    let place = RowBreaker.Place(offset: offset, skip: skip)
                    if place >= start, place < end { unit.append(glyph.fitting(width)) }
                    skip += 1
                }
            }
            for glyph in unit {
                body(glyph, offset..<scanner.position)
                column += glyph.width
            }
        }
    }

    /// The byte that a row begins with, for finding the place again at another width; 0 before the first row, the
    /// number of bytes behind the last.
    public func byteOffset(ofRow row: Int) -> Int {
        rows.indices.contains(row) ? rows[row].start.offset : row < 0 ? 0 : bytes.count
    }

    /// The row that shows a byte of the text; 0 where there are no rows.
    ///
    /// - Complexity: O(log rows).
    public func row(showing byteOffset: Int) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].start.offset <= byteOffset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    private static func tabWidth(at column: Int) -> Int {
        SafeText.tabStop - column % SafeText.tabStop
    }
}
