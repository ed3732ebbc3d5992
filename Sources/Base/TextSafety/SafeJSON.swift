internal import Basics

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
            let (what, length) = UTF8Step.at(index, of: bytes, end: bytes.count)
            switch what {
            case .scalar(let scalar) where isPlain(scalar) && !asciiOnly:
                result.append(contentsOf: bytes[index..<index + length])
            case .scalar(let scalar):
                for unit in String(Character(scalar)).utf16 { JSONText.appendEscape(unit, to: &result) }
            case .loneSurrogate(let unit): JSONText.appendEscape(unit, to: &result)
            case .invalidByte: JSONText.appendEscape(0xFFFD, to: &result)
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

    /// JSON of several lines, made safe to print: every hidden character becomes an escape.
    ///
    /// Outside of its strings JSON has none of them but line ends.
    /// - Complexity: O(length of the text).
    public static func text(_ text: String) -> String {
        var safe: [UInt8] = []
        safe.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar == "\n" || !scalar.isHidden {
                safe.append(contentsOf: UTF8.encode(scalar) ?? .init())
            } else {
                for unit in String(Character(scalar)).utf16 { JSONText.appendEscape(unit, to: &safe) }
            }
        }
        return String(decoding: safe, as: UTF8.self)
    }
}
