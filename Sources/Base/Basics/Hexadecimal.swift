/// Bytes and numbers as hexadecimal digits.
///
///     Hexadecimal.text([0x0A, 0xFF]) == "0aff"
///     Hexadecimal.text(0x2E, digits: 4) == "002e"
public enum Hexadecimal {
    /// Two digits a byte, lower case.
    ///
    /// - Complexity: O(bytes).
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes { append(byte, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }

    /// A number with zeros before it, so that it has so many digits at least.
    public static func text(_ number: some UnsignedInteger, digits: Int, uppercase: Bool = false) -> String {
        let text = String(number, radix: 16, uppercase: uppercase)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    /// Appends a byte as two digits, lower case.
    public static func append(_ byte: UInt8, to text: inout [UInt8]) {
        text.append(digit(byte >> 4))
        text.append(digit(byte & 15))
    }

    /// The bytes that two digits each stand for; nil for anything else.
    ///
    /// - Complexity: O(digits).
    public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(16 * digits[$0] + digits[$0 + 1]) }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
