import Basics
internal import RoundModel

/// One line of `invalid.jsonl`.
enum InvalidRowLine {
    /// The bytes of a row's text that are exported at most.
    static let textLimit = 64 << 10

    /// The line, with its line end: `{"file", "line", "reason", "text"}`, and `"text_bytes"`, the length of the row,
    /// where `text` is only its beginning; `"last_line"` behind `"line"` where the row takes up several.
    ///
    /// - Parameter text: the row's first bytes; what is not UTF-8 in them comes as U+FFFD.
    static func bytes(_ row: InvalidRow, file: String, text: [UInt8]) -> [UInt8] {
        var members: [OrderedJSON.Member] = [
            .init("file", .string(file)),
            .init("line", .integer(row.line)),
        ]
        if row.moreLines > 0 { members.append(.init("last_line", .integer(row.lastLine))) }
        members.append(.init("reason", .string(row.text)))
        if text.count < row.place.length {
            members.append(.init("text", .string(String(decoding: wholeScalars(of: text), as: UTF8.self))))
            members.append(.init("text_bytes", .integer(row.place.length)))
        } else {
            members.append(.init("text", .string(String(decoding: text, as: UTF8.self))))
        }
        return OrderedJSON.object(members).bytes(.compact) + [UInt8(ascii: "\n")]
    }

    /// Text that was cut anywhere, without the beginning of a scalar that the cut went through.
    private static func wholeScalars(of text: [UInt8]) -> ArraySlice<UInt8> {
        var end = text.count
        while end > 0 && text.count - end < 3 && text[end - 1] & 0xC0 == 0x80 { end -= 1 }
        guard end > 0, text[end - 1] >= 0xC0 else { return text[...] }
        let needed = text[end - 1] >= 0xF0 ? 4 : text[end - 1] >= 0xE0 ? 3 : 2
        return text.count - (end - 1) < needed ? text[..<(end - 1)] : text[...]
    }
}
