/// FNV-1a, 64 bits: tells a byte that changed, and not one that somebody changed on purpose.
struct TextSum {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds a text and where it ends.
    mutating func add(_ text: String) {
        add(UInt64(text.utf8.count))
        for byte in text.utf8 { add(byte) }
    }

    mutating func add(_ word: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: word >> shift)) }
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
