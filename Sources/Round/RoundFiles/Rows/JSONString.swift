/// Writes JSON strings.
enum JSONString {
    private static let hex = Array("0123456789abcdef".utf8)

    /// Appends text as a JSON string: UTF-8 as it is, quotes, backslashes and controls escaped.
    static func append(_ text: UnsafeRawBufferPointer, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        var start = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
            line.append(contentsOf: text[start..<index])
            start = index + 1
            line.append(UInt8(ascii: "\\"))
            switch byte {
            case 0x08: line.append(UInt8(ascii: "b"))
            case 0x09: line.append(UInt8(ascii: "t"))
            case 0x0A: line.append(UInt8(ascii: "n"))
            case 0x0C: line.append(UInt8(ascii: "f"))
            case 0x0D: line.append(UInt8(ascii: "r"))
            case 0x22, 0x5C: line.append(byte)
            default:
                line.append(contentsOf: "u00".utf8)
                line.append(hex[Int(byte >> 4)])
                line.append(hex[Int(byte & 15)])
            }
        }
        line.append(contentsOf: text[start...])
        line.append(UInt8(ascii: "\""))
    }
}
