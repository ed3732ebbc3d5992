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
        // At least doubled: many texts go into one buffer.
        let needed = output.count + text.count + 2
        if needed > output.capacity { output.reserveCapacity(max(needed, 2 * output.capacity)) }
        output.append(UInt8(ascii: "\""))
        let last: UInt8 = escapingDelete ? 0x7E : 0x7F
        var plainStart = 0
        var index = 0
        while index < text.count {
            while index + 8 <= text.count, isPlain(text.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
            }
            guard index < text.count else { break }
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

    /// Whether eight bytes are all ASCII that stands in a string as it is; DEL is not among them, which may have to be escaped.
    private static func isPlain(_ bytes: UInt64) -> Bool {
        let (ones, tops) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
        // The top bit of each byte that is below the other one; right where no byte has it set already.
        func below(_ limit: UInt64, _ bytes: UInt64) -> UInt64 { bytes &- ones &* limit }
        let (quotes, slashes) = (bytes ^ ones &* 0x22, bytes ^ ones &* 0x5C)
        let found = bytes | below(0x20, bytes) | below(1, quotes) | below(1, slashes) | (bytes &+ ones)
        return found & tops == 0
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
