/// An item with a key to order it by; equal keys stand as in the round.
struct ItemEntry: Comparable, Sendable {
    /// Compares as an unsigned integer.
    var bits: UInt64
    /// The item's number.
    var item: UInt32

    static func < (left: ItemEntry, right: ItemEntry) -> Bool {
        left.bits != right.bits ? left.bits < right.bits : left.item < right.item
    }
}

/// Sorts entries that stand in the order of the round by their bits, with room that is kept from one sort to the next.
struct EntrySort {
    private var spare: [ItemEntry] = []

    /// Sorts 11 bits at a time from the lowest, leaving out those that are the same for all; equal bits keep their
    /// order.
    ///
    /// - Complexity: O(n) for each 11 bits that vary; holds as many entries again.
    mutating func sort(_ entries: inout [ItemEntry]) {
        guard let first = entries.first else { return }
        let count = entries.count
        let varying = entries.reduce(0) { $0 | ($1.bits ^ first.bits) }
        guard varying != 0 else { return }
        if spare.count < count {
            spare = []
            spare = [ItemEntry](repeating: first, count: max(count, entries.capacity))
        }
        var isInSpare = false
        entries.withUnsafeMutableBufferPointer { entries in
            spare.withUnsafeMutableBufferPointer { spare in
                let spare = UnsafeMutableBufferPointer(rebasing: spare[0..<count])
                for shift in stride(from: UInt64(0), to: 64, by: 11) where varying >> shift & 0x7FF != 0 {
                    let (from, to) = isInSpare ? (spare, entries) : (entries, spare)
                    Self.place(UnsafeBufferPointer(from), in: to, byDigitAt: shift)
                    isInSpare.toggle()
                }
                if isInSpare { _ = entries.update(fromContentsOf: spare) }
            }
        }
    }

    private static func place(
        _ from: UnsafeBufferPointer<ItemEntry>,
        in to: UnsafeMutableBufferPointer<ItemEntry>,
        byDigitAt shift: UInt64
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 2_048) { positions in
            positions.initialize(repeating: 0)
            for entry in from { positions[Int(entry.bits &>> shift & 0x7FF)] &+= 1 }
            var position = 0
            for digit in 0..<2_048 {
                let count = positions[digit]
                positions[digit] = position
                position += count
            }
            for entry in from {
                let digit = Int(entry.bits &>> shift & 0x7FF)
                to[positions[digit]] = entry
                positions[digit] &+= 1
            }
        }
    }
}
