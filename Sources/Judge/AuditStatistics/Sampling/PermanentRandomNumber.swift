internal import Basics

/// The number in [0, 1) that an item keeps for as long as the seed stays: what the estimation queue is ordered by.
///
/// An item's number depends on nothing but its id and the seed, so the items of a bucket with the smallest numbers are
/// a simple random sample of it, whatever θ was when they were labelled (Brewer, Early and Joyce 1972; Ohlsson 1995).
public struct PermanentRandomNumber: Hashable, Comparable, Sendable {
    /// The 53 bits of the number.
    public let bits: UInt64

    /// The number of an item.
    ///
    /// FNV-1a (64 bits) over the id, exclusive-or with the seed, then one step of SplitMix64, of which the upper 53
    /// bits are taken.
    ///
    /// - Parameters:
    ///   - id: what tells the item from all others, as bytes (UTF-8 for text).
    ///   - seed: the review's seed.
    /// - Complexity: O(length of the id).
    public init(id: some Sequence<UInt8>, seed: UInt64) {
        var step = SplitMix64(seed: FNV1a.hash(id) ^ seed)
        bits = step.next() >> 11
    }

    /// As a double, exactly.
    public var value: Double { Double(bits) * 0x1p-53 }

    public static func < (one: Self, other: Self) -> Bool { one.bits < other.bits }
}
