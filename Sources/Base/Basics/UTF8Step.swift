/// One step through bytes that claim to be UTF-8.
///
/// Overlong forms, values above U+10FFFF and cut sequences are taken apart byte by byte (Unicode 15, table 3-7).
public enum UTF8Step: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    /// A UTF-16 surrogate written as three bytes, as JSON's `\ud83d` comes out of lenient decoders.
    case loneSurrogate(UInt16)
    /// A byte that is part of no character.
    case invalidByte(UInt8)

    /// Decodes what stands at `index`, which must be below `end`.
    ///
    /// - Parameters:
    ///   - bytes: indexed from 0.
    ///   - end: where the text ends, at most at the end of the bytes.
    /// - Returns: what it is and how many bytes it takes, 1 to 4.
    @inlinable
    public static func at<Bytes: RandomAccessCollection>(
        _ index: Int,
        of bytes: Bytes,
        end: Int
    ) -> (what: UTF8Step, length: Int) where Bytes.Element == UInt8, Bytes.Index == Int {
        let first = bytes[index]
        let invalid = (what: UTF8Step.invalidByte(first), length: 1)
        func tail(_ offset: Int) -> UInt32? {
            guard index + offset < end else { return nil }
            let byte = bytes[index + offset]
            return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
        }
        func scalar(_ value: UInt32, _ length: Int) -> (what: UTF8Step, length: Int) {
            Unicode.Scalar(value).map { (.scalar($0), length) } ?? invalid
        }
        switch first {
        case 0x00...0x7F:
            return (.scalar(Unicode.Scalar(first)), 1)
        case 0xC2...0xDF:
            guard let second = tail(1) else { return invalid }
            return scalar(UInt32(first & 0x1F) << 6 | second, 2)
        case 0xE0...0xEF:
            guard let second = tail(1), let third = tail(2) else { return invalid }
            let value = UInt32(first & 0x0F) << 12 | second << 6 | third
            guard value >= 0x800 else { return invalid }
            if (0xD800...0xDFFF).contains(value) { return (.loneSurrogate(UInt16(value)), 3) }
            return scalar(value, 3)
        case 0xF0...0xF4:
            guard let second = tail(1), let third = tail(2), let fourth = tail(3) else { return invalid }
            let value = UInt32(first & 0x07) << 18 | second << 12 | third << 6 | fourth
            guard value >= 0x10000 else { return invalid }
            return scalar(value, 4)
        default:
            return invalid
        }
    }
}
