/// Writes JSON strings.
public enum JSONText {
    /// Appends `text` in quotes, escaped, as valid UTF-8.
    ///
    /// A lone surrogate in its three-byte form goes back to the `\udXXX` that it came from; a byte that is part of
    /// nothing becomes U+FFFD. Everything else that JSON lets stand stays as it is.
    /// - Complexity: O(length of `text`).
    public static func append(_ text: [UInt8], to output: inout [UInt8]) {
        text.withUnsafeBytes { append($0, to: &output) }
    }

    /// As above, for bytes that stand in a larger buffer.
    ///
    /// - Parameter escapingDelete: true to escape DEL too, which JSON lets stand.
    public static func append(
        _ text: UnsafeRawBufferPointer,
        to output: inout [UInt8],
        escapingDelete: Bool = false
    ) {
        _ = append(text, to: &output, replacing: false, escapingDelete: escapingDelete)
    }

    /// As above, with U+FFFD for each lone surrogate: most readers of JSON refuse these.
    ///
    /// - Returns: how many there were.
    public static func appendReplacing(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) -> Int {
        append(text, to: &output, replacing: true, escapingDelete: false)
    }

    /// Appends an escape of four digits, `\u00e9`.
    public static func appendEscape(_ unit: UInt16, to output: inout [UInt8]) {
        output.append(contentsOf: #"\u"#.utf8)
        Hexadecimal.append(UInt8(truncatingIfNeeded: unit >> 8), to: &output)
        Hexadecimal.append(UInt8(truncatingIfNeeded: unit), to: &output)
    }

    private static func append(
        _ text: UnsafeRawBufferPointer,
        to output: inout [UInt8],
        replacing: Bool,
        escapingDelete: Bool
    ) -> Int {
        var surrogates = 0
        output.reserveCapacity(output.count + text.count + 2)
        output.append(UInt8(ascii: "\""))
        let last: UInt8 = escapingDelete ? 0x7E : 0x7F
        var plainStart = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte >= 0x20 && byte <= last && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
                index += 1
                continue
            }
            let step = byte < 0x80 ? nil : UTF8Step.at(index, of: text, end: text.count)
            if let step, case .scalar = step.what {
                index += step.length
                continue
            }
            output.append(contentsOf: text[plainStart..<index])
            switch step?.what {
            case .scalar, nil:
                appendASCII(byte, to: &output)
            case .loneSurrogate(let unit):
                surrogates += 1
                if replacing { output.append(contentsOf: replacement) } else { appendEscape(unit, to: &output) }
            case .invalidByte:
                output.append(contentsOf: replacement)
            }
            index += step?.length ?? 1
            plainStart = index
        }
        output.append(contentsOf: text[plainStart..<index])
        output.append(UInt8(ascii: "\""))
        return surrogates
    }

    /// U+FFFD.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    private static func appendASCII(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): output.append(contentsOf: #"\\"#.utf8)
        case UInt8(ascii: "\n"): output.append(contentsOf: #"\n"#.utf8)
        case UInt8(ascii: "\r"): output.append(contentsOf: #"\r"#.utf8)
        case UInt8(ascii: "\t"): output.append(contentsOf: #"\t"#.utf8)
        case 0x08: output.append(contentsOf: #"\b"#.utf8)
        case 0x0C: output.append(contentsOf: #"\f"#.utf8)
        default: appendEscape(UInt16(byte), to: &output)
        }
    }
}
