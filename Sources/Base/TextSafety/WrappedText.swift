/// Text of any length broken into rows, for a pane that shows a few of them.
///
/// The rows' places are found in one pass when it is made; the glyphs of a row are made when it is asked for, so a
/// text takes its bytes and 40 bytes a row. Lines and tabs are as in `SafeText.lines(of:)`, breaks as in
/// `SafeText.wrapped(to:)`. A shape may keep lines in one row, which is then moved sideways, and let further rows hang.
public struct WrappedText: Sendable {
    /// The whole text as it was given: hostile, and perhaps no valid UTF-8.
    public let bytes: [UInt8]
    /// Columns of a row; 0 or less where there are no rows.
    public let width: Int
    /// True where everything is spelled in ASCII.
    public let asciiOnly: Bool
    /// The emoji of several characters that are drawn as one.
    public let clusters: ClusterKinds
    /// What stands out in it, and how its lines are set.
    public let shape: TextShape
    /// Columns of the widest row; more than `width` where a line is kept in one row that does not fit.
    public let widest: Int
    private let rows: [RowBreaker.Row]

    /// Breaks text into rows of at most `width` columns; there are none where `width` is not positive.
    ///
    /// - Parameter isWanted: asked now and then; once it says no the rest of the text has no rows.
    /// - Complexity: O(bytes).
    public init(
        _ bytes: [UInt8],
        width: Int,
        asciiOnly: Bool = false,
        clusters: ClusterKinds = [],
        shape: TextShape = .plain,
        while isWanted: () -> Bool = { true }
    ) {
        self.bytes = bytes
        self.width = width
        self.asciiOnly = asciiOnly
        self.clusters = clusters
        self.shape = shape
        guard width > 0 else {
            rows = []
            widest = 0
            return
        }
        var found: [RowBreaker.Row] = []
        found.reserveCapacity(bytes.count / width + 1)
        var widest = width
        var lines = shape.lines[...]
        var isAsked = 0
        var goesOn = true
        SafeText.forEachLine(of: bytes) { line in
            if line.lowerBound >= isAsked {
                goesOn = isWanted()
                isAsked = line.lowerBound + Self.bytesBetweenQuestions
            }
            guard goesOn else { return }
            while let first = lines.first, first.start < line.lowerBound { lines.removeFirst() }
            let set = lines.first.flatMap { $0.start == line.lowerBound ? $0 : nil }
            var scanner = GlyphScanner(
                bytes,
                from: line.lowerBound,
                to: line.upperBound,
                asciiOnly: asciiOnly,
                clusters: clusters
            )
            var breaker = RowBreaker(
                width: set?.isUnwrapped == true ? .max / 2 : width,
                start: .init(offset: line.lowerBound, skip: 0)
            )
            var hangsFrom = set.flatMap { $0.text > line.lowerBound ? $0.text : nil } ?? .max
            while !scanner.isAtEnd {
                let offset = scanner.position
                if offset >= hangsFrom {
                    breaker.hang = max(0, min(breaker.column, width / 2, width - 2))
                    hangsFrom = .max
                }
                if let byte = scanner.plainByte {
                    scanner.position += 1
                    let place = RowBreaker.Place(offset: offset, skip: 0)
                    if byte == 0x20 {
                        breaker.addBlank(width: 1, at: place)
                    } else {
                        breaker.add(
                            width: 1,
                            staysBehind: byte == UInt8(ascii: "%"),
                            at: place,
                            to: &found
                        )
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
            if set?.isUnwrapped == true, breaker.column > width {
                found[found.count - 1].isUnwrapped = true
                widest = max(widest, breaker.column)
            }
        }
        rows = found
        self.widest = widest
    }

    private static let bytesBetweenQuestions = 1 << 20

    /// Bytes of memory that breaking a text takes, as far as its lines tell.
    ///
    /// - Complexity: O(bytes).
    public static func memory(of bytes: [UInt8], width: Int) -> Int {
        let rows = bytes.count / max(1, width) + bytes.count { $0 == UInt8(ascii: "\n") } + 1
        // The array of rows is twice there while it grows.
        return 2 * rows * MemoryLayout<RowBreaker.Row>.stride + TextShape.memory(ofMarkdown: bytes.count)
    }

    /// How many rows there are.
    public var count: Int { rows.count }

    /// One row, with the blanks before one that hangs; empty where there is none of that number.
    ///
    /// - Complexity: O(bytes of the row).
    public subscript(row: Int) -> SafeText {
        var glyphs: [Glyph] = []
        forEachGlyph(ofRow: row) { glyph, _ in glyphs.append(glyph) }
        return SafeText(glyphs: Array(repeating: .blank, count: indent(ofRow: row)) + glyphs)
    }

    /// True for a row that is wider than there is room, and moves sideways.
    public func isUnwrapped(row: Int) -> Bool { rows.indices.contains(row) && rows[row].isUnwrapped }

    /// A row from a column on; a two-column glyph of which only half is left is a blank.
    ///
    /// - Complexity: O(bytes of the row).
    public func row(_ row: Int, from column: Int) -> SafeText {
        let whole = self[row]
        guard column > 0 else { return whole }
        var (at, glyphs) = (0, [Glyph]())
        for glyph in whole.glyphs {
            if at >= column { glyphs.append(glyph) } else if at + glyph.width > column { glyphs.append(.blank) }
            at += glyph.width
        }
        return SafeText(glyphs: glyphs)
    }

    /// The bytes that a row shows a part of.
    public func bytes(ofRow row: Int) -> Range<Int> {
        guard rows.indices.contains(row) else { return 0..<0 }
        let (start, end) = (rows[row].start.offset, rows[row].end)
        return start..<max(start, end.skip > 0 ? end.offset + 1 : end.offset)
    }

    private func indent(ofRow row: Int) -> Int { rows.indices.contains(row) ? Int(rows[row].indent) : 0 }

    /// The columns of a row that show some of these bytes; nil where none does.
    ///
    /// - Complexity: O(bytes of the row).
    public func columns(ofRow row: Int, showing range: Range<Int>) -> Range<Int>? {
        cells(ofRow: row).columns(showing: range)
    }

    /// What stands where in a row.
    ///
    /// - Complexity: O(bytes of the row).
    public func cells(ofRow row: Int) -> RowCells {
        var cells = RowCells(indent: indent(ofRow: row))
        forEachGlyph(ofRow: row) { glyph, bytes in cells.append(bytes, width: glyph.width) }
        return cells
    }

    /// Calls `body` with each glyph of a row, from the left, and the bytes that it stands for together with its
    /// neighbours of the same origin.
    private func forEachGlyph(ofRow row: Int, _ body: (Glyph, Range<Int>) -> Void) {
        guard rows.indices.contains(row) else { return }
        let (start, end) = (rows[row].start, rows[row].end)
        var scanner = GlyphScanner(bytes, from: start.offset, asciiOnly: asciiOnly, clusters: clusters)
        var column = indent(ofRow: row)
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
                    if place >= start, place < end { unit.append(rows[row].isUnwrapped ? glyph : glyph.fitting(width)) }
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
