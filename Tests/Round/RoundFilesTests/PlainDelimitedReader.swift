import RoundModel

/// Delimited text read a byte at a time, in the shortest way to say the rules: what the fast reader is held against.
struct PlainDelimitedReader {
    struct Row: Equatable {
        var cells: [[UInt8]] = [[]]
        /// Where its bytes stand, without its line end.
        var place = 0..<0
        var line = 0
        var lastLine = 0
        /// What keeps it from being read.
        var problem: InvalidRow.Reason?
    }

    private enum State { case cellStart, plain, quoted, behindQuote }

    let text: [UInt8]
    let delimiter: UInt8
    /// The byte that lines are counted by.
    let lineEnd: UInt8
    /// How many cells a row has.
    let expected: Int

    /// Every row but the empty ones, the header too.
    var rows: [Row] {
        var rows: [Row] = []
        var isUnsure = false
        var at = 0
        while at < text.count {
            if Self.endsRow(text[at]) {
                at += 1
                continue
            }
            var (row, looksCut) = read(at)
            at = row.place.upperBound
            if case .textBehindQuote = row.problem {
                isUnsure = true
            } else if isUnsure && row.problem == nil {
                if looksCut { row.problem = .behindBrokenRow }
                isUnsure = looksCut || row.cells.count != expected
            }
            rows.append(row)
        }
        return rows
    }

    /// The row that begins at a byte, and whether one of its plain cells ends with a quote.
    private func read(_ start: Int) -> (Row, Bool) {
        var row = Row()
        var state = State.cellStart
        var looksCut = false
        var stray: Int?
        var at = start
        loop: while at < text.count {
            let byte = text[at]
            switch state {
            case .cellStart where byte == 0x22: state = .quoted
            case .quoted where byte == 0x22: state = .behindQuote
            case .quoted: row.cells[row.cells.count - 1].append(byte)
            case .behindQuote where byte == 0x22:
                row.cells[row.cells.count - 1].append(byte)
                state = .quoted
            default:
                if byte == delimiter || Self.endsRow(byte) {
                    if state == .plain && text[at - 1] == 0x22 { looksCut = true }
                    if byte != delimiter { break loop }
                    row.cells.append([])
                    state = .cellStart
                } else {
                    if state == .behindQuote && stray == nil { stray = at }
                    row.cells[row.cells.count - 1].append(byte)
                    state = .plain
                }
            }
            at += 1
        }
        if at == text.count && state == .plain && text[at - 1] == 0x22 { looksCut = true }
        if at == text.count && state == .quoted { row.problem = .unfinishedQuote }
        if let stray { row.problem = reason(stray, in: start..<at) }
        while Self.endsRow(text[at - 1]) { at -= 1 }
        row.place = start..<at
        row.line = 1 + text[..<start].count { $0 == lineEnd }
        row.lastLine = row.line + text[start..<at].count { $0 == lineEnd }
        return (row, looksCut)
    }

    /// Text behind a closing quote, at the first character of it that is no blank, unless all of it is.
    private func reason(_ stray: Int, in row: Range<Int>) -> InvalidRow.Reason {
        let rest = text[stray..<row.upperBound].prefix { $0 != delimiter && !Self.endsRow($0) }
        let at = rest.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? stray
        let lineStart = text[row.lowerBound..<at].lastIndex(where: Self.endsRow).map { $0 + 1 } ?? row.lowerBound
        return .textBehindQuote(
            line: 1 + text[row.lowerBound..<at].count { $0 == lineEnd },
            column: 1 + String(decoding: text[lineStart..<at], as: UTF8.self).unicodeScalars.count
        )
    }

    private static func endsRow(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
