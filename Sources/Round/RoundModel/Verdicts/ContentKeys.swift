internal import Basics

/// The beginnings of all items' digests: what finds an item again by its content, and tells copies apart.
///
/// 8 bytes an item, and 12 for each item that repeats an earlier one.
public final class ContentKeys: Sendable {
    /// The upper half of each item's `ItemDigest`, in the order of the round.
    public let keys: [UInt64]
    /// The items that have the key of an earlier one, ascending.
    @usableFromInline let copies: [Copy]

    @usableFromInline struct Copy: Sendable {
        @usableFromInline var item: UInt32
        /// Its turn among the items with its key, from 1.
        @usableFromInline var turn: UInt32
        /// The item with its key that stands nearest before it.
        @usableFromInline var previous: UInt32
    }

    /// - Complexity: O(n log n) at worst, shared among the cores; holds some hundredths of the items more for a time.
    public init(_ keys: [UInt64]) {
        self.keys = keys
        copies = Self.copies(in: keys)
    }

    /// The number of items.
    public var count: Int { keys.count }

    /// The key of an item; nil for one that the round does not have.
    public subscript(item: Int) -> UInt64? { keys.indices.contains(item) ? keys[item] : nil }

    /// The number of items that repeat an earlier one.
    public var repeats: Int { copies.count }

    /// A number that tells these items, in this order, from others; the same in every run.
    ///
    /// - Complexity: O(n).
    public var fingerprint: UInt64 {
        keys.reduce(UInt64(truncatingIfNeeded: keys.count)) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 ^ $0 >> 29 }
    }

    /// An item's turn among those with the same content: 0 for the first of the round.
    ///
    /// - Complexity: O(log copies).
    public func turn(of item: Int) -> UInt32 { copy(item)?.turn ?? 0 }

    /// The nearest item before one with the same content; nil for the first of the round.
    ///
    /// - Complexity: O(log copies).
    public func previous(of item: Int) -> Int? { (copy(item)?.previous).map { Int($0) } }

    private func copy(_ item: Int) -> Copy? {
        let at = firstCopy(from: item)
        return at < copies.count && copies[at].item == item ? copies[at] : nil
    }

    /// The place in `copies` of the first that does not stand before an item.
    @usableFromInline func firstCopy(from item: Int) -> Int {
        var low = 0
        var high = copies.count
        while low < high {
            let middle = (low + high) / 2
            if copies[middle].item < item { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The items whose key is one of some, ascending.
    ///
    /// - Complexity: O(n), shared among the cores.
    public func items(withKeyIn wanted: Set<UInt64>) -> [UInt32] {
        guard !wanted.isEmpty else { return [] }
        // Most keys are told by a few bits of a small table, without hashing them.
        let bits = min(24, max(10, (wanted.count * 16).bitWidth - (wanted.count * 16).leadingZeroBitCount))
        let shift = UInt64(64 - bits)
        let filter = wanted.reduce(into: [UInt64](repeating: 0, count: 1 << (bits - 6))) { filter, key in
            filter[Int(key >> shift) / 64] |= 1 << (key >> shift % 64)
        }
        return Self.inParts(of: keys.count) { range in
            var found: [UInt32] = []
            for item in range {
                let place = keys[item] >> shift
                guard filter[Int(place) / 64] >> (place % 64) & 1 == 1, wanted.contains(keys[item]) else { continue }
                found.append(UInt32(item))
            }
            return found
        }.flatMap { $0 }
    }

    /// Deals the items out by the upper bits of their keys, so that each part is small when it is sorted.
    private static func copies(in keys: [UInt64]) -> [Copy] {
        guard keys.count > 1 else { return [] }
        let parts = keys.count < 1 << 16 ? 1 : 64
        let found = ParallelMap.of(parts) { part in
            var entries: [ItemEntry] = []
            entries.reserveCapacity(keys.count / parts + keys.count / parts / 8)
            for (item, key) in keys.enumerated() where parts == 1 || Int(key >> 58) == part {
                entries.append(ItemEntry(bits: key, item: UInt32(truncatingIfNeeded: item)))
            }
            // Equal keys keep the order of the round.
            var sorter = EntrySort()
            sorter.sort(&entries)
            var copies: [Copy] = []
            var turn: UInt32 = 0
            for index in entries.indices.dropFirst() {
                turn = entries[index].bits == entries[index - 1].bits ? turn + 1 : 0
                guard turn > 0 else { continue }
                copies.append(
                    Copy(item: entries[index].item, turn: turn, previous: entries[index - 1].item)
                )
            }
            return copies
        }
        return found.flatMap { $0 }.sorted { $0.item < $1.item }
    }

    private static func inParts<Result: Sendable>(
        of count: Int,
        _ body: @Sendable (Range<Int>) -> Result
    ) -> [Result] {
        let parts = count < ParallelScan.worthwhile ? 1 : ParallelScan.cores
        return ParallelMap.of(parts) { part in body(count * part / parts..<count * (part + 1) / parts) }
    }
}
