internal import Basics

/// What tells an item's content from all others: the first half of a SHA-256 of prompt and response.
///
/// Verdicts are kept by it, so that they find their item again in a round that was shuffled, split or cut.
public struct ItemDigest: Hashable, Comparable, Sendable {
    /// Bytes 0 to 7 of the digest, the first one highest.
    public let high: UInt64
    /// Bytes 8 to 15, likewise.
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Takes the first 16 bytes; nil where there are fewer.
    public init?(_ bytes: some Sequence<UInt8>) {
        var words: [UInt64] = [0, 0]
        var count = 0
        for byte in bytes.prefix(16) {
            words[count / 8] = words[count / 8] << 8 | UInt64(byte)
            count += 1
        }
        guard count == 16 else { return nil }
        self.init(high: words[0], low: words[1])
    }

    /// The 16 bytes, as the review file holds them.
    public var bytes: [UInt8] {
        [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) } }
    }

    /// 32 hexadecimal digits, lower case.
    public var text: String { Hexadecimal.text(bytes) }

    /// Reads what `text` wrote; nil for anything else.
    public init?(text: some StringProtocol) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    public static func < (one: Self, other: Self) -> Bool { (one.high, one.low) < (other.high, other.low) }
}
