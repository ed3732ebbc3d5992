/// Five characters that follow each other in a prompt's form. Two are the same where all five are.
struct Shingle: Hashable, Sendable {
    /// How many characters it has.
    static let length = 5

    private(set) var high: UInt64 = 0
    private(set) var low: UInt64 = 0

    /// Leaves out the first character and takes one more at the end.
    @inline(__always)
    mutating func advance(_ code: UInt32) {
        high = (high << 21 | low >> 42) & 0x3FF_FFFF_FFFF
        low = (low << 21 | UInt64(code)) & 0x7FFF_FFFF_FFFF_FFFF
    }

    /// A number for it; different shingles may have the same.
    @inline(__always)
    var hash: UInt64 {
        let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high &* 0xD1B5_4A32_D192_ED03 | 1)
        return (product.high ^ product.low) &* 0xE703_7ED1_A0B4_28DB
    }

    /// Calls `body` with each shingle of a form, from the first to the last, repeats among them, until it returns false.
    ///
    /// - Complexity: O(characters).
    @inline(__always)
    static func forEach(in codes: UnsafeBufferPointer<UInt32>, _ body: (Shingle) -> Bool) {
        guard codes.count >= length else { return }
        var shingle = Shingle()
        for code in codes[..<(length - 1)] { shingle.advance(code) }
        for code in codes[(length - 1)...] {
            shingle.advance(code)
            if !body(shingle) { return }
        }
    }
}
