/// JSON that says the same and may be printed or pasted anywhere: what is not known to be a harmless, visible character is
/// written as an escape.
public enum SafeJSON {
    /// One line of JSON, made safe.
    ///
    /// Within its strings characters become `\\u` escapes, outside of them white space becomes blanks; a byte that is part of
    /// no character becomes U+FFFD.
    /// - Parameter asciiOnly: true to leave nothing but ASCII.
    /// - Complexity: O(bytes).
    public static func line(_ bytes: [UInt8], asciiOnly: Bool = false) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if (0x20..<0x7F).contains(byte) {
                result.append(byte)
                index += 1
                continue
            }
            // Bare controls stand outside of strings, where JSON has no others than white space.
            if byte < 0x20 {
                result.append(0x20)
                index += 1
                continue
            }
            let (what, length) = ByteDecoder.decode(bytes, at: index, end: bytes.count)
            switch what {
            case .scalar(let scalar) where isPlain(scalar) && !asciiOnly:
                result.append(contentsOf: bytes[index..<index + length])
            case .scalar(let scalar):
                for unit in String(Character(scalar)).utf16 { append(unit, to: &result) }
            case .loneSurrogate(let unit): append(UInt16(truncatingIfNeeded: unit), to: &result)
            case .invalidByte: append(0xFFFD, to: &result)
            }
            index += length
        }
        return result
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass(scalar) {
        case .narrow, .wide, .mark: true
        case .blank, .wideBlank, .token, .tag, .jamo: false
        }
    }

    private static func append(_ unit: UInt16, to result: inout [UInt8]) {
        let digits = String(unit, radix: 16)
        result += Array("\\u".utf8) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.count) + Array(digits.utf8)
    }
}
