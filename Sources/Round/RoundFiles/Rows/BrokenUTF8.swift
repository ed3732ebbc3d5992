import RoundModel

extension InvalidRow.Reason {
    /// What is wrong with a row that is not UTF-8: the first byte that begins no character, and where it stands.
    ///
    /// - Parameters:
    ///   - row: the row's bytes, without its line end.
    ///   - lineEnd: the byte that lines are counted by; nil where a row is one line.
    /// - Complexity: O(bytes up to it).
    static func brokenUTF8(in row: UnsafeRawBufferPointer, lineEnd: UInt8? = nil) -> InvalidRow.Reason {
        var parser = Unicode.UTF8.ForwardParser()
        var bytes = row.makeIterator()
        var (offset, line, column) = (0, 1, 1)
        while case .valid(let character) = parser.parseScalar(from: &bytes) {
            offset += character.count
            column += 1
            guard let lineEnd, let byte = character.first, byte == 0x0A || byte == 0x0D else { continue }
            // CR LF is one line end, and neither of them a character of the next line.
            if byte == lineEnd { line += 1 }
            column = 1
        }
        return .notUTF8(byte: offset < row.count ? row[offset] : 0, line: line, column: column)
    }
}
