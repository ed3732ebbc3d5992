/// The values of one field in some consecutive items, as far as an order needs them.
///
/// Eight bytes and a byte an item, and of longer texts up to 56 bytes more.
public struct SortKeys: Sendable {
    /// The longest part of a text that an order looks at, in bytes.
    public static let longestText = 64

    enum Kind: UInt8 {
        case number, text, none
    }

    private(set) var kinds: [Kind] = []
    /// The ordered bits of a number, or the first eight bytes of a text.
    private(set) var heads: [UInt64] = []
    /// What texts have behind these, one after the other.
    private var tails: [UInt8] = []
    /// Where the tail of each text ends, 0 and that of each item; empty while no text has one.
    private var ends: [UInt32] = []
    /// The lengths of texts, as far as they are looked at.
    private var lengths: [UInt8] = []

    /// - Parameter capacity: about so many items.
    public init(capacity: Int = 0) {
        kinds.reserveCapacity(capacity)
        heads.reserveCapacity(capacity)
        lengths.reserveCapacity(capacity)
    }

    /// The number of items.
    public var count: Int { kinds.count }

    /// The next item has no value.
    public mutating func appendNone() { append(.none, 0, 0) }

    /// The next item has a finite number.
    public mutating func append(_ number: Double) { append(.number, number.orderedBits, 0) }

    /// The next item has a text.
    public mutating func append(_ text: UnsafeRawBufferPointer) {
        let seen = text.prefix(Self.longestText)
        if seen.count > 8 {
            if ends.isEmpty { ends = [UInt32](repeating: 0, count: kinds.count + 1) }
            tails.append(contentsOf: seen.dropFirst(8))
        }
        append(.text, Self.bits(seen.prefix(8)), UInt8(seen.count))
    }

    private mutating func append(_ kind: Kind, _ head: UInt64, _ length: UInt8) {
        kinds.append(kind)
        heads.append(head)
        lengths.append(length)
        if !ends.isEmpty { ends.append(UInt32(truncatingIfNeeded: tails.count)) }
    }

    private static func bits(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var (bits, count): (UInt64, UInt64) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | UInt64(byte)
            count += 1
        }
        return count == 0 ? 0 : bits << (8 * (8 - count))
    }

    /// The length of a text, as far as it is looked at.
    func length(_ index: Int) -> Int { Int(lengths[index]) }

    /// Eight bytes of a text, as a number that compares as they do, with zeros behind its end.
    ///
    /// - Parameter part: 0 for the first eight, and so on.
    func bits(_ index: Int, part: Int) -> UInt64 {
        if part == 0 { return heads[index] }
        guard length(index) > 8 * part else { return 0 }
        let start = Int(ends[index]) + 8 * (part - 1)
        return Self.bits(tails[start..<min(Int(ends[index + 1]), start + 8)])
    }
}
