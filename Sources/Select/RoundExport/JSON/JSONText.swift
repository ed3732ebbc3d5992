/// Bytes of text to a JSON string.
enum JSONText {
    /// Appends `text` in quotes, escaped, as valid UTF-8.
    ///
    /// A lone surrogate in its three-byte form goes back to the `\udXXX` that it came from; a byte that is part of
    /// nothing becomes U+FFFD. Everything else that JSON lets stand stays as it is.
    /// - Complexity: O(length of `text`).
    static func append(_ text: [UInt8], to output: inout [UInt8]) {
        text.withUnsafeBufferPointer { append($0, to: &output) }
    }

    /// As above, for bytes that stand in a larger buffer.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        _ = append(text, to: &output, replacing: false)
    }

    /// As above, with U+FFFD for each lone surrogate: most readers of JSON refuse these.
    ///
    /// - Returns: how many there were.
    static func appendReplacing(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Int {
        append(text, to: &output, replacing: true)
    }

    private static func append(
        _ text: UnsafeBufferPointer<UInt8>,
        to output: inout [UInt8],
        replacing: Bool
    ) -> Int {
        var surrogates = 0
        output.reserveCapacity(output.count + text.count + 2)
        output.append(UInt8(ascii: "\""))
        var plainStart = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if isPlain(byte) {
                index += 1
                continue
            }
            let sequence = byte < 0x80 ? .ascii : UTF8Sequence(text, at: index)
            if case .scalar(let length) = sequence {
                index += length
                continue
            }
            output.append(contentsOf: text[plainStart..<index])
            switch sequence {
            case .scalar, .ascii:
                appendEscape(of: byte, to: &output)
                index += 1
            case .surrogate(let unit):
                surrogates += 1
                if replacing { output.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { appendUnit(unit, to: &output) }
                index += 3
            case .invalid:
                output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                index += 1
            }
            plainStart = index
        }
        output.append(contentsOf: text[plainStart..<index])
        output.append(UInt8(ascii: "\""))
        return surrogates
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): output.append(contentsOf: #"\\"#.utf8)
        case UInt8(ascii: "\n"): output.append(contentsOf: #"\n"#.utf8)
        case UInt8(ascii: "\r"): output.append(contentsOf: #"\r"#.utf8)
        case UInt8(ascii: "\t"): output.append(contentsOf: #"\t"#.utf8)
        case 0x08: output.append(contentsOf: #"\b"#.utf8)
        case 0x0C: output.append(contentsOf: #"\f"#.utf8)
        default: appendUnit(UInt16(byte), to: &output)
        }
    }

    private static func appendUnit(_ unit: UInt16, to output: inout [UInt8]) {
        output.append(contentsOf: #"\u"#.utf8)
        for shift in stride(from: 12, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 0xF
            output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
