internal import CRowReader

/// Where a text that is no JSON goes wrong.
public struct JSONPlace: Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// The character of the line, from 1.
    public var column: Int

    /// - Parameter text: what no reader of JSON took.
    /// - Complexity: O(bytes).
    public init(ofErrorIn text: [UInt8]) {
        let at = row_json_error(text, text.count, false)
        let before = text[..<min(at, text.count)]
        line = 1 + before.count { $0 == 0x0A }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        column = 1 + before[start...].count { $0 & 0xC0 != 0x80 }
    }
}
