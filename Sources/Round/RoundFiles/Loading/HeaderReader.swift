import RoundModel

/// Reads the header of a shard of delimited text and leaves the source behind it.
struct HeaderReader {
    /// What stands before the first row.
    struct Header {
        var layout: DelimitedLayout
        var columns: ColumnNames
        var length = 0
        var lines = 0
        /// What was passed over or read otherwise than the file's name says, one clause each, for a person.
        var notes: [String] = []
    }

    private let source: PeekableSource
    private let name: String
    private let limit: Int
    /// Names that somebody would look for in a header.
    private let known: Set<String>
    private var delimiter: UInt8

    private static let others = [";", "|", "\t", ","].compactMap(\.utf8.first)
    /// Columns that a round cannot do without: prompt, response and a score.
    private static let fewest = 3

    /// - Parameter limit: bytes that a header may have.
    init(_ shard: OpenShard, delimiter: UInt8, limit: Int, known: Set<String>) {
        source = shard.source
        name = shard.entry.name
        self.limit = limit
        self.known = known
        self.delimiter = delimiter
    }

    /// - Throws: `headerTooLong`, `brokenHeader`, or what the source throws.
    mutating func read() throws(RoundFilesError) -> Header {
        var passed: [UInt8] = []
        var comments = 0
        var isDeclared = false
        while let line = try lineBeforeHeader() {
            if line.first == UInt8(ascii: "#") { comments += 1 }
            if let declared = Self.declaredDelimiter(line) { (delimiter, isDeclared) = (declared, true) }
            passed += line
            if passed.count > limit { throw .headerTooLong(path: name, limit: limit) }
            source.skip(line.count)
        }
        let named = delimiter
        if !isDeclared { delimiter = try bestDelimiter() }
        let text = try row(by: delimiter)
        source.skip(text.count)
        let row = Self.withoutLineEnd(text)
        var layout = DelimitedLayout(delimiter: delimiter, lineEnd: Self.lineEnd(of: passed + text))
        let cells = try row.withUnsafeBufferPointer { row throws(RoundFilesError) in
            let bytes = UnsafeRawBufferPointer(row)
            let (cells, problem) = try RowParser.cells(of: bytes, layout)
            if let problem { throw .brokenHeader(path: name, reason: problem) }
            return cells
        }
        let columns = ColumnNames(cells)
        layout.header = columns.names
        layout.nameless = columns.nameless
        var header = Header(layout: layout, columns: columns, length: passed.count + text.count)
        header.lines = passed.count { $0 == layout.lineEnd } + text.count { $0 == layout.lineEnd }
        if delimiter != named { header.notes.append("the fields are separated by \(Self.shown(delimiter))") }
        if comments > 0 {
            header.notes.append("passed over \(DecimalText.counted(comments, "line")) with # before the header")
        }
        header.notes += columns.notes
        return header
    }

    // MARK: Lines before the header

    /// The line that comes next, with its end, where it is no header: empty, a comment, or what Excel says of delimiters.
    private func lineBeforeHeader() throws(RoundFilesError) -> [UInt8]? {
        let line = try firstLine()
        let content = Self.withoutLineEnd(line)
        if content.isEmpty { return line.isEmpty ? nil : line }
        if Self.declaredDelimiter(line) != nil { return line }
        guard content.first == UInt8(ascii: "#") else { return nil }
        let cells = content.split(whereSeparator: { $0 == delimiter || Self.others.contains($0) })
        let names = cells.map { cell in
            String(decoding: cell, as: UTF8.self).trimmingPrefix("#").lowercased().split(separator: " ").joined(
                separator: " "
            )
        }
        return names.contains(where: known.contains) ? nil : line
    }

    private static func declaredDelimiter(_ line: [UInt8]) -> UInt8? {
        let content = withoutLineEnd(line)
        guard content.count == 5, content.starts(with: "sep=".utf8) else { return nil }
        return content.last
    }

    // MARK: The header itself

    /// The delimiter that the file's name tells, or the one that makes a header of columns where that makes too few to be one.
    private func bestDelimiter() throws(RoundFilesError) -> UInt8 {
        var best = (delimiter: delimiter, count: try columnCount(by: delimiter))
        if best.count >= Self.fewest { return delimiter }
        for other in Self.others where other != delimiter {
            let count = try columnCount(by: other)
            if count >= Self.fewest && count > best.count { best = (other, count) }
        }
        return best.delimiter
    }

    private func columnCount(by delimiter: UInt8) throws(RoundFilesError) -> Int {
        let row = Self.withoutLineEnd(try row(by: delimiter))
        let layout = DelimitedLayout(delimiter: delimiter)
        return try row.withUnsafeBufferPointer { row throws(RoundFilesError) in
            try RowParser.cells(of: UnsafeRawBufferPointer(row), layout).cells.count
        }
    }

    /// The row that comes next, with its end.
    private func row(by delimiter: UInt8) throws(RoundFilesError) -> [UInt8] {
        let layout = RowLayout.delimited(DelimitedLayout(delimiter: delimiter))
        return try peek { text throws(RoundFilesError) in
            let cutter = try RowCutter(layout)
            // A row end at the very end of what is there may have its second half still to come.
            return text.withUnsafeBytes { cutter.feedToFirst($0) }.flatMap { $0 < text.count ? $0 : nil }
        }
    }

    private func firstLine() throws(RoundFilesError) -> [UInt8] {
        try peek { text in
            guard let end = text.firstIndex(where: Self.endsLine) else { return nil }
            guard text[end] == 0x0D else { return end + 1 - text.startIndex }
            if end + 1 == text.endIndex { return nil }
            return end + (text[end + 1] == 0x0A ? 2 : 1) - text.startIndex
        }
    }

    /// As much of what comes next as `length` says, which says nil until there is enough; all where nothing more comes.
    private func peek(
        _ length: (ArraySlice<UInt8>) throws(RoundFilesError) -> Int?
    ) throws(RoundFilesError) -> [UInt8] {
        var text = try source.peek(atLeast: 1, atMost: 1 << 16)
        while true {
            if let count = try length(text) { return Array(text.prefix(count)) }
            if text.count >= limit { throw .headerTooLong(path: name, limit: limit) }
            let more = try source.peek(atLeast: text.count + 1, atMost: text.count + (1 << 16))
            if more.count == text.count { return Array(text) }
            text = more
        }
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func withoutLineEnd(_ line: [UInt8]) -> [UInt8] {
        line.dropLast(line.reversed().prefix(while: endsLine).count)
    }

    /// CR where the text has line ends and none of them an LF.
    private static func lineEnd(of text: [UInt8]) -> UInt8 {
        guard let last = text.last, endsLine(last) else { return 0x0A }
        return text.contains(0x0A) ? 0x0A : 0x0D
    }

    private static func shown(_ delimiter: UInt8) -> String {
        switch delimiter {
        case 0x09: "tabs"
        case UInt8(ascii: ";"): "semicolons"
        case UInt8(ascii: ","): "commas"
        case UInt8(ascii: "|"): "pipes"
        default: "\(UnicodeScalar(delimiter))"
        }
    }
}

extension ColumnNames {
    /// Whether the first row can be a header: it has a name that somebody looks for, or nothing but words as programs use
    /// them. Else it may be a row, and its text is nobody's business.
    func looksLikeHeader(known: Set<String>) -> Bool {
        let own = names.indices.filter { !nameless.contains($0) }.map { names[$0] }
        if own.contains(where: { known.contains(String(decoding: $0, as: UTF8.self).lowercased()) }) { return true }
        return !own.isEmpty && own.allSatisfy(Self.isWord)
    }

    private static func isWord(_ name: [UInt8]) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") }
        guard name.count <= 40, let first = name.first, isLetter(first) else { return false }
        return name.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || ".-:/".utf8.contains($0) }
    }
}
