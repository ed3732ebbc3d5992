extension Double {
    /// Bits that compare as unsigned integers the way finite numbers compare; both zeros have the same.
    public var orderedBits: UInt64 {
        // Adding 0 turns -0 into 0 and changes nothing else.
        let bits = (self + 0).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    /// The number that has these bits in order.
    init(orderedBits bits: UInt64) {
        self.init(bitPattern: bits >> 63 == 1 ? bits & ~(1 << 63) : ~bits)
    }
}
