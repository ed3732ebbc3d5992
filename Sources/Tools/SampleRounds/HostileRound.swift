/// A round of texts that try to get at the terminal, at the layout or at the parser. Every prompt says what its row
/// holds, in plain words.
public enum HostileRound {
    /// Every line in its order.
    public static let rows: [HostileRow] = {
        var rows: [HostileRow] = []
        let texts = controls + invisible + scripts + shapes
        for text in texts {
            rows.append(text.row(number: rows.count + 1))
            // Two lines from the middle, so that reading has to go on after them.
            if rows.count == 20 { rows.append(.raw("blank line", "", isValid: nil)) }
            if rows.count == 40 { rows.append(.raw("blank CRLF line", "", lineEnd: "\r\n", isValid: nil)) }
        }
        return rows + handmade
    }()

    /// The whole file: a byte order mark, the lines and no end to the last one.
    public static func bytes() -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in rows {
            bytes.append(contentsOf: row.line)
            bytes.append(contentsOf: row.lineEnd.utf8)
        }
        return bytes
    }
}
