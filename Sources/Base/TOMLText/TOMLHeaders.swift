/// Looks for table headers that the parser must not be given: it ends the program at a `[` with no name of a table behind it,
/// such as `[#`, where it should tell an error.
struct TOMLHeaders {
    private let bytes: [UInt8]
    private var at = 0

    /// Where a table's name is missing, as the line and column of what stands in its place, both from 1; nil where none is.
    ///
    /// - Complexity: O(bytes).
    static func missingName(in text: String) -> (line: Int, column: Int)? {
        var headers = TOMLHeaders(bytes: Array(text.utf8))
        guard let place = headers.missingName() else { return nil }
        let before = headers.bytes[..<place]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        return (line, String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func missingName() -> Int? {
        // A mark of the byte order is none of the text.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        while at < bytes.count {
            skipBlanks()
            if next == UInt8(ascii: "[") {
                at += 1
                let isArray = next == UInt8(ascii: "[")
                if isArray { at += 1 }
                skipBlanks()
                // The parser itself tells of an end there, of an empty name, and of brackets with a blank between them.
                if let next, !Self.mayBegin(next), next != UInt8(ascii: "]"), isArray || next != UInt8(ascii: "[") {
                    return at
                }
            }
            skipStatement()
        }
        return nil
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "_-\"'".utf8.contains(byte)
        }
    }

    private mutating func skipBlanks() {
        while next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") { at += 1 }
    }

    /// Goes on behind the end of the line in which the statement ends: brackets and some strings go over lines.
    private mutating func skipStatement() {
        var depth = 0
        while let byte = next {
            switch byte {
            case UInt8(ascii: "#"): while let next, next != UInt8(ascii: "\n") { at += 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
            default:
                at += 1
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
                if byte == UInt8(ascii: "\n"), depth <= 0 { return }
            }
        }
    }

    private mutating func skipString(_ quote: UInt8) {
        let isLong = bytes[at...].starts(with: [quote, quote, quote])
        at += isLong ? 3 : 1
        while let byte = next {
            if !isLong, byte == UInt8(ascii: "\n") { return }
            if isLong ? bytes[at...].starts(with: [quote, quote, quote]) : byte == quote { break }
            at += quote == UInt8(ascii: "\"") && byte == UInt8(ascii: "\\") ? 2 : 1
        }
        at += isLong ? 3 : 1
        // Two more quotes at most belong to a long string's end.
        for _ in 0..<2 where isLong && next == quote { at += 1 }
    }
}
