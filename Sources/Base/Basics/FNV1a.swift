/// FNV-1a, 64 bits: spreads texts over tables and tells a byte that changed, and not one that somebody changed on purpose.
///
///     FNV1a.hash("a".utf8) == 0xAF63_DC4C_8601_EC8C
public struct FNV1a: Sendable {
    @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

    public init() {}

    /// The hash of what was added so far.
    public var value: UInt64 {
        @inlinable get { state }
    }

    /// Adds one byte.
    @inlinable
    public mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Adds the eight bytes of a word, the lowest first.
    public mutating func add(_ word: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: word >> shift)) }
    }

    /// The hash of some bytes.
    ///
    /// - Complexity: O(bytes).
    @inlinable
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = FNV1a()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
