/// Steele, Lea and Flood 2014: a small generator that gives the same numbers on every machine.
///
/// Its finish is also the hash behind the permanent random numbers.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    /// Starts at `seed`; every value is a good one, zero among them.
    @inlinable
    public init(seed: UInt64) { state = seed }

    /// The next 64 random bits.
    @inlinable
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.finish(state)
    }

    /// Spreads a number over all 64 bits, so that near numbers become far ones; no two give the same.
    @inlinable
    public static func finish(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number in `0..<bound`, or 0 where `bound` is not positive.
    ///
    /// It is spelled out so that no version of a library can change it.
    @inlinable
    public mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}
