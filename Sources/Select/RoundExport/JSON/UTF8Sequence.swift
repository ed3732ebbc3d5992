/// What a byte at or above 0x80 begins.
enum UTF8Sequence {
    /// A byte below 0x80.
    case ascii
    /// A scalar value of two to four bytes.
    case scalar(length: Int)
    /// A surrogate in its three-byte form, which UTF-8 proper does not have.
    case surrogate(UInt16)
    /// Nothing: a stray or overlong byte, or a sequence that is cut short.
    case invalid

    /// Looks at the sequence that starts at `index`, a byte at or above 0x80 (Unicode 15, table 3-7).
    init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        let lead = text[index]
        func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < text.count && range.contains(text[index + offset])
        }
        switch lead {
        case 0xC2...0xDF:
            self = continues(1) ? .scalar(length: 2) : .invalid
        case 0xED where continues(1, 0xA0...0xBF) && continues(2):
            self = .surrogate(0xD000 | UInt16(text[index + 1] & 0x3F) << 6 | UInt16(text[index + 2] & 0x3F))
        case 0xE0...0xEF:
            let second: ClosedRange<UInt8> = lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
            self = continues(1, second) && continues(2) ? .scalar(length: 3) : .invalid
        case 0xF0...0xF4:
            let second: ClosedRange<UInt8> = lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
            self = continues(1, second) && continues(2) && continues(3) ? .scalar(length: 4) : .invalid
        default:
            self = .invalid
        }
    }
}
