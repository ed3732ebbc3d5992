extension SafeText {
    /// Columns between two tab stops of multi-line text, counted from the row's first column.
    public static let tabStop = 4

    /// Splits text at its line ends and sanitizes each line.
    ///
    /// A line ends at LF or CR LF; any other CR is a token. A line end at the very end opens no further line, and no
    /// bytes are no lines. A tab fills up to the next multiple of `tabStop` columns.
    /// - Complexity: O(bytes).
    public static func lines(
        of bytes: [UInt8],
        asciiOnly: Bool = false,
        clusters: ClusterKinds = []
    ) -> [SafeText] {
        var result: [SafeText] = []
        forEachLine(of: bytes) { line in
            var scanner = GlyphScanner(
                bytes,
                from: line.lowerBound,
                to: line.upperBound,
                asciiOnly: asciiOnly,
                clusters: clusters
            )
            var glyphs: [Glyph] = []
            var column = 0
            while !scanner.isAtEnd {
                if bytes[scanner.position] == UInt8(ascii: "\t") {
                    scanner.position += 1
                    let columns = tabStop - column % tabStop
                    glyphs += Array(repeating: .blank, count: columns)
                    column += columns
                } else {
                    scanner.next {
                        glyphs.append($0)
                        column += $0.width
                    }
                }
            }
            result.append(SafeText(glyphs: glyphs))
        }
        return result
    }

    /// The places of the lines, without their ends.
    static func forEachLine(of bytes: [UInt8], _ body: (Range<Int>) -> Void) {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let hasReturn = end < bytes.count && end > start && bytes[end - 1] == UInt8(ascii: "\r")
            body(start..<(hasReturn ? end - 1 : end))
            start = end + 1
        }
    }

    /// Breaks the text into rows of at most `width` columns, at blanks where that can be.
    ///
    /// The blanks at a break are dropped, those that begin the text are kept; a per cent sign stays with its number. No rows where `width` is not positive.
    /// - Complexity: O(glyphs).
    public func wrapped(to width: Int) -> [SafeText] {
        guard width > 0 else { return [] }
        var rows: [RowBreaker.Row] = []
        var breaker = RowBreaker(width: width, start: .init(offset: 0, skip: 0))
        for (index, glyph) in glyphs.enumerated() {
            let place = RowBreaker.Place(offset: index, skip: 0)
            if glyph.isBlank {
                breaker.addBlank(width: 1, at: place)
            } else {
                breaker.add(width: min(width, glyph.width), staysBehind: glyph.base == "%", at: place, to: &rows)
            }
        }
        breaker.finish(at: .init(offset: glyphs.count, skip: 0), to: &rows)
        return rows.map { row in
            SafeText(glyphs: glyphs[row.start.offset..<row.end.offset].map { $0.fitting(width) })
        }
    }
}

extension Glyph {
    /// Itself, or a stand-in where a row is too narrow for it.
    func fitting(_ width: Int) -> Glyph {
        self.width <= width ? self : Glyph("□", isToken: true)
    }
}
